import type { Coding } from '../fhir/coding.ts'
import type { Observation } from './observation.ts'
import { hasTrend } from './trend-parts.ts'

/** A test of the record that can be drawn: its name as the newest result has it, and how many results it has. */
export type TrendName = {
  readonly id: string
  readonly name: string
  /** The codes that its name came with. */
  readonly codings: readonly Coding[]
  readonly count: number
}

type Found = Pick<Observation, 'name' | 'codings'> & { count: number; isDrawable: boolean }

/**
 * The tests of a record that have a trend, by name. Takes Observations newest first and walks through them once; results
 * that can't be points are counted too, as they belong to the test.
 */
export function listTrends(observations: readonly Observation[]): readonly TrendName[] {
  const found = new Map<string, Found>()
  for (const observation of observations) {
    const { seriesId, name, codings, status } = observation
    if (status === 'entered-in-error') continue
    const trend = found.get(seriesId) ?? { name, codings, count: 0, isDrawable: false }
    trend.count += 1
    trend.isDrawable ||= hasTrend(observation)
    found.set(seriesId, trend)
  }
  return [...found]
    .filter(([, { isDrawable }]) => isDrawable)
    .map(([id, { name, codings, count }]) => ({ id, name, codings, count }))
    .toSorted(
      (a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }) || (a.id < b.id ? -1 : 1),
    )
}
