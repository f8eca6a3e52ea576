import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBundleReader } from './bundle-reader.ts'

/** Reads a text in pieces of this length. */
function readIn(length: number, text: string) {
  const reader = createBundleReader()
  const entries: string[] = []
  for (let from = 0; from < text.length; from += length)
    entries.push(...reader.push(text.slice(from, from + length)))
  return { entries, link: reader.link, end: () => reader.end() }
}

const texts = fc.string({
  unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', 'é', 'x', '\n'),
})
const anything = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 })

describe('createBundleReader', () => {
  it('gives the entries that JSON.parse gives, and the rest, however the text is cut', () => {
    const members = fc.dictionary(
      fc.oneof(texts, fc.constantFrom('entry', 'link', 'total')),
      anything,
    )
    const lists = fc.array(fc.oneof(anything, texts))
    fc.assert(
      fc.property(
        members,
        lists,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(undefined, 1, '\t'),
        (more, entry, length, indent) => {
          const bundle = { ...more, entry, after: more['link'] ?? null }
          const read = readIn(length, JSON.stringify(bundle, null, indent))
          const plain = JSON.parse(JSON.stringify(bundle)) as { entry: unknown[] }
          expect(read.entries.map((text): unknown => JSON.parse(text))).toEqual(plain.entry)
          expect(read.end()).toEqual({ ...plain, entry: plain.entry.map(() => 0) })
          expect(read.link === undefined).toBe(!('link' in plain))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('reads anything that is no Bundle as it is, without entries', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 9 }), (json, length) => {
        fc.pre(!(typeof json === 'object' && json !== null && 'entry' in json))
        const { entries, end } = readIn(length, JSON.stringify(json))
        expect(entries).toEqual([])
        expect(end()).toEqual(JSON.parse(JSON.stringify(json)))
      }),
    )
  })

  it('takes neither the members of an entry nor an escaped name for those of the Bundle', () => {
    const inner = { entry: [1, 2], link: [{ relation: 'next', url: 'wrong' }] }
    const bundle = { a: inner, 'x"entry': [3], entry: [inner], link: [] }
    const { entries, link } = readIn(3, JSON.stringify(bundle))
    expect(entries.map((text): unknown => JSON.parse(text))).toEqual([inner])
    expect(link).toBe('[]')
  })

  it('gives the link before the entries have arrived', () => {
    const reader = createBundleReader()
    reader.push('{"resourceType":"Bundle","link":[{"relation":"next","url":"u"}],"entry":[{"a"')
    expect(reader.link).toBe('[{"relation":"next","url":"u"}]')
  })

  it.each([
    '{"entry":[{"a":1}',
    '{"entry":[{"a":1} {"b":2}]}',
    '{"entry":[1,]}',
    '',
    '[',
    '{"a":"',
    '{"a":"\\"',
  ])('ERR-07 calls %s no JSON', (text) => {
    expect(() => readIn(2, text).end()).toThrow(SyntaxError)
  })

  it('never throws while a text arrives, whatever it is', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 5 }), (text, length) => {
        for (const sent of [text, `{"entry":[${text}`])
          expect(Array.isArray(readIn(length, sent).entries)).toBe(true)
      }),
    )
  })
})
