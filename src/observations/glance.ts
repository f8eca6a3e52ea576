import { t } from '../language/t.ts'
import { analyteOf } from './analytes.ts'
import { isCounted, isFrame, isInTime, saysSomething, type Clock } from './counted.ts'
import { formatChange } from './glance-change.ts'
import { glanceLinesOf, type GlanceLine } from './glance-parts.ts'
import { isSameTime } from './latest-lines.ts'
import type { Observation } from './observation.ts'
import { hasTrend } from './trend-parts.ts'

/** One test at a glance: its latest results, and how they came about. */
export type Glance = {
  readonly seriesId: string
  readonly name: string
  /** At least one; several where they hold at the same time (D6). */
  readonly latest: readonly Observation[]
  /** How the latest differs from the one before, in words; undefined where that isn't certain. */
  readonly change: string | undefined
  /** The newest that say something, where the latest don't: several of one time, as above; else none. */
  readonly before: readonly Observation[]
  /** Of the newest results alone where `isCut`: there are older ones, which nobody looked at. */
  readonly lines: readonly GlanceLine[]
  readonly isCut: boolean
  /** Whether a trend can be drawn of it. */
  readonly hasTrend: boolean
}

/** So many results of a test, the newest, are looked at; a list of so many may have been cut. */
const AT_MOST = 100

/**
 * Collects the newest results of each test that `isWanted` asks for, from results that come newest first: about the
 * patient, in time, and neither cancelled, in error nor panels that only hold others together (D3, D6, D8).
 */
export function newestByTest(
  observations: readonly Observation[],
  isWanted: (observation: Observation) => boolean,
  clock: Clock,
): ReadonlyMap<string, readonly Observation[]> {
  const tests = new Map<string, Observation[]>()
  for (const one of observations) {
    if (!isWanted(one)) continue
    const known = tests.get(one.seriesId)
    if (known !== undefined && known.length >= AT_MOST) continue
    if (!isCounted(one) || isFrame(one) || !isInTime(one, clock)) continue
    if (known === undefined) tests.set(one.seriesId, [one])
    else known.push(one)
  }
  return tests
}

/** What medicine calls the test, where that is certain; else what its sender does. */
function nameOf({ codings, name }: Observation): string {
  const analyte = analyteOf(codings)
  return analyte === undefined ? name : t(analyte.name)
}

/** Gives one test at a glance from its results, newest first; undefined when there are none. */
export function glanceOf(observations: readonly Observation[]): Glance | undefined {
  const [first] = observations
  if (first === undefined) return undefined
  const next = observations.findIndex((one) => !isSameTime(first, one))
  const latest = next < 0 ? observations : observations.slice(0, next)
  const earlier = next < 0 ? [] : observations.slice(next).filter(saysSomething)
  const [previous, other] = earlier
  const isOnly = previous && !(other && isSameTime(previous, other))
  const isSaid = latest.some(saysSomething)
  return {
    seriesId: first.seriesId,
    name: nameOf(first),
    latest,
    change: isOnly && latest.length === 1 && isSaid ? formatChange(first, previous) : undefined,
    before: isSaid || !previous ? [] : earlier.filter((one) => isSameTime(previous, one)),
    lines: glanceLinesOf(observations),
    isCut: observations.length >= AT_MOST,
    hasTrend: observations.some(hasTrend),
  }
}
