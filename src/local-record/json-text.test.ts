import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutMember, putMember } from './json-text.ts'

describe('cutMember', () => {
  it('gives a member as it was written, digits and all', () => {
    expect(cutMember('{"a":{"v":1}, "resource" : {"v":5.10} ,"z":[1]}', 'resource')).toBe(
      '{"v":5.10}',
    )
  })

  it.each([
    ['a name written with escapes', '{"\\u0069d":"x"}', '"x"'],
    ['the last of two', '{"id":1,"id":2}', '2'],
    ['a text like the name in a value', '{"a":"id","id":3}', '3'],
    ['brackets and quotes in texts', '{"a":"}\\"{[","id":[{"id":4}]}', '[{"id":4}]'],
  ])('finds %s', (_name, text, found) => {
    expect(cutMember(text, 'id')).toBe(found)
  })

  it('finds none in what is nested, or where there is none', () => {
    expect(cutMember('{"a":{"id":1},"b":[{"id":2}],"c":"id"}', 'id')).toBeUndefined()
    expect(cutMember('{}', 'id')).toBeUndefined()
  })

  it('cuts out what JSON.parse would give, of any object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(3), (object, indent) => {
        const text = JSON.stringify(object, null, indent)
        const parsed = JSON.parse(text) as Record<string, unknown>
        for (const name of Object.keys(parsed))
          expect(JSON.parse(cutMember(text, name) ?? '')).toEqual(parsed[name])
      }),
    )
  })
})

describe('putMember', () => {
  it('puts a member in the place of another, and leaves the rest as written', () => {
    const text = putMember('{"id":"a","v":5.10,"subject":{"display":"}"}} ', 'subject', { x: 1 })
    expect(text).toContain('5.10')
    expect(JSON.parse(text)).toEqual({ id: 'a', v: 5.1, subject: { x: 1 } })
    expect(text.match(/"subject"/g)).toHaveLength(1)
    expect(putMember(' {"id" : 1, "v":2}', 'id', 'x')).toBe(' {"id" :"x", "v":2}')
    expect(JSON.parse(putMember('{"v":2}', 'id', 'x'))).toEqual({ v: 2, id: 'x' })
  })
})
