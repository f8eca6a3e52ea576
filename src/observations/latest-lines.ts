import { effectiveStart } from './effective.ts'
import { isCounted, isFrame, isInTime, saysSomething, type Clock } from './counted.ts'
import { howOf } from './how.ts'
import { flagsOf } from './narrow-results.ts'
import type { Observation } from './observation.ts'

type Line = { readonly how: string; readonly latest: Observation[]; isClosed: boolean }

/**
 * Gives the latest results of each test, several where they hold at the same time (D6), in the order given, which must
 * be newest first. A test by two methods or of two fluids is two (D5): the newer one must not hide what the other said.
 * What says nothing, as a result that is still pending, is not the latest.
 */
export function latestOfTests(
  observations: readonly Observation[],
  clock: Clock,
): readonly Observation[] {
  const lines = new Map<string, Line[]>()
  const latest: Observation[] = []
  for (const one of observations) {
    const known = lines.get(one.seriesId)
    if (!isCounted(one)) continue
    const how = howOf(one)
    const line = known?.find((other) => other.how === how)
    // The list is sorted: once another time came, none of the latest follows, and no date need be looked at.
    if (line?.isClosed === true) continue
    if (isFrame(one) || (!saysSomething(one) && flagsOf(one).length === 0)) continue
    if (!isInTime(one, clock)) continue
    if (line === undefined) {
      const begun = { how, latest: [one], isClosed: false }
      if (known === undefined) lines.set(one.seriesId, [begun])
      else known.push(begun)
      latest.push(one)
      continue
    }
    const [first] = line.latest
    if (first !== undefined && isSameTime(first, one)) {
      line.latest.push(one)
      latest.push(one)
    } else line.isClosed = true
  }
  return latest
}

/** Whether two results hold from the same moment on, as far as their dates say (D6). */
export function isSameTime(a: Observation, b: Observation): boolean {
  return effectiveStart(a.effective) === effectiveStart(b.effective)
}
