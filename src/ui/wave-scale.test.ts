import { describe, expect, it } from 'vitest'
import { timeScale, timeTicks, valueScale } from './wave-scale.ts'

const NONE = { lower: undefined, upper: undefined }
const heart = { lowest: -0.4, highest: 1.2 }
const labels = ({ ticks }: ReturnType<typeof valueScale>) => ticks.map(({ label }) => label)

describe('valueScale', () => {
  it('draws an electrocardiogram on squares of 0.2 s by 0.5 mV, 25 mm a second and 10 mm a millivolt', () => {
    const scale = valueScale(heart, NONE, 'mV', 4, 1)
    expect(labels(scale)).toEqual(['-0.5', '0', '0.5', '1', '1.5'])
    expect(scale.paper).toMatchObject({ squareMs: 200, squareValue: 0.5 })
    // Two millivolts are 20 mm, and an inch, 25.4 mm, is 96 pixels.
    expect(scale.height).toBeCloseTo((20 / 25.4) * 96)
    expect((scale.paper?.pixelsPerMs ?? 0) * 1000).toBeCloseTo((25 / 25.4) * 96)
  })

  it.each(['uV', 'µV', 'μV'])('draws the same in %s', (unit) => {
    const scale = valueScale({ lowest: -400, highest: 1200 }, NONE, unit, 4, 1)
    expect(labels(scale)).toEqual(['-500', '0', '500', '1,000', '1,500'])
    expect(scale.height).toBeCloseTo(valueScale(heart, NONE, 'mV', 4, 1).height)
  })

  it.each([
    ['another unit', heart, 'kPa', 4],
    ['no unit', heart, undefined, 4],
    ['a volt', heart, 'V', 4],
    ['samples too far apart', heart, 'mV', 300_000],
    ['waves too small', { lowest: 0, highest: 0.05 }, 'mV', 4],
    ['waves too large', { lowest: 0, highest: 80 }, 'mV', 4],
  ] as const)('has a plain scale for %s', (_, values, unit, periodMs) => {
    const scale = valueScale(values, NONE, unit, periodMs, 1)
    expect(scale.paper).toBeUndefined()
    expect(scale.low).toBeLessThanOrEqual(values.lowest)
    expect(scale.high).toBeGreaterThanOrEqual(values.highest)
  })

  it('D4 reaches to a limit of detection, unless it is so far away that the line would be flat', () => {
    const scale = valueScale({ lowest: 0, highest: 10 }, { lower: -5, upper: 3300 }, 'kPa', 4, 1)
    expect([scale.low, scale.high]).toEqual([-5, 10])
  })
})

describe('timeScale', () => {
  it.each([
    ['in milliseconds', 190, 3, 'ms', ['0', '50', '100', '150']],
    ['in seconds', 10_000, 0.06, 's', ['0', '2', '4', '6', '8', '10']],
    ['in parts of seconds', 2000, 0.3, 's', ['0', '0.5', '1', '1.5', '2']],
    ['in minutes', 3_600_000, 0.0001, 'min', ['0', '20', '40', '60']],
    ['in hours', 86_400_000, 6e-6, 'h', ['0', '5', '10', '15', '20']],
    ['in days', 604_800_000, 1e-6, 'd', ['0', '1', '2', '3', '4', '5', '6', '7']],
  ])('counts %s', (_, spanMs, pixelsPerMs, unit, words) => {
    const scale = timeScale(spanMs, pixelsPerMs)
    expect(scale.unit).toBe(unit)
    expect(timeTicks(scale, 0, spanMs).map(({ label }) => label)).toEqual(words)
  })

  it('gives the marks of a part', () => {
    const scale = timeScale(10_000, 0.1)
    expect(timeTicks(scale, 4100, 6000)).toEqual([
      { at: 5000, label: '5' },
      { at: 6000, label: '6' },
    ])
  })
})
