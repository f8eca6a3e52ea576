import { t } from '../language/t.ts'
import { dateWarning, effectivePoint } from './effective.ts'
import { howOf } from './how.ts'
import type { Observation, Quantity } from './observation.ts'
import { compareNewestFirst } from './order.ts'
import { personOf, type RangePerson } from './person.ts'
import { compareWithRange, formatComparison } from './range-comparison.ts'
import type { ExcludedPoint, Series, SeriesLine } from './series.ts'
import { beginDraft, joinUnits, mayJoin, type Draft } from './series-drafts.ts'
import { SentPoint } from './series-point.ts'
import { bandsOf, rangeOfPoint } from './series-range.ts'
import { partsOf, reasonAgainst, toPlace, type TrendPart } from './trend-parts.ts'
import { plainUcumOf, unitKeyOf } from './unit-key.ts'
import type { UnitConverter } from './unit-converter.ts'
import { formatEffective, formatFlagList, formatObservationValue } from './words.ts'

// Rows ask for this one; it lives apart so that a table needn't load the building of trends.

export type SeriesOptions = {
  /** Epoch milliseconds; what lies beyond is no point (D6). */
  readonly now: number
  /** The start of the birth date, epoch milliseconds (D6). */
  readonly bornAt?: number | undefined
  /** Whom ranges are chosen for; what isn't known leaves ranges of a sex or an age out (D7). */
  readonly person?: RangePerson | undefined
  /** Joins units of one kind; without it each unit is a line of its own. */
  readonly convert?: UnitConverter | undefined
}

/** A trend, and whether a converter might join some of its lines: it is large, and loaded only then. */
export type BuiltSeries = Series & { readonly mayConvert: boolean }

/**
 * Builds the trend that `id` names from the Observations that belong to it; undefined when none does.
 *
 * There is one line for each test, method, specimen and unit; units share a line only where they convert exactly (D4).
 * "<5" is a point that lies below 5. What can't be drawn is listed in `excluded` with the reason in words, never left out
 * silently. Points ascend in time.
 */
export function buildSeries(
  observations: readonly Observation[],
  id: string,
  options: SeriesOptions,
): BuiltSeries | undefined {
  const own = observations
    .filter((one) => one.seriesId === id && one.status !== 'entered-in-error')
    .toSorted(compareNewestFirst)
  const [newest] = own
  if (newest === undefined) return undefined
  const drafts = new Map<string, Draft>()
  const excluded: ExcludedPoint[] = []
  // Oldest first, so that a line takes the unit's spelling of its newest point.
  for (const observation of own.toReversed())
    addObservation(drafts, excluded, observation, newest, options)
  const all = [...drafts.values()]
  const joined = joinUnits(all, options.convert)
  return {
    id,
    name: newest.name,
    lines: joined.map((draft) => toLine(draft, joined)),
    excluded: excluded.toReversed(),
    observations: own,
    mayConvert: all.some((draft) => all.some((other) => mayJoin(draft, other))),
  }
}

function addObservation(
  drafts: Map<string, Draft>,
  excluded: ExcludedPoint[],
  observation: Observation,
  newest: Observation,
  { now, bornAt, person: { sex, birthDate } = {} }: SeriesOptions,
): void {
  const { id, effective } = observation
  const person = personOf(sex, birthDate, effective)
  const date = effectivePoint(effective)
  const why =
    reasonAgainst(observation) ??
    (date === undefined ? t('no date to place it at') : dateWarning(effective, now, bornAt))
  const how = howOf(observation)
  for (const part of partsOf(observation)) {
    const place = toPlace(part.value)
    if (why !== undefined || date === undefined || typeof place === 'string') {
      const reason = why ?? (typeof place === 'string' ? t(place) : '')
      // What isn't drawn may be what matters most, such as a critical value that isn't final (D7).
      const words = [formatObservationValue(part.value), formatFlagList(part.flags)]
      const valueText = part.prefix + words.filter((one) => one !== '').join(', ')
      excluded.push({ observationId: id, dateText: formatEffective(effective), valueText, reason })
      continue
    }
    const { quantity } = place
    const draft = findDraft(drafts, part, how, quantity)
    draft.unit = quantity.unit
    draft.points.push({
      point: new SentPoint({
        observation,
        part,
        place,
        date,
        ours: formatComparison(compareWithRange(part, observation, person)),
        // Within one trend two codes of the same test may stand, such as a weight and a weight measured.
        isOtherName: observation.name !== newest.name,
      }),
      range: rangeOfPoint(part.ranges, draft.unitKey, person, draft.points.at(-1)?.range),
      quantity,
    })
  }
}

function findDraft(
  drafts: Map<string, Draft>,
  part: TrendPart,
  how: string,
  quantity: Quantity,
): Draft {
  const unitKey = unitKeyOf(quantity)
  const key = `${part.codeId}\n${how}\n${unitKey}`
  const begun = drafts.get(key)
  if (begun !== undefined) return begun
  const unit = { unitKey, ucum: plainUcumOf(quantity), unit: quantity.unit }
  const draft = beginDraft(part, how, unit)
  drafts.set(key, draft)
  return draft
}

function toLine(draft: Draft, all: readonly Draft[]): SeriesLine {
  const { testKey, unitKey, unit, name, how } = draft
  const points = draft.points.toSorted((a, b) => a.point.at - b.point.at)
  const isAlone = all.every((other) => other.how === how)
  return {
    key: `${testKey} ${unitKey}`,
    unitKey,
    name: isAlone || how === '' ? name : `${name} (${how})`,
    unit,
    points: points.map(({ point }) => point),
    bands: bandsOf(points.map(({ point, range }) => ({ at: point.at, range }))),
  }
}
