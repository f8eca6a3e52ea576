import { effectiveStart } from './effective.ts'
import { saysSomething } from './counted.ts'
import { howOf } from './how.ts'
import { isSameTime } from './latest-lines.ts'
import type { Observation } from './observation.ts'

/**
 * Gives the newest result of each test made in one way, in the order given, which must be newest first: several where
 * they hold at the same time (D6), and behind those that say nothing yet, such as a pending one, the newest that does.
 * Of what has no date nobody knows that something is newer: all of it is given.
 */
export function newestOfEach(observations: readonly Observation[]): readonly Observation[] {
  const tests = new Map<string, { last: Observation; isSaid: boolean }>()
  return observations.filter((one) => {
    if (effectiveStart(one.effective) === undefined) return true
    const key = `${one.seriesId} ${howOf(one)}`
    const known = tests.get(key)
    const isSaid = saysSomething(one)
    if (known === undefined) {
      tests.set(key, { last: one, isSaid })
      return true
    }
    const isNext = !known.isSaid && isSaid
    if (!isSameTime(known.last, one) && !isNext) return false
    if (isNext) tests.set(key, { last: one, isSaid })
    return true
  })
}
