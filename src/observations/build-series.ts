import { startOf } from '../fhir/fhir-date.ts'
import { dateWarning, effectivePoint } from './effective.ts'
import type { Observation, ReferenceRange } from './observation.ts'
import { compareNewestFirst } from './order.ts'
import type { ExcludedPoint, Series, SeriesLine, SeriesPoint } from './series.ts'
import { remarksOf } from './remarks.ts'
import { commonRange, unitKeyOf } from './series-range.ts'
import { partsOf, reasonAgainst, toExact } from './trend-parts.ts'
import { formatEffective, formatFlagList, formatObservationValue } from './words.ts'

// Rows ask for this one; it lives apart so that a table needn't load the building of trends.

/** A line while it is being filled, with the ranges that each of its points came with. */
type Draft = {
  readonly unitKey: string
  readonly name: string
  unit: string | undefined
  readonly points: SeriesPoint[]
  readonly ranges: (readonly ReferenceRange[])[]
}

/**
 * Builds the trend that `id` names from the Observations that belong to it; undefined when none does. `now` and
 * `bornAt`, the start of the birth date, are epoch milliseconds and bound the time axis (D6).
 *
 * There is one line for each code and unit: units are never converted and never share a line (D4). What can't be
 * drawn is listed in `excluded` with the reason in words, never left out silently. Points ascend in time.
 */
export function buildSeries(
  observations: readonly Observation[],
  id: string,
  now: number,
  bornAt?: number,
): Series | undefined {
  const own = observations
    .filter((one) => one.seriesId === id && one.status !== 'entered-in-error')
    .toSorted(compareNewestFirst)
  const [newest] = own
  if (newest === undefined) return undefined
  const drafts = new Map<string, Draft>()
  const excluded: ExcludedPoint[] = []
  // Oldest first, so that a line takes the unit's spelling of its newest point.
  for (const observation of own.toReversed()) {
    addObservation(drafts, excluded, observation, now, bornAt)
  }
  const lines = [...drafts].map(([key, draft]) => toLine(key, draft))
  return { id, name: newest.name, lines, excluded: excluded.toReversed(), observations: own }
}

function addObservation(
  drafts: Map<string, Draft>,
  excluded: ExcludedPoint[],
  observation: Observation,
  now: number,
  bornAt: number | undefined,
): void {
  const dateText = formatEffective(observation.effective)
  const date = effectivePoint(observation.effective)
  const why =
    reasonAgainst(observation) ??
    (date === undefined
      ? 'no date to place it at'
      : dateWarning(observation.effective, now, bornAt))
  const remarks = remarksOf(observation)
  for (const part of partsOf(observation)) {
    const exact = toExact(part.value)
    const valueText = formatObservationValue(part.value)
    if (why !== undefined || date === undefined || typeof exact === 'string') {
      const reason = why ?? (typeof exact === 'string' ? exact : '')
      excluded.push({
        observationId: observation.id,
        dateText,
        valueText: part.prefix + valueText,
        reason,
      })
      continue
    }
    const unitKey = unitKeyOf(exact)
    const key = `${part.codeId} ${unitKey}`
    const draft = drafts.get(key) ?? {
      name: part.name,
      unitKey,
      unit: exact.unit,
      points: [],
      ranges: [],
    }
    drafts.set(key, draft)
    draft.unit = exact.unit
    draft.ranges.push(part.ranges)
    draft.points.push({
      observationId: observation.id,
      at: startOf(date),
      isDateOnly: date.kind === 'calendar',
      dateText,
      value: exact.amount.number,
      valueText,
      flagText: formatFlagList(part.flags),
      remarks,
    })
  }
}

function toLine(key: string, { name, unitKey, unit, points, ranges }: Draft): SeriesLine {
  return {
    key,
    unitKey,
    name,
    unit,
    points: points.toSorted((a, b) => a.at - b.at),
    range: commonRange(ranges, unitKey),
  }
}
