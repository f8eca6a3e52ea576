import { wordsOfPlace, type Organization, type Place } from './organization.ts'
import { wordsOf } from './words.ts'

/** Why an organization was found, where its name doesn't show it. */
export type MatchReason = {
  /** The alias that has what the name lacks. */
  readonly alias: string | undefined
  /** The place that was looked for, else the first there is. */
  readonly place: Place | undefined
}

/** Says by which of its aliases and places an organization was found. */
export function explainMatch(organization: Organization, wanted: readonly string[]): MatchReason {
  const { name, aliases, places } = organization
  const has = (words: readonly string[], starts: readonly string[]) =>
    starts.some((start) => words.some((word) => word.startsWith(start)))
  const missing = wanted.filter((start) => !has(wordsOf(name), [start]))
  const byMost = (place: Place) =>
    missing.filter((start) => has(wordsOfPlace(place), [start])).length
  return {
    alias: missing.length > 0 ? aliases.find((alias) => has(wordsOf(alias), missing)) : undefined,
    place: places.reduce<Place | undefined>(
      (best, place) => (best === undefined || byMost(place) > byMost(best) ? place : best),
      undefined,
    ),
  }
}
