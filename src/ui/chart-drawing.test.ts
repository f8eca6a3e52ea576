import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ticksOf, toDrawing } from './chart-drawing.ts'
import type { ChartBand, ChartLine, ChartPoint } from './chart-rows.ts'

function aLine(
  count: number,
  part: (index: number) => Partial<ChartPoint> = () => ({}),
  areas: readonly ChartBand[] = [],
): ChartLine {
  return {
    key: 'a',
    name: 'a',
    bands: areas.length === 0 ? undefined : { text: '', areas },
    points: Array.from({ length: count }, (_, index) => ({
      at: index,
      value: index % 7,
      dateText: `${index}`,
      valueText: `${index % 7}`,
      ...part(index),
    })),
  }
}

describe('toDrawing', () => {
  it('draws all of 500 points, and a part of 501, and says how many', () => {
    expect(toDrawing([aLine(500)], { from: 0, to: 499 })).toMatchObject({ drawn: 500, total: 500 })
    const { drawn, total, rows } = toDrawing([aLine(501)], { from: 0, to: 500 })
    expect(total).toBe(501)
    expect(drawn).toBeLessThan(501)
    expect(rows).toHaveLength(drawn)
  })

  it('shares the rows between lines', () => {
    const { rows } = toDrawing([aLine(20_000), aLine(20_000)], { from: 0, to: 19_999 })
    expect(rows.length).toBeLessThanOrEqual(504)
  })

  it('D4 counts the stretches of a line before bounds are left out of the drawing', () => {
    const bound = (index: number) => (index % 2 === 0 ? { bound: 'below' as const } : {})
    const { rows, isThinned } = toDrawing([aLine(10_000, bound)], { from: 0, to: 9_999 })
    expect(isThinned).toBe(true)
    const stretches = rows.filter(({ values }) => values[0] !== undefined)
    const numbers = stretches.map(({ stretches: [one] }) => one)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('fits the value axis to the values, and to the bands in sight', () => {
    const areas = [
      { low: 0, high: 90, from: 0, until: 5 },
      { low: 0, high: 9, from: 5, until: 10 },
    ]
    expect(toDrawing([aLine(10, undefined, areas)], { from: 6, to: 9 }).ticks.at(-1)).toBe(10)
    expect(toDrawing([aLine(10, undefined, areas)], { from: 4, to: 9 }).ticks.at(-1)).toBe(100)
  })

  it('fits the value axis to what is left out of the drawing, too', () => {
    const point = fc.record({
      value: fc.integer({ min: -1_000, max: 1_000 }),
      bound: fc.constantFrom(undefined, 'below' as const, 'above' as const),
      isFlagged: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(point, { minLength: 600, maxLength: 1_500 }), (points) => {
        const line = aLine(points.length, (index) => points[index] ?? {})
        const span = { from: 0, to: points.length - 1 }
        expect(toDrawing([line], span).ticks).toEqual(ticksOf([line], span))
      }),
      { numRuns: 30 },
    )
  })

  it('D7 cuts bands to the time shown', () => {
    const areas = [
      { low: 1, from: 0, until: 5 },
      { low: 2, from: 5, until: 10 },
    ]
    expect(toDrawing([aLine(3, undefined, areas)], { from: 7, to: 20 }).areas).toEqual([
      [{ low: 2, from: 7, until: 10 }],
    ])
  })

  it('D7 shades no ranges that change too often to be told apart, and says so', () => {
    const areas = Array.from({ length: 201 }, (_, at) => ({ low: at, from: at, until: at + 1 }))
    const drawing = toDrawing([aLine(300, undefined, areas)], { from: 0, to: 300 })
    expect(drawing).toMatchObject({ areas: [[]], hasTooManyAreas: true })
  })
})
