import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeTicks } from './time-ticks.ts'

const at = (...parts: [number, number, number?, number?, number?]) => {
  const [year, month, day = 1, hour = 0, minute = 0] = parts
  return new Date(year, month, day, hour, minute).getTime()
}
const labels = (from: number, to: number) => timeTicks(from, to).map(({ label }) => label)

describe('timeTicks', () => {
  it('marks the starts of years in a span of years', () => {
    expect(labels(at(2019, 5, 3), at(2024, 2, 1))).toEqual(['2020', '2021', '2022', '2023', '2024'])
  })

  it('marks the starts of months, each with its year', () => {
    expect(labels(at(2023, 9, 20), at(2024, 1, 10))).toEqual([
      'Nov 2023',
      'Dec 2023',
      'Jan 2024',
      'Feb 2024',
    ])
  })

  it('D6 marks days at midnight of the viewer, west of Greenwich as well', () => {
    const [first] = timeTicks(at(2024, 4, 1), at(2024, 4, 5))
    expect(first).toEqual({ at: at(2024, 4, 1), label: 'May 1, 2024' })
  })

  it('names the year again on the first day of a new one', () => {
    expect(labels(at(2023, 11, 29), at(2024, 0, 2))).toEqual([
      'Dec 29, 2023',
      'Dec 30',
      'Dec 31',
      'Jan 1, 2024',
      'Jan 2',
    ])
  })

  it('keeps whole hours on the day the clocks go forward', () => {
    const ticks = timeTicks(at(2024, 2, 10), at(2024, 2, 10, 6))
    expect(ticks.map((tick) => new Date(tick.at).getHours())).toEqual([0, 1, 3, 4, 5, 6])
  })

  it('marks minutes in a span of minutes', () => {
    expect(
      labels(at(2024, 4, 1, 10, 2), at(2024, 4, 1, 10, 31)).map((label) => label.slice(-8)),
    ).toEqual(['10:05 AM', '10:10 AM', '10:15 AM', '10:20 AM', '10:25 AM', '10:30 AM'])
  })

  it.each([
    [Number.NaN, 0],
    [0, Number.NaN],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('has no marks from %s to %s', (from, to) => {
    expect(timeTicks(from, to)).toEqual([])
  })

  it('lies within the span, ascends and never has more marks than asked for', () => {
    const moment = fc.integer({ min: at(1900, 0), max: at(2100, 0) })
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const ticks = timeTicks(from, to).map((tick) => tick.at)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(ticks).toEqual([...new Set(ticks)].toSorted((x, y) => x - y))
        expect(ticks.every((tick) => tick >= from && tick <= to)).toBe(true)
      }),
    )
  })

  it('has at least one mark in any span of an hour or more, also where only three fit', () => {
    const moment = fc.integer({ min: at(1900, 0), max: at(2100, 0) })
    const span = fc.oneof(
      fc.integer({ min: 3_600_000, max: 3e9 }),
      fc.integer({ min: 3e9, max: 4e13 }),
    )
    fc.assert(
      fc.property(moment, span, fc.integer({ min: 3, max: 6 }), (from, length, most) => {
        const { length: count } = timeTicks(from, from + length, most)
        expect(count).toBeGreaterThan(0)
        expect(count).toBeLessThanOrEqual(most)
      }),
      { numRuns: 2000 },
    )
  })
})
