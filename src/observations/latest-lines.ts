import { effectiveStart } from './effective.ts'
import { isCounted, isFrame, isInTime, saysSomething, type Clock } from './counted.ts'
import { howOf } from './how.ts'
import { flagsOf } from './narrow-results.ts'
import type { Observation } from './observation.ts'

type Line = {
  readonly how: string
  readonly latest: Observation[]
  isClosed: boolean
  /** The result that was last found to be of this line. */
  last: Observation
}

/**
 * Gives the latest results of each test, several where they hold at the same time (D6), in the order given, which must
 * be newest first. A test by two methods or of two fluids is two (D5): the newer one must not hide what the other said.
 * What says nothing, as a result that is still pending or a panel that only holds others together, is not the latest,
 * unless something was flagged about it.
 */
export function latestOfTests(
  observations: readonly Observation[],
  clock: Clock,
): readonly Observation[] {
  const lines = new Map<string, Line[]>()
  const latest: Observation[] = []
  for (const one of observations) {
    const known = lines.get(one.seriesId)
    // Results share what they have in common, so that most are told apart without a look at what it says.
    const alike = known?.find(({ last }) => isAlike(last, one))
    // The list is sorted: once another time came, none of the latest follows, and no date need be looked at.
    if (alike?.isClosed === true || !isCounted(one)) continue
    const how = alike?.how ?? howOf(one)
    const line = alike ?? known?.find((other) => other.how === how)
    if (line !== undefined) line.last = one
    if (line?.isClosed === true || !mayBeLatest(one) || !isInTime(one, clock)) continue
    if (line !== undefined && !isSameTime(line.latest[0] ?? one, one)) {
      line.isClosed = true
      continue
    }
    latest.push(one)
    if (line !== undefined) line.latest.push(one)
    else
      lines.set(one.seriesId, [
        ...(known ?? []),
        { how, latest: [one], isClosed: false, last: one },
      ])
  }
  return latest
}

function isAlike(a: Observation, b: Observation): boolean {
  return a.details === b.details && a.codings === b.codings
}

function mayBeLatest(observation: Observation): boolean {
  return flagsOf(observation).length > 0 || (!isFrame(observation) && saysSomething(observation))
}

/** Whether two results hold from the same moment on, as far as their dates say (D6). */
export function isSameTime(a: Observation, b: Observation): boolean {
  return effectiveStart(a.effective) === effectiveStart(b.effective)
}
