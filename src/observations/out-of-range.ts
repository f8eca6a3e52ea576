import { latestOfTests } from './latest-lines.ts'
import { isCounted, isInTime, mayCount, type Clock } from './counted.ts'
import { flagsOf } from './narrow-results.ts'
import type { Observation } from './observation.ts'
import { personOf, type RangePerson } from './person.ts'
import { compareWithRange } from './range-comparison.ts'

/**
 * Gives what is out of range now: of each test the latest results, where the laboratory flagged them critical or
 * abnormal, or where it said nothing and the app's own comparison is certain that they lie beyond their range (D7).
 * Critical ones first, then in the order given, which must be newest first. What was out of range once, but isn't in the
 * latest result, is not among them.
 */
export function latestOutOfRange(
  observations: readonly Observation[],
  { person = {}, ...clock }: Clock & { readonly person?: RangePerson | undefined },
): readonly Observation[] {
  const out = latestOfTests(observations, clock).filter(
    (one) => isFlagged(one) || isBeyondRange(one, person),
  )
  return [...out.filter(isCritical), ...out.filter((one) => !isCritical(one))]
}

/**
 * Counts what is flagged as critical or abnormal, but can't be said to be the latest of its test or not: without a date, or
 * with one that can't be (D6). Nobody may take it for looked at.
 */
export function countFlaggedOutOfTime(observations: readonly Observation[], clock: Clock): number {
  return observations.filter(
    (one) => isFlagged(one) && mayCount(one) && !(isCounted(one) && isInTime(one, clock)),
  ).length
}

/** Whether the laboratory flagged a result, or a component of it, as critical. */
function isCritical(observation: Observation): boolean {
  return flagsOf(observation).some(({ level }) => level === 'critical')
}

function isFlagged(observation: Observation): boolean {
  return flagsOf(observation).some(({ level }) => level === 'critical' || level === 'abnormal')
}

function isBeyondRange(observation: Observation, { sex, birthDate }: RangePerson): boolean {
  const parts = [observation, ...observation.components].filter(({ ranges }) => ranges.length > 0)
  if (parts.length === 0) return false
  const person = personOf(sex, birthDate, observation.effective)
  return parts.some((part) => {
    const { kind } = compareWithRange(part, observation, person)
    return kind === 'above' || kind === 'below'
  })
}
