import { nameWords, searchWords, toRow, type Organization } from './organization.ts'
import { encodePostings } from './postings.ts'
import { isWide, type DirectoryIndex } from './shard-plan.ts'

/** An organization, and the words it is found by beyond those of what it shows: of its names, and others. */
export type ListedOrganization = {
  readonly organization: Organization
  readonly furtherNames: readonly string[]
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
const numbersAPart = 8_192

/** A word, who has it in a name, and who has it elsewhere alone; the last is left out where it is nobody. */
type Entry = readonly [text: string, named: string, others?: string]

/** Numbers of organizations, and whether each has the word in a name. */
type Numbers = Map<number, boolean>

/**
 * Writes organizations, in the order in which they are to be found, as an index and shards of a few kB (SMART App
 * Launch 2.2, User-access Brands). A word leads to all that have it, however many they are. Same list, same bytes.
 */
export function buildShards(listed: readonly ListedOrganization[]): BuiltShards {
  const numbersOf = new Map<string, Numbers>()
  listed.forEach(({ organization, furtherNames, furtherWords }, number) => {
    const named = new Set([...nameWords(organization), ...furtherNames])
    for (const word of new Set([...named, ...searchWords(organization), ...furtherWords])) {
      const numbers = numbersOf.get(word)
      if (numbers) numbers.set(number, named.has(word))
      else numbersOf.set(word, new Map([[number, named.has(word)]]))
    }
  })
  const sorted = [...numbersOf.keys()].sort(byCodeUnits)
  const words = pack(sorted.flatMap((word) => toEntries(word, numbersOf.get(word) ?? new Map())))
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
      format: 2,
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
  numbersOf: ReadonlyMap<string, Numbers>,
): Numbers {
  const all: Numbers = new Map()
  for (const word of sorted) {
    if (!word.startsWith(start)) continue
    for (const [number, isNamed] of numbersOf.get(word) ?? [])
      all.set(number, isNamed || all.get(number) === true)
  }
  return new Map([...all].sort(([a], [b]) => a - b))
}

function toEntries(text: string, numbers: Numbers): Entry[] {
  const parts = new Map<number, { named: number[]; others: number[] }>()
  for (const [number, isNamed] of numbers) {
    const key = Math.floor(number / numbersAPart)
    const part = parts.get(key) ?? { named: [], others: [] }
    parts.set(key, part)
    if (isNamed) part.named.push(number)
    else part.others.push(number)
  }
  return [...parts.values()].map(({ named, others }): Entry => {
    const entry = [text, encodePostings(named)] as const
    return others.length > 0 ? [...entry, encodePostings(others)] : entry
  })
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
