import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from './sign-in-document.ts'

const nested = (levels: number) => `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`

describe('readDocument', () => {
  it('XSS-07 takes objects up to 32 levels deep and four million characters long', () => {
    expect(readDocument(nested(32))).toBeDefined()
    expect(readDocument(`{"a":"${'x'.repeat(3_900_000)}"}`)).toBeDefined()
  })

  it.each([
    ['nested deeper', nested(33)],
    ['nested as deep as a text can be', nested(100_000)],
    ['longer', `{"a":"${'x'.repeat(4_000_000)}"}`],
    ['a list', '[]'],
    ['a text', '"{}"'],
    ['HTML', '<html>'],
    ['nothing', ''],
  ])('XSS-07 refuses what is %s', (_name, text) => {
    expect(readDocument(text)).toBeUndefined()
  })

  it('XSS-07 lets no member change what every object has', () => {
    readDocument('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
    expect({}).not.toHaveProperty('polluted')
  })

  it('gives back what JSON says, whatever it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })), (object) => {
        const text = JSON.stringify(object)
        expect(readDocument(text)).toEqual(JSON.parse(text))
      }),
    )
  })
})
