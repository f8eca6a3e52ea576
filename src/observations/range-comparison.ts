import { t } from '../language/t.ts'
import { present } from '../fhir/json.ts'
import type { Fit } from './age-fit.ts'
import { allFit, fitsAge } from './age-fit.ts'
import { compareDecimals } from './decimal-order.ts'
import { fitsGroups } from './group-fit.ts'
import type { Observation, ObservationComponent, Quantity, ReferenceRange } from './observation.ts'
import { STANDING } from './observation-status.ts'
import type { Person } from './person.ts'
import { repeatsBounds } from './repeats-bounds.ts'
import { unitKeyOf } from './unit-key.ts'

/** Why a value isn't compared with a range. */
type NotCompared =
  /** The laboratory said something itself, be it that the value is normal. */
  | 'flagged'
  /** Not final, amended or corrected. */
  | 'status'
  | 'test-data'
  | 'about-another'
  | 'no-single-number'
  | 'no-range'
  /** Ranges, but none is a normal one. */
  | 'other-type'
  | 'type-unclear'
  | 'several-may-apply'
  /** Normal ranges, but all of them for others. */
  | 'for-others'
  | 'group-unclear'
  | 'age-unclear'
  | 'range-not-readable'
  /** Text alone, or nothing but for whom. */
  | 'no-limits'
  /** The range's text isn't just its limits again; it may be a condition, such as "fasting". */
  | 'text-says-more'
  | 'limit-with-comparator'
  | 'unit-differs'
  | 'limits-reversed'
  /** The value has a comparator, and may lie on either side of a limit. */
  | 'comparator'

/** How a value lies to the one range that certainly holds for it, by the app's own comparison. */
export type RangeComparison =
  | { readonly kind: 'above' | 'below' | 'within'; readonly range: ReferenceRange }
  | { readonly kind: 'not-compared'; readonly why: NotCompared }

/** An Observation's own value, or one of its components. */
type Part = Pick<Observation | ObservationComponent, 'value' | 'flags' | 'ranges'>

/**
 * Compares a value with the laboratory's range, only where the result is certain (FHIR R4 Observation.referenceRange,
 * limits inclusive; D4, D7). `part` is an Observation, or one of its components; `whole` is the Observation in
 * either case, as its status and its flags hold for components too. `person` is who it is about, at that time.
 *
 * The laboratory's word comes first: beside any flag nothing is compared. Else it takes a number of a standing result
 * about the patient, exactly one normal range that may hold, which certainly does, and limits in the value's UCUM unit.
 * "<5" is below 10, but isn't known to be above 3.
 */
export function compareWithRange(
  part: Part,
  whole: Pick<Observation, 'status' | 'focus' | 'isTestData' | 'flags'>,
  person: Person,
): RangeComparison {
  const against = reasonAgainst(part, whole)
  if (against !== undefined) return { kind: 'not-compared', why: against }
  if (part.value.kind !== 'quantity') return { kind: 'not-compared', why: 'no-single-number' }
  const range = findRange(part.ranges, person)
  if (typeof range === 'string') return { kind: 'not-compared', why: range }
  const { quantity } = part.value
  const unusable = reasonAgainstLimits(range, quantity)
  if (unusable !== undefined) return { kind: 'not-compared', why: unusable }
  const kind = place(quantity, range)
  return kind === undefined ? { kind: 'not-compared', why: 'comparator' } : { kind, range }
}

/**
 * A comparison in words, which say whose it is. Empty for a value within the range too: that nothing is
 * known against a result doesn't make it "normal" (D7).
 */
export function formatComparison(comparison: RangeComparison): string {
  if (comparison.kind === 'above') return t("Above the range given (Chartside's comparison)")
  return comparison.kind === 'below' ? t("Below the range given (Chartside's comparison)") : ''
}

function reasonAgainst(
  { flags }: Part,
  whole: Parameters<typeof compareWithRange>[1],
): NotCompared | undefined {
  if (flags.length > 0 || whole.flags.length > 0) return 'flagged'
  if (!STANDING.includes(whole.status)) return 'status'
  if (whole.isTestData === true) return 'test-data'
  return whole.focus === undefined ? undefined : 'about-another'
}

