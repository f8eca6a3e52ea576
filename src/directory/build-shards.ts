import { searchWords, toRow, type Organization } from './organization.ts'
import { encodePostings } from './postings.ts'
import { isWide, type DirectoryIndex } from './shard-plan.ts'

/** An organization, and the words it is found by beyond those of what it shows. */
export type ListedOrganization = {
  readonly organization: Organization
  readonly furtherWords: readonly string[]
}

/** An index without the name of the folder, which the tool makes of what the shards hold; and each shard's text. */
export type BuiltShards = {
  readonly index: Omit<DirectoryIndex, 'folder'>
  readonly shards: ReadonlyMap<string, string>
}

/** Bytes of a shard at most, but for one that holds a single longer entry. */
export const shardBytes = 4_800

/** A list of numbers is parted at multiples of this, so that each part is short. */
const numbersAPart = 16_384

type Entry = readonly [text: string, postings: string]

/**
 * Writes organizations, in the order in which they are to be found, as an index and shards of a few kB (SMART App
 * Launch 2.2, User-access Brands). A word leads to all that have it, however many they are. Same list, same bytes.
 */
export function buildShards(listed: readonly ListedOrganization[]): BuiltShards {
  const numbersOf = new Map<string, number[]>()
  listed.forEach(({ organization, furtherWords }, number) => {
    for (const word of new Set([...searchWords(organization), ...furtherWords])) {
      const numbers = numbersOf.get(word)
      if (numbers) numbers.push(number)
      else numbersOf.set(word, [number])
    }
  })
  const sorted = [...numbersOf.keys()].sort(byCodeUnits)
  const words = pack(sorted.flatMap((word) => toEntries(word, numbersOf.get(word) ?? [])))
  const firsts = words.map(firstText)
  const starts = pack(
    listWide(firsts).flatMap((start) => toEntries(start, numbersOfStart(start, sorted, numbersOf))),
  )
  const organizations = pack(listed.map(({ organization }) => toRow(organization)))
  const shards = new Map<string, string>()
  const add = (kind: string, all: readonly (readonly unknown[])[]) =>
    all.forEach((shard, number) => shards.set(`${kind}-${number}`, JSON.stringify(shard)))
  add('w', words)
  add('s', starts)
  add('o', organizations)
  return {
    index: {
      format: 1,
      count: listed.length,
      words: firsts,
      starts: starts.map(firstText),
      organizations: organizations.map((shard) => shard.length),
    },
    shards,
  }
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const firstText = (shard: readonly Entry[]) => shard[0]?.[0] ?? ''

/** Every beginning that is wide, in order; each of them begins a shard's first word. */
function listWide(firsts: readonly string[]): string[] {
  const starts = firsts.flatMap((first) => {
    const characters = Array.from(first)
    return characters.map((_, index) => characters.slice(0, index + 1).join(''))
  })
  return [...new Set(starts)].filter((start) => isWide(firsts, start)).sort(byCodeUnits)
}

function numbersOfStart(
  start: string,
  sorted: readonly string[],
  numbersOf: ReadonlyMap<string, readonly number[]>,
): number[] {
  const all = new Set<number>()
  for (const word of sorted)
    if (word.startsWith(start)) for (const number of numbersOf.get(word) ?? []) all.add(number)
  return [...all].sort((a, b) => a - b)
}

function toEntries(text: string, numbers: readonly number[]): Entry[] {
  const parts = new Map<number, number[]>()
  for (const number of numbers) {
    const key = Math.floor(number / numbersAPart)
    const part = parts.get(key)
    if (part) part.push(number)
    else parts.set(key, [number])
  }
  return [...parts.values()].map((part) => [text, encodePostings(part)] as const)
}

const encoder = new TextEncoder()

/** Parts a list so that each part is a short JSON text. */
function pack<T>(list: readonly T[]): T[][] {
  const parts: T[][] = []
  let room = 0
  for (const one of list) {
    const size = encoder.encode(JSON.stringify(one)).length + 1
    const last = parts.at(-1)
    if (last && size <= room) last.push(one)
    else {
      parts.push([one])
      room = shardBytes - 1
    }
    room -= size
  }
  return parts
}
