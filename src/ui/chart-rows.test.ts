import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placePoints, toChartRows, type ChartLine } from './chart-rows.ts'

function aLine(key: string, points: readonly (readonly [at: number, value: number])[]): ChartLine {
  return {
    key,
    name: key,
    points: points.map(([at, value]) => ({
      at,
      value,
      dateText: `at ${at}`,
      valueText: `${value}`,
    })),
  }
}

const rowsOf = (lines: readonly ChartLine[]) =>
  toChartRows(lines.map(({ points }) => placePoints(points, points)))
const valuesOf = (lines: readonly ChartLine[]) =>
  rowsOf(lines).map(({ at, values }) => [at, ...values])

describe('toChartRows', () => {
  it('puts two lines at the same moment into one row', () => {
    expect(valuesOf([aLine('systolic', [[1, 120]]), aLine('diastolic', [[1, 80]])])).toEqual([
      [1, 120, 80],
    ])
  })

  it('leaves a line without a value there undefined, never 0', () => {
    expect(valuesOf([aLine('a', [[1, 5]]), aLine('b', [[2, 6]])])).toEqual([
      [1, 5, undefined],
      [2, undefined, 6],
    ])
  })

  it('keeps two values of one line at the same moment', () => {
    expect(
      valuesOf([
        aLine('a', [
          [1, 5],
          [1, 7],
        ]),
      ]),
    ).toEqual([
      [1, 5],
      [1, 7],
    ])
  })

  it('D4 lets no line go through a bound', () => {
    const line = aLine('a', [[1, 5]])
    const points = line.points.map((point) => ({ ...point, bound: 'below' as const }))
    expect(rowsOf([{ ...line, points }])).toMatchObject([{ values: [undefined], bounds: [5] }])
    const through = aLine('a', [
      [1, 5],
      [2, 1],
      [3, 6],
    ]).points.map((point, index) => (index === 1 ? { ...point, bound: 'below' as const } : point))
    const rows = rowsOf([{ ...line, points: through }])
    expect(rows.map(({ stretches }) => stretches)).toEqual([[0], [0], [1]])
  })

  it('keeps a value of 0', () => {
    expect(valuesOf([aLine('a', [[1, 0]])])).toEqual([[1, 0]])
  })

  it('ascends in time and loses no point', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer()))
    fc.assert(
      fc.property(fc.array(points, { maxLength: 4 }), (all) => {
        const rows = rowsOf(all.map((one, index) => aLine(`${index}`, one)))
        const times = rows.map(({ at }) => at)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
        const shown = rows.flatMap((row) => row.points).filter((point) => point !== undefined)
        expect(shown).toHaveLength(all.flat().length)
      }),
    )
  })
})