/**
 * The one normal range that certainly holds for someone, or why there is none; a second that can't be ruled out leaves
 * none, as it may be the one that is meant (D7).
 */
export function findRange(
  ranges: readonly ReferenceRange[],
  person: Person,
): ReferenceRange | NotCompared {
  if (ranges.length === 0) return 'no-range'
  const known = found.get(ranges)
  if (known !== undefined && known.sex === person.sex) return known.range
  const range = chooseRange(ranges, person)
  // Results of one record share what says the same, so thousands of points ask this of the same ranges.
  if (ranges.every(({ ageBounds }) => ageBounds === undefined))
    found.set(ranges, { sex: person.sex, range })
  return range
}

/** What was found of ranges that hold at any age. */
const found = new WeakMap<
  readonly ReferenceRange[],
  { readonly sex: Person['sex']; readonly range: ReferenceRange | NotCompared }
>()

function chooseRange(
  ranges: readonly ReferenceRange[],
  person: Person,
): ReferenceRange | NotCompared {
  const normal = ranges.filter(({ type, isTypeUnclear }) => type === undefined || isTypeUnclear)
  if (normal.length === 0) return 'other-type'
  const [range, second] = normal.filter((one) => fitOf(one, person) !== 'no')
  if (range === undefined) return 'for-others'
  if (second !== undefined) return 'several-may-apply'
  if (range.isBroken === true) return 'range-not-readable'
  if (range.isTypeUnclear === true) return 'type-unclear'
  if (fitsGroups(range, person.sex) !== 'yes') return 'group-unclear'
  return fitsAge(range.ageBounds, person.age) === 'yes' ? range : 'age-unclear'
}

function fitOf(range: ReferenceRange, person: Person): Fit {
  return allFit([fitsGroups(range, person.sex), fitsAge(range.ageBounds, person.age)])
}

function reasonAgainstLimits(range: ReferenceRange, value: Quantity): NotCompared | undefined {
  const { low, high, text } = range
  const limits = present([low, high])
  if (limits.length === 0) return 'no-limits'
  if (text !== undefined && !repeatsBounds(text, range)) return 'text-says-more'
  if (limits.some(({ comparator }) => comparator !== undefined)) return 'limit-with-comparator'
  if (!limits.every((limit) => isSameUnit(limit, value))) return 'unit-differs'
  const isReversed = low !== undefined && high !== undefined && order(low, high) > 0
  return isReversed ? 'limits-reversed' : undefined
}

/** By UCUM code alone: the same words may mean two units, and no unit on either side is not one unit. */
function isSameUnit(a: Quantity, b: Quantity): boolean {
  return a.ucum !== undefined && unitKeyOf(a) === unitKeyOf(b)
}

/** Where all numbers lie that the value may stand for; undefined when they don't lie on one side of each limit. */
function place(
  value: Quantity,
  { low, high }: ReferenceRange,
): 'above' | 'below' | 'within' | undefined {
  const { comparator } = value
  if (comparator === 'ad') return undefined
  const isOpenBelow = comparator === '<' || comparator === '<='
  const isOpenAbove = comparator === '>' || comparator === '>='
  const toLow = low && order(value, low)
  const toHigh = high && order(value, high)
  // "<10" is below a low limit of 10, and ">10" above a high one; "≤ 10" and "≥ 10" may be the limit itself.
  if (toLow !== undefined && !isOpenAbove && (comparator === '<' ? toLow <= 0 : toLow < 0)) {
    return 'below'
  }
  if (toHigh !== undefined && !isOpenBelow && (comparator === '>' ? toHigh >= 0 : toHigh > 0)) {
    return 'above'
  }
  const isFromLow = toLow === undefined || (!isOpenBelow && toLow >= 0)
  const isUpToHigh = toHigh === undefined || (!isOpenAbove && toHigh <= 0)
  return isFromLow && isUpToHigh ? 'within' : undefined
}

function order(a: Quantity, b: Quantity): number {
  return compareDecimals(a.amount.text, b.amount.text)
}
