import { readRow, type Organization } from './organization.ts'
import { visitPostings } from './postings.ts'
import { shardsFor, type DirectoryIndex } from './shard-plan.ts'

/** What a search comes to: shards that it still lacks, or all that it finds and the first of it. */
export type ShardAnswer =
  | { readonly kind: 'lacking'; readonly shards: readonly string[] }
  | {
      readonly kind: 'found'
      /** How many there are in all. */
      readonly total: number
      readonly organizations: readonly Organization[]
    }

/** Gives a shard that is there, as parsed JSON. */
export type ShardReader = (name: string) => unknown

/** An organization has what was looked for, and has it in its names. */
const isFound = 1
const isNamed = 2

/**
 * Finds the organizations that have each of the words (one at least), as far as those are typed, and gives the first
 * `limit`: before all others those that have each in one of their names. It asks `read` for shards, and says which it
 * lacks instead of answering in part.
 *
 * @throws {Error} where a shard isn't one
 */
export function searchShards(
  index: DirectoryIndex,
  words: readonly string[],
  limit: number,
  read: ShardReader,
): ShardAnswer {
  const wanted = words.map((word) => {
    const { kind, from, to } = shardsFor(index, word)
    const names = Array.from({ length: to - from + 1 }, (_, at) => `${kind}-${from + at}`)
    return { word, isWhole: kind === 's', names }
  })
  const lacking = lackingOf(
    wanted.flatMap(({ names }) => names),
    read,
  )
  if (lacking.length > 0) return { kind: 'lacking', shards: lacking }
  const sets = wanted.map(({ word, isWhole, names }) =>
    markAll(index.count, names.map(read), word, isWhole),
  )
  const named: number[] = []
  const others: number[] = []
  for (let number = 0; number < index.count; number++) {
    const mark = sets.reduce((both, marks) => both & (marks[number] ?? 0), isFound | isNamed)
    if (mark & isNamed) named.push(number)
    else if (mark & isFound) others.push(number)
  }
  const numbers = [...named, ...others]
  const shown = numbers.slice(0, limit).map((number) => locate(index.organizations, number))
  const lackingRows = lackingOf(
    shown.map(({ name }) => name),
    read,
  )
  if (lackingRows.length > 0) return { kind: 'lacking', shards: lackingRows }
  const organizations = shown.map(({ name, row }) => rowOf(read(name), row))
  return { kind: 'found', total: numbers.length, organizations }
}

const lackingOf = (names: readonly string[], read: ShardReader) =>
  [...new Set(names)].filter((name) => read(name) === undefined)

/** Marks the organizations of all words that begin with `start`, or of that beginning itself. */
function markAll(
  count: number,
  shards: readonly unknown[],
  start: string,
  isWhole: boolean,
): Uint8Array {
  const marks = new Uint8Array(count)
  for (const shard of shards)
    for (const [text, named, others] of entriesOf(shard)) {
      if (isWhole ? text !== start : !text.startsWith(start)) continue
      visitPostings(named, (number) => (marks[number] = isFound | isNamed))
      visitPostings(others, (number) => (marks[number] = (marks[number] ?? 0) | isFound))
    }
  return marks
}

function entriesOf(shard: unknown): (readonly [text: string, named: string, others: string])[] {
  if (!Array.isArray(shard)) throw new Error('A shard of words cannot be read')
  return shard.map((entry: unknown) => {
    const [text, named, others = 'd'] = Array.isArray(entry) ? (entry as unknown[]) : []
    if (typeof text !== 'string' || typeof named !== 'string' || typeof others !== 'string')
      throw new Error('A shard of words cannot be read')
    return [text, named, others] as const
  })
}

/** The shard of an organization, and which of its rows it is. */
function locate(counts: readonly number[], number: number): { name: string; row: number } {
  let row = number
  let shard = 0
  while (row >= (counts[shard] ?? Infinity)) {
    row -= counts[shard] ?? 0
    shard++
  }
  return { name: `o-${shard}`, row }
}

function rowOf(shard: unknown, row: number): Organization {
  const organization = readRow(Array.isArray(shard) ? (shard[row] as unknown) : undefined)
  if (!organization) throw new Error('A shard of organizations cannot be read')
  return organization
}
