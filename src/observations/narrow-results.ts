import { endOf, readFhirDate, startOf } from '../fhir/fhir-date.ts'
import type { Effective, Flag, Observation, ObservationStatus } from './observation.ts'

/** What results are narrowed to; a member that is left out narrows nothing. */
export type Narrowing = {
  /** A category's code. */
  readonly category?: string | undefined
  readonly status?: ObservationStatus | undefined
  /** What was said of the result: out of its range in any way, critically, or nothing at all. */
  readonly flag?: 'abnormal' | 'critical' | 'none' | undefined
  /** Days as `YYYY-MM-DD` in the viewer's zone, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/**
 * Gives the results that a person asked for (D3, D6, D7). A partial date belongs to every day that it may be; a result
 * without a date belongs to none, so that a choice of days leaves it out.
 */
export function narrow(
  observations: readonly Observation[],
  narrowing: Narrowing,
): readonly Observation[] {
  const { category, status, flag } = narrowing
  const from = dayOf(narrowing.from, startOf) ?? -Infinity
  const to = dayOf(narrowing.to, endOf) ?? Infinity
  const hasDays = from !== -Infinity || to !== Infinity
  if (category === undefined && status === undefined && flag === undefined && !hasDays)
    return observations
  return observations.filter(
    (one) =>
      (category === undefined || one.categories.includes(category)) &&
      (status === undefined || one.status === status) &&
      (flag === undefined || hasFlag(one, flag)) &&
      (!hasDays || lies(one.effective, from, to)),
  )
}

/** All flags of a result and of its components. */
export function flagsOf({ flags, components }: Observation): readonly Flag[] {
  return components.length === 0 ? flags : [...flags, ...components.flatMap((one) => one.flags)]
}

function hasFlag(observation: Observation, wanted: NonNullable<Narrowing['flag']>): boolean {
  const flags = flagsOf(observation)
  if (wanted === 'none') return flags.length === 0
  return flags.some(
    ({ level }) => level === 'critical' || (wanted === 'abnormal' && level === 'abnormal'),
  )
}

/** Whether any moment that is meant lies in the days, of which `to` is the first moment after. */
function lies(effective: Effective, from: number, to: number): boolean {
  if (effective.kind === 'at') {
    const { date } = effective
    return startOf(date) < to && Math.max(endOf(date), startOf(date) + 1) > from
  }
  if (effective.kind !== 'period') return false
  const { start, end } = effective
  return (
    (start === undefined || startOf(start) < to) &&
    (end === undefined || Math.max(endOf(end), startOf(end) + 1) > from)
  )
}

function dayOf(text: string | undefined, toMs: typeof startOf): number | undefined {
  const date = readFhirDate(text)
  return date === undefined ? undefined : toMs(date)
}
