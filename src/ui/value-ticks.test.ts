import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueTicks } from './value-ticks.ts'

describe('valueTicks', () => {
  it.each([
    [
      [4.1, 5.6],
      [4, 4.5, 5, 5.5, 6],
    ],
    [
      [118, 76],
      [70, 80, 90, 100, 110, 120],
    ],
    [
      [0, 5],
      [0, 1, 2, 3, 4, 5],
    ],
    [
      [-3, 3],
      [-4, -2, 0, 2, 4],
    ],
    [
      [0.1, 0.3],
      [0.1, 0.15, 0.2, 0.25, 0.3],
    ],
    [[98.6], [85, 90, 95, 100, 105, 110]],
    [[0], [-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6]],
    [
      [1e308, -1e308],
      [-1e308, 1e308],
    ],
    [[], [0, 1]],
  ])('for %j gives %j', (values, ticks) => {
    expect(valueTicks(values)).toEqual(ticks)
  })

  it('reaches around all values in few, even, ascending steps', () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000)
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const ticks = valueTicks(values)
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(...values))
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values))
        expect(ticks).toEqual([...new Set(ticks)].toSorted((a, b) => a - b))
        expect(ticks.length).toBeLessThanOrEqual(8)
      }),
    )
  })
})
