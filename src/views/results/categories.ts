import type { Observation } from '../../observations/observation.ts'

/** A category that results can be narrowed to: its code, its title, and how many results have it. */
export type CategoryChoice = {
  readonly code: string
  readonly title: string
  readonly count: number
}

/**
 * Gives the categories that occur in the results, those with a title first and in their order. The `chosen` one is
 * always among them when it has a title, so that a choice is kept while its results are still on their way.
 */
export function categoryChoices(
  observations: readonly Observation[],
  titles: ReadonlyMap<string, string>,
  chosen: string,
): CategoryChoice[] {
  const counts = new Map(titles.has(chosen) ? [[chosen, 0]] : [])
  for (const { categories } of observations) {
    const codes = categories.length > 1 ? new Set(categories) : categories
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const known = [...titles.keys()].filter((code) => counts.has(code))
  const others = [...counts.keys()].filter((code) => !titles.has(code)).toSorted()
  return [...known, ...others].map((code) => ({
    code,
    title: titles.get(code) ?? code,
    count: counts.get(code) ?? 0,
  }))
}
