import { ANALYTES } from './analyte-table.ts'
import { isCounted, type Clock } from './counted.ts'
import { glanceOf, newestByTest, type Glance } from './glance.ts'
import type { Observation } from './observation.ts'

/** The order in which vital signs are read, by group of tests (docs/analytes.md) or by code. */
const ORDER = [
  'blood-pressure',
  // A mean of several, and parts that were sent alone.
  'loinc-96607-7',
  'loinc-8480-6',
  'loinc-8462-4',
  'heart-rate',
  'respiratory-rate',
  'body-temperature',
  'oxygen-saturation-pulse-oximetry',
  'body-weight',
  'body-height',
  'body-mass-index',
  'head-circumference',
]

const PLACES: ReadonlyMap<string, number> = new Map(
  ORDER.map((id, place) => {
    const code = ANALYTES.find((analyte) => analyte.id === id)?.codes[0]
    return [code === undefined ? id : `loinc-${code}`, place]
  }),
)

/**
 * Gives the vital signs at a glance from results that come newest first: those known by their LOINC codes in a fixed
 * order, then whatever else was categorised as one, by name; all of them with what came in other categories too.
 */
export function latestVitals(
  observations: readonly Observation[],
  clock: Clock,
): readonly Glance[] {
  const categorised = new Set(
    observations
      .filter((one) => one.categories.includes('vital-signs') && isCounted(one))
      .map(({ seriesId }) => seriesId),
  )
  // By the test, not by the result: its latest may have come in another category.
  const isVital = ({ seriesId }: Observation) => PLACES.has(seriesId) || categorised.has(seriesId)
  const placeOf = ({ seriesId }: Glance) => PLACES.get(seriesId) ?? PLACES.size
  const glances = [...newestByTest(observations, isVital, clock).values()].flatMap(
    (results) => glanceOf(results) ?? [],
  )
  return glances.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) || compareText(a.name, b.name) || compareText(a.seriesId, b.seriesId),
  )
}

/** Gives tests at a glance by the ids of their series, in that order; those of which nothing is loaded are left out. */
export function pinnedGlances(
  observations: readonly Observation[],
  pinned: readonly string[],
  clock: Clock,
): readonly Glance[] {
  if (pinned.length === 0) return []
  const ids = new Set(pinned)
  const tests = newestByTest(observations, ({ seriesId }) => ids.has(seriesId), clock)
  return [...ids].flatMap((id) => glanceOf(tests.get(id) ?? []) ?? [])
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
