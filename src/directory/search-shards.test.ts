import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildShards,
  shardBytes,
  type BuiltShards,
  type ListedOrganization,
} from './build-shards.ts'
import { isMatch, nameWords, searchWords } from './organization.ts'
import { searchShards } from './search-shards.ts'
import { anyOrganizations, anyQuery, listed as toListed } from './test-organizations.ts'
import { wordsOf } from './words.ts'

/** Searches as the app does, which fetches what is lacking; counts what it fetched. */
function search({ index, shards }: BuiltShards, query: string, limit: number) {
  const there = new Map<string, unknown>()
  for (;;) {
    const answer = searchShards({ ...index, folder: 'f' }, wordsOf(query), limit, (name) =>
      there.get(name),
    )
    if (answer.kind === 'found') return { ...answer, fetched: [...there.keys()] }
    for (const name of answer.shards) {
      const text = shards.get(name)
      if (text === undefined) throw new Error(`There is no shard ${name}`)
      there.set(name, JSON.parse(text))
    }
  }
}

/** Walks through all organizations; those come first that are called what is looked for. */
function walk(listed: readonly ListedOrganization[]) {
  const all = listed.map(({ organization: one, furtherNames, furtherWords }) => ({
    one,
    names: [...nameWords(one), ...furtherNames],
    words: [...searchWords(one), ...furtherNames, ...furtherWords],
  }))
  return (query: string) => {
    const wanted = wordsOf(query)
    const found = all.filter(({ words }) => isMatch(words, wanted))
    const named = found.filter(({ names }) => isMatch(names, wanted))
    return [...named, ...found.filter((each) => !named.includes(each))].map(({ one }) => one)
  }
}

const syllables = ['ba', 'bo', 'ka', 'ke', 'li', 'mo', 'nu', 'ra', 'se', 'to', 'vi', 'zu']
const nameOf = (number: number) =>
  [number, number * 7 + 1, number * 31 + 5, number * 11 + 3]
    .map((each) => syllables[each % syllables.length])
    .join('')
/** So many that words fill many shards, and "hospital" is in each. */
const many: ListedOrganization[] = Array.from({ length: 20_000 }, (_, number) =>
  toListed({
    name: `${nameOf(number)}${nameOf(number * 3)} ${number} Hospital`,
    // So that lists of those who are called so and of those who are not are long, both.
    places: [{ city: number % 3 === 0 ? 'Hospital' : 'Bakersfield', state: 'CA', postalCode: '' }],
  }),
)
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
      expect(fetched.length).toBeLessThan(28)
    }
  })

  it('keeps every shard of very many to a few kB', () => {
    const sizes = [...builtMany.shards.values()].map((text) => Buffer.byteLength(text))
    expect(sizes.length).toBeGreaterThan(250)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(shardBytes)
  })

  it('puts who is called what is looked for before who is only there or part of it', () => {
    const mercy = { city: 'Mercy', state: 'CA', postalCode: '' }
    const all = [
      ...Array.from({ length: 40 }, (_, n) => toListed({ name: `Clinic ${n}`, places: [mercy] })),
      toListed({ name: 'Annex', partOf: 'Mercy Hospital' }),
      toListed({ name: 'Hope House', aliases: ['Mercy Home'] }),
      { ...toListed({ name: 'Grace House' }), furtherNames: ['mercy'] },
      toListed({ name: 'Mercy Hospital' }),
    ]
    const { total, organizations } = search(buildShards(all), 'mercy', 10)
    expect(total).toBe(44)
    expect(organizations.slice(0, 4).map(({ name }) => name)).toEqual([
      'Hope House',
      'Grace House',
      'Mercy Hospital',
      'Clinic 0',
    ])
  })

  it('reads no more for a keystroke among 5,000 than a few shards, whatever is typed', () => {
    const built = buildShards(many.slice(0, 5_000))
    for (const query of ['b', 'ba', 'bak', 'hospital', 'hos', '1', '19', 'bakersfield', 'none']) {
      const { fetched } = search(built, query, 10)
      const rows = fetched.filter((name) => name.startsWith('o-'))
      // The work grows with what is read: every entry of a shard is looked at, and no other.
      expect(fetched.length - rows.length).toBeLessThanOrEqual(2)
      expect(rows.length).toBeLessThanOrEqual(10)
    }
  })

  it('refuses shards that are none', () => {
    const { index } = buildShards([toListed()])
    for (const shard of [{}, [7], [['city', 5]], [['city', 'd', 5]], [['city', 'x!']]])
      expect(() => searchShards({ ...index, folder: 'f' }, ['city'], 1, () => shard)).toThrow(
        /cannot be read/,
      )
  })
})
