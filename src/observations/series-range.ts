import { present } from '../fhir/json.ts'
import type { ReferenceRange } from './observation.ts'
import type { Person } from './person.ts'
import { findRange } from './range-comparison.ts'
import type { RangeBand } from './series.ts'
import { unitKeyOf } from './unit-key.ts'

/** The range that a point is read against, its limits in the unit of the point's line. */
export type PointRange = Pick<RangeBand, 'low' | 'high' | 'range' | 'isConverted'>

type RangedPoint = { readonly at: number; readonly range: PointRange | undefined }

/**
 * Gives the range that may stand behind a point in `unitKey` (D7): the one normal range that certainly holds for the
 * person, numeric, in that unit, not the wrong way round. Otherwise undefined: none is picked by guess. `before` is that
 * of the point before on the same line, which is given again where it is the same range.
 */
export function rangeOfPoint(
  ranges: readonly ReferenceRange[],
  unitKey: string,
  person: Person,
  before?: PointRange,
): PointRange | undefined {
  const range = findRange(ranges, person)
  if (before !== undefined && before.range === range) return before
  if (typeof range === 'string' || !isDrawable(range, unitKey)) return undefined
  const { low, high } = range
  return { low: low?.amount.number, high: high?.amount.number, range, isConverted: false }
}

/**
 * Joins the ranges of points that follow one another into bands: a change of the range is a step; a point without one,
 * or points of one moment that differ in theirs, are a gap (D7). Takes points in ascending time.
 */
export function bandsOf(points: readonly RangedPoint[]): RangeBand[] {
  const bands: (PointRange & { from: number; until: number })[] = []
  let last: PointRange | undefined
  for (const { at, range } of byMoment(points)) {
    const open = bands.at(-1)
    // Until the next result says otherwise, the range before holds.
    if (range !== undefined && open !== undefined && last !== undefined) open.until = at
    if (range !== undefined && (last === undefined || !isSame(last, range)))
      bands.push({ ...range, from: at, until: at })
    last = range
  }
  return bands
}

/** One range a moment. */
function byMoment(points: readonly RangedPoint[]): RangedPoint[] {
  const moments: RangedPoint[] = []
  for (const point of points) {
    const before = moments.at(-1)
    if (before?.at !== point.at) moments.push(point)
    else if (!isSameOrNone(before.range, point.range))
      moments[moments.length - 1] = { at: point.at, range: undefined }
  }
  return moments
}

function isSameOrNone(a: PointRange | undefined, b: PointRange | undefined): boolean {
  return a !== undefined && b !== undefined && isSame(a, b)
}

function isDrawable({ low, high, isBroken }: ReferenceRange, unitKey: string): boolean {
  const bounds = present([low, high])
  return (
    isBroken !== true &&
    bounds.length > 0 &&
    (low === undefined || high === undefined || low.amount.number <= high.amount.number) &&
    bounds.every((bound) => bound.comparator === undefined && unitKeyOf(bound) === unitKey)
  )
}

function isSame(a: PointRange, b: PointRange): boolean {
  if (a.low !== b.low || a.high !== b.high) return false
  // Results of one record share what says the same.
  if (a.range === b.range) return true
  return (
    a.range.text === b.range.text &&
    a.range.age === b.range.age &&
    JSON.stringify(a.range.appliesTo) === JSON.stringify(b.range.appliesTo)
  )
}
