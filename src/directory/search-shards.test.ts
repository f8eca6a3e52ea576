import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildShards,
  shardBytes,
  type BuiltShards,
  type ListedOrganization,
} from './build-shards.ts'
import { isMatch, searchWords } from './organization.ts'
import { searchShards } from './search-shards.ts'
import { anyOrganizations, anyQuery, organization } from './test-organizations.ts'
import { wordsOf } from './words.ts'

/** Searches as the app does, which fetches what is lacking; counts what it fetched. */
function search({ index, shards }: BuiltShards, query: string, limit: number) {
  const there = new Map<string, unknown>()
  for (;;) {
    const answer = searchShards({ ...index, folder: 'f' }, wordsOf(query), limit, (name) =>
      there.get(name),
    )
    if (answer.kind === 'found') return { ...answer, fetched: there.size }
    for (const name of answer.shards) {
      const text = shards.get(name)
      if (text === undefined) throw new Error(`There is no shard ${name}`)
      there.set(name, JSON.parse(text))
    }
  }
}

/** Walks through all organizations. */
function walk(listed: readonly ListedOrganization[]) {
  const all = listed.map(({ organization: one, furtherWords }) => ({
    one,
    words: [...searchWords(one), ...furtherWords],
  }))
  return (query: string) => {
    const wanted = wordsOf(query)
    return all.filter(({ words }) => isMatch(words, wanted)).map(({ one }) => one)
  }
}

const syllables = ['ba', 'bo', 'ka', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'to', 'vi', 'zu']
const nameOf = (number: number) =>
  [number, number * 7 + 1, number * 31 + 5, number * 11 + 3]
    .map((each) => syllables[each % syllables.length])
    .join('')
/** So many that words fill many shards, and "hospital" is in each. */
const many: ListedOrganization[] = Array.from({ length: 20_000 }, (_, number) => ({
  organization: organization({ name: `${nameOf(number)}${nameOf(number * 3)} ${number} Hospital` }),
  furtherWords: [],
}))
const builtMany = buildShards(many)

describe('searchShards', () => {
  it('finds what a walk through all organizations finds, for any of them and any query', () => {
    fc.assert(
      fc.property(
        anyOrganizations,
        anyQuery.filter((query) => wordsOf(query).length > 0),
        fc.nat(20),
        (listed, query, limit) => {
          const all = walk(listed)(query)
          const { total, organizations } = search(buildShards(listed), query, limit)
          expect(total).toBe(all.length)
          expect(organizations).toEqual(all.slice(0, limit))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('finds all of very many, by words that begin alike and by one that each has', () => {
    const find = walk(many)
    for (const query of ['b', 'ba', 'bak', 'hospital', 'hos 123', '19999', '1 b', 'none']) {
      const all = find(query)
      const { total, organizations, fetched } = search(builtMany, query, 10)
      expect(total).toBe(all.length)
      expect(organizations).toEqual(all.slice(0, 10))
      expect(fetched).toBeLessThan(24)
    }
  })

  it('keeps every shard of very many to a few kB', () => {
    const sizes = [...builtMany.shards.values()].map((text) => Buffer.byteLength(text))
    expect(sizes.length).toBeGreaterThan(250)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(shardBytes)
  })

  it('refuses shards that are none', () => {
    const { index } = buildShards([{ organization: organization(), furtherWords: [] }])
    for (const shard of [{}, [7], [['city', 5]], [['city', 'x!']]])
      expect(() => searchShards({ ...index, folder: 'f' }, ['city'], 1, () => shard)).toThrow(
        /cannot be read/,
      )
  })
})
