import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memberText } from './member-text.ts'

describe('memberText', () => {
  it('gives a member character by character', () => {
    const json =
      '{ "fullUrl": "a", "resource" : { "v":5.10, "w": [1.0e3, "}"] } , "search": {"mode":"match"} }'
    expect(memberText(json, 'resource')).toBe('{ "v":5.10, "w": [1.0e3, "}"] }')
  })

  it.each([
    ['{}', undefined],
    ['[{"resource":1}]', undefined],
    ['"resource"', undefined],
    ['{"a":{"resource":1}}', undefined],
    ['{"a":"resource","b":":"}', undefined],
    [String.raw`{"re\u0073ource":1}`, '1'],
    ['{"resource":1,"resource":2}', '2'],
    ['{"resource":[]}', '[]'],
  ])('of %s finds %s', (json, found) => {
    expect(memberText(json, 'resource')).toBe(found)
  })

  it('gives what JSON.parse gives, for any object and any spacing', () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 2 }), {
      minKeys: 1,
      maxKeys: 4,
    })
    fc.assert(
      fc.property(object, fc.nat(3), (made, indent) => {
        const json = JSON.stringify(made, null, indent)
        for (const [name, value] of Object.entries(JSON.parse(json) as object))
          expect(JSON.parse(memberText(json, name) ?? '')).toEqual(value)
      }),
      { numRuns: 50 },
    )
  })
})
