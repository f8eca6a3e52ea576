import { currentSpeech } from '../language/language.ts'
import { present } from '../fhir/json.ts'
import { flagsOf } from './narrow-results.ts'
import type { Flag, Observation } from './observation.ts'
import { formatCategories, formatRanges, formatValue } from './words.ts'

/** By what results may be sorted. */
export const sortKeys = ['date', 'name', 'value', 'range', 'flag', 'category', 'status'] as const
export type SortKey = (typeof sortKeys)[number]

/**
 * Sorts results that come newest first. The sort is stable, so that equal ones stay newest first; by value, numbers come
 * in their order, as they stand, and what is no number after them by its words. `descending` turns the order round, but
 * leaves those that have nothing to be sorted by at the end. `titles` are what categories are called, by code; one
 * without a title goes by its code. `nameOf` gives what a result is called where that isn't its own name.
 */
export function sortResults(
  observations: readonly Observation[],
  key: SortKey,
  direction: 'ascending' | 'descending',
  titles: ReadonlyMap<string, string> = new Map(),
  nameOf: NameOf = ({ name }) => name,
): readonly Observation[] {
  if (key === 'date') return direction === 'descending' ? observations : observations.toReversed()
  return inOrder(observations, rankersOf[key](observations, titles, nameOf), direction)
}

/**
 * Puts each into the place that its rank gives it: the places are counted, no two results are compared. Equal ones stay as
 * they were, and those without a rank come last.
 */
function inOrder(
  observations: readonly Observation[],
  ranks: readonly number[],
  direction: 'ascending' | 'descending',
): readonly Observation[] {
  const most = ranks.reduce((one, rank) => (rank > one ? rank : one), -1)
  const bucketOf = (rank: number) => {
    if (Number.isNaN(rank)) return most + 1
    return direction === 'ascending' ? rank : most - rank
  }
  const places = new Uint32Array(most + 3)
  for (const rank of ranks) places[bucketOf(rank) + 1] = (places[bucketOf(rank) + 1] ?? 0) + 1
  for (let bucket = 1; bucket < places.length; bucket += 1)
    places[bucket] = (places[bucket] ?? 0) + (places[bucket - 1] ?? 0)
  const sorted = observations.slice()
  observations.forEach((observation, index) => {
    const bucket = bucketOf(ranks[index] ?? NaN)
    const place = places[bucket] ?? 0
    places[bucket] = place + 1
    sorted[place] = observation
  })
  return sorted
}

type NameOf = (observation: Observation) => string

/**
 * One rank a result, NaN where there is nothing to sort by: words are compared once each, not once a pair. Ranks are whole
 * numbers from 0 on, not many more than there are different ones.
 */
type Ranker = (
  observations: readonly Observation[],
  titles: ReadonlyMap<string, string>,
  nameOf: NameOf,
) => readonly number[]

const LEVELS: Readonly<Record<Flag['level'], number>> = {
  critical: 0,
  abnormal: 1,
  other: 2,
  normal: 3,
}

const rankersOf: Readonly<Record<Exclude<SortKey, 'date'>, Ranker>> = {
  name: (observations, _titles, nameOf) => rankWords(observations.map(nameOf)),
  status: (observations) => rankWords(observations.map(({ status }) => status)),
  range: (observations) =>
    rankWords(
      wordsOnce(observations, formatRanges, ({ ranges, components }) =>
        components.length === 0 ? ranges : undefined,
      ),
    ),
  category: (observations, titles) =>
    rankWords(
      wordsOnce(
        observations,
        (one) => formatCategories(one, titles),
        ({ categories }) => categories,
      ),
    ),
  // What stands out most comes first.
  flag: (observations) =>
    observations
      .map((one) =>
        flagsOf(one).reduce((least, { level }) => Math.min(least, LEVELS[level]), Infinity),
      )
      .map((rank) => (rank === Infinity ? NaN : rank)),
  value: rankValues,
}

/**
 * Puts each into words, those of which `partOf` gives one object once: results of a test mostly share the parts that are
 * equal (`createSharing`). Where it gives none, the words hang on more than that.
 */
function wordsOnce(
  observations: readonly Observation[],
  wordsOf: (observation: Observation) => string,
  partOf: (observation: Observation) => object | undefined,
): readonly string[] {
  const known = new Map<object, string>()
  return observations.map((observation) => {
    const part = partOf(observation)
    const words = (part && known.get(part)) ?? wordsOf(observation)
    if (part) known.set(part, words)
    return words
  })
}

function rankValues(observations: readonly Observation[]): readonly number[] {
  const numbers = observations.map(numberOf)
  const sorted = [...new Set(present(numbers))].sort((a, b) => a - b)
  const places = new Map(sorted.map((number, place) => [number, place]))
  const words = rankWords(
    observations.map((one, index) => (numbers[index] === undefined ? formatValue(one) : '')),
  )
  return numbers.map((number, index) =>
    number === undefined ? places.size + (words[index] ?? NaN) : (places.get(number) ?? 0),
  )
}

function numberOf({ value }: Observation): number | undefined {
  if (value.kind === 'quantity') return value.quantity.amount.number
  return value.kind === 'integer' ? value.value.number : undefined
}

/** The place of each among all that are different, by the alphabet of the page's language; NaN for no words. */
function rankWords(words: readonly string[]): readonly number[] {
  const { compare } = new Intl.Collator(currentSpeech().locale, {
    sensitivity: 'base',
    numeric: true,
  })
  const places = new Map([...new Set(words)].sort(compare).map((word, place) => [word, place]))
  return words.map((word) => (word === '' ? NaN : (places.get(word) ?? 0)))
}
