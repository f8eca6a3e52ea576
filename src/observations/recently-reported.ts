import { startOf } from '../fhir/fhir-date.ts'
import { isFrame, isInTime, mayCount, type Clock } from './counted.ts'
import { dayText } from './day.ts'
import { effectiveStart } from './effective.ts'
import { newestOfEach } from './newest-of-each.ts'
import type { Observation } from './observation.ts'

const DAY = 24 * 60 * 60 * 1000

/** What was reported of late. */
export type RecentlyReported = {
  /** The first day that counts, `YYYY-MM-DD` in the viewer's zone. */
  readonly from: string
  /** How many results, panels that only hold others together left out. */
  readonly count: number
  /** The newest of each test among them, in the order given, as `newestOfEach` has it. */
  readonly results: readonly Observation[]
}

/**
 * Gives the results that were released in the last `days` days, counted to the start of the first of them (FHIR R4
 * Observation.issued); where nobody says when, those whose date begins in these days (D6). Results come newest first; one without a date counts by its release alone.
 */
export function recentlyReported(
  observations: readonly Observation[],
  days: number,
  clock: Clock,
): RecentlyReported {
  const from = dayText(clock.now - days * DAY)
  const since = new Date(clock.now - days * DAY).setHours(0, 0, 0, 0)
  const recent: Observation[] = []
  let isOver = false
  for (const one of observations) {
    // The list is sorted by the date it holds for: past it, only what says when it was released can be recent.
    if (one.issued === undefined && isOver) continue
    if (!mayCount(one) || isFrame(one)) continue
    const at = one.issued === undefined ? effectiveStart(one.effective) : startOf(one.issued)
    if (at === undefined || at < since) {
      if (one.issued === undefined) isOver = true
      continue
    }
    if (at > clock.now + DAY || !isInTime(one, clock)) continue
    recent.push(one)
  }
  return { from, count: recent.length, results: newestOfEach(recent) }
}
