import { present } from '../fhir/json.ts'
import type { Quantity, ReferenceRange } from './observation.ts'

/** Tells units apart: by UCUM code, else by the sender's words, else as none. No spelling is guessed at (D4). */
export function unitKeyOf({ ucum, unit }: Quantity): string {
  return ucum !== undefined ? `ucum ${ucum}` : unit !== undefined ? `text ${unit}` : 'none'
}

/**
 * Gives the laboratory's range that may stand behind a line (D7): every point has exactly one normal range, it is
 * numeric, in the unit of the line (`unitKey`) and the same for all, to whom it applies included. Otherwise undefined:
 * none is picked by guess, and limits the wrong way round are none. `rangesOfPoints` has one entry for each point.
 */
export function commonRange(
  rangesOfPoints: readonly (readonly ReferenceRange[])[],
  unitKey: string,
): ReferenceRange | undefined {
  let common: ReferenceRange | undefined
  for (const ranges of rangesOfPoints) {
    const [range, second] = ranges.filter(({ type }) => type === undefined)
    if (range === undefined || second !== undefined || !isDrawable(range, unitKey)) return undefined
    if (common !== undefined && !isSameRange(common, range)) return undefined
    common = range
  }
  return common
}

function isDrawable({ low, high }: ReferenceRange, unitKey: string): boolean {
  const bounds = present([low, high])
  return (
    bounds.length > 0 &&
    (low === undefined || high === undefined || low.amount.number <= high.amount.number) &&
    bounds.every((bound) => bound.comparator === undefined && unitKeyOf(bound) === unitKey)
  )
}

function isSameRange(a: ReferenceRange, b: ReferenceRange): boolean {
  return (
    a.low?.amount.number === b.low?.amount.number &&
    a.high?.amount.number === b.high?.amount.number &&
    a.text === b.text &&
    a.type === b.type &&
    a.age === b.age &&
    JSON.stringify(a.appliesTo) === JSON.stringify(b.appliesTo)
  )
}
