import { present } from '../fhir/json.ts'
import type { Quantity, ReferenceRange } from './observation.ts'
import type { RangeBand } from './series.ts'

/** Tells units apart: by UCUM code, else by the sender's words, else as none. No spelling is guessed at (D4). */
export function unitKeyOf({ ucum, unit }: Quantity): string {
  return ucum !== undefined ? `ucum ${ucum}` : unit !== undefined ? `text ${unit}` : 'none'
}

/** The range that a point is read against, its limits in the unit of the point's line. */
export type PointRange = Pick<RangeBand, 'low' | 'high' | 'range'>

/**
 * Gives the range that may stand behind a point in `unitKey` (D7): its only normal one, numeric, in that unit, not the
 * wrong way round. Otherwise undefined: none is picked by guess.
 */
export function rangeOfPoint(
  ranges: readonly ReferenceRange[],
  unitKey: string,
): PointRange | undefined {
  const [range, second] = ranges.filter(({ type }) => type === undefined)
  if (range === undefined || second !== undefined || !isDrawable(range, unitKey)) return undefined
  return { low: range.low?.amount.number, high: range.high?.amount.number, range }
}

/**
 * Joins the ranges of points that follow one another into bands: a change of the range is a step, and a point without
 * one a gap (D7). Takes points in ascending time.
 */
export function bandsOf(
  points: readonly { readonly at: number; readonly range: PointRange | undefined }[],
): RangeBand[] {
  const bands: RangeBand[] = []
  let last: PointRange | undefined
  for (const { at, range } of points) {
    const open = bands.at(-1)
    if (range !== undefined && open !== undefined && last !== undefined) {
      // Until the next result says otherwise, the range before holds.
      bands[bands.length - 1] = { ...open, until: at }
    }
    if (range !== undefined && (last === undefined || !isSame(last, range)))
      bands.push({ ...range, from: at, until: at })
    last = range
  }
  return bands
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
  return (
    a.low === b.low &&
    a.high === b.high &&
    a.range.text === b.range.text &&
    a.range.age === b.range.age &&
    JSON.stringify(a.range.appliesTo) === JSON.stringify(b.range.appliesTo)
  )
}
