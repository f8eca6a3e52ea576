import type { Observation } from './observation.ts'

/** Results to be found by their ids. */
export type ResultsById = Pick<ReadonlyMap<string, Observation>, 'get' | 'has'>

/** Gives these results by their ids. They are gone through when the first is asked for: most records ask for none. */
export function resultsById(observations: readonly Observation[]): ResultsById {
  let all: ReadonlyMap<string, Observation> | undefined
  const known = () => (all ??= new Map(observations.map((one) => [one.id, one])))
  return { get: (id) => known().get(id), has: (id) => known().has(id) }
}
