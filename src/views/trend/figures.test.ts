import { describe, expect, it } from 'vitest'
import type { Series, SeriesLine, SeriesPoint } from '../../observations/series.ts'
import { toFigures, toPointRows } from './figures.ts'

function aPoint(at: number, part: Partial<SeriesPoint> = {}): SeriesPoint {
  return {
    observationId: `o${at}`,
    at,
    isDateOnly: false,
    dateText: `day ${at}`,
    value: at,
    bound: 'exact',
    valueText: `${at} units`,
    flagText: '',
    isFlagged: false,
    rangeText: '',
    remarks: [],
    ...part,
  }
}

function aLine(
  key: string,
  unit: string | undefined,
  points: readonly SeriesPoint[],
  unitKey = unit === undefined ? 'none' : `ucum ${unit}`,
): SeriesLine {
  return { key, unitKey, name: `line ${key}`, unit, points, bands: [] }
}

function aSeries(...lines: SeriesLine[]): Series {
  return { id: 's', name: 'Test', lines, excluded: [], observations: [] }
}

const always = { from: 0, to: 99 }
const layout = (series: Series) =>
  toFigures(series, always).map(({ unit, lines }) => [unit, ...lines.map(({ key }) => key)])

describe('toFigures', () => {
  it('puts lines of one unit into one figure', () => {
    const series = aSeries(aLine('a', 'kg', [aPoint(1)]), aLine('b', 'kg', [aPoint(2)]))
    expect(layout(series)).toEqual([['kg', 'a', 'b']])
  })

  it('D4 never puts two units on one axis', () => {
    const series = aSeries(aLine('a', 'kg', [aPoint(1)]), aLine('b', 'lb', [aPoint(2)]))
    expect(layout(series)).toEqual([
      ['kg', 'a'],
      ['lb', 'b'],
    ])
  })

  it('D4 does not take two lines without a unit for the same unit', () => {
    const series = aSeries(aLine('a', undefined, [aPoint(1)]), aLine('b', undefined, [aPoint(2)]))
    expect(layout(series)).toEqual([
      [undefined, 'a'],
      [undefined, 'b'],
    ])
  })

  it('D4 puts lines of one unit into one figure, also when it is spelled in two ways', () => {
    const series = aSeries(
      aLine('a', 'mmHg', [aPoint(1)], 'ucum mm[Hg]'),
      aLine('b', 'mm Hg', [aPoint(2)], 'ucum mm[Hg]'),
    )
    expect(layout(series)).toEqual([['mmHg', 'a', 'b']])
  })

  it('D4 never puts two units on one axis that are only called the same, and names their codes', () => {
    const series = aSeries(
      aLine('a', 'units', [aPoint(1)], 'ucum [iU]/L'),
      aLine('b', 'units', [aPoint(2)], 'ucum [arb`U]/L'),
      aLine('c', 'units', [aPoint(3)], 'text units'),
    )
    expect(layout(series)).toEqual([
      ['units (unit code [iU]/L)', 'a'],
      ['units (unit code [arb`U]/L)', 'b'],
      ['units (no unit code)', 'c'],
    ])
  })

  it('leaves out lines without points', () => {
    expect(toFigures(aSeries(aLine('a', 'kg', [])), always)).toEqual([])
  })

  it('D5 D7 hands on the points as they are, with their flags and remarks', () => {
    const points = [aPoint(1, { flagText: 'High', remarks: ['Amended'] }), aPoint(2)]
    const [figure] = toFigures(aSeries(aLine('a', 'kg', points)), always)
    expect(figure?.lines[0]?.points).toEqual(points)
  })

  it('leaves out the points before and after the time shown', () => {
    const points = [aPoint(1), aPoint(2), aPoint(3)]
    const at = points[1]?.at ?? 0
    const [figure] = toFigures(aSeries(aLine('a', 'kg', points)), { from: at, to: at })
    expect(figure?.lines[0]?.points).toEqual([points[1]])
  })
})

describe('toPointRows', () => {
  it('D4 tells lines apart whose units are only called the same', () => {
    const series = aSeries(
      aLine('a', 'units', [aPoint(2)], 'ucum [iU]/L'),
      aLine('b', 'units', [aPoint(1)], 'text units'),
    )
    expect(toPointRows(series).map(({ lineName }) => lineName)).toEqual([
      'line a (unit code [iU]/L)',
      'line b (no unit code)',
    ])
  })

  it('gives every point, newest first, at the same moment in the order of the lines', () => {
    const series = aSeries(
      aLine('a', 'kg', [aPoint(1), aPoint(2)]),
      aLine('b', 'kg', [aPoint(1), aPoint(2)]),
    )
    expect(toPointRows(series).map(({ lineName, point }) => [point.at, lineName])).toEqual([
      [2, 'line a'],
      [2, 'line b'],
      [1, 'line a'],
      [1, 'line b'],
    ])
  })

  it('gives two points of one Observation two keys', () => {
    const twice = [aPoint(1), aPoint(1)]
    const keys = toPointRows(aSeries(aLine('a', 'kg', twice))).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })
})
