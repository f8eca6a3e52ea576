import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { isOfKind, toKind } from './same-kind.ts'

const isSameKind = (one: unknown, other: unknown) =>
  isOfKind(one as JsonObject, toKind(other as JsonObject))

describe('isOfKind', () => {
  it('tells apart whatever JSON tells apart, in whatever order its members come', () => {
    // Few values and names, so that many are alike.
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, 0, '', 'a', false),
        fc.array(tie('tree'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('code', 'status', 'id', '__proto__'), tie('tree')),
      ),
    }))
    const member = tree.map((json) => JSON.parse(JSON.stringify(json)) as unknown)
    fc.assert(
      fc.property(member, member, (one, other) => {
        const isEqual = isDeepStrictEqual(one, other)
        expect(isSameKind({ code: one, status: 'a' }, { status: 'a', code: other })).toBe(isEqual)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    ['its id', { id: 'a' }, { id: 'b' }],
    ['its value and dates', { valueQuantity: { value: 1 }, issued: 'x' }, { valueInteger: 2 }],
    ['its version', { meta: { versionId: '1' } }, { meta: { versionId: '2', lastUpdated: 'x' } }],
    [
      'what it refers to',
      { performer: [{ reference: 'Practitioner/1', display: 'One' }] },
      { performer: [{ reference: 'Practitioner/2', display: 'One' }] },
    ],
  ])('looks past %s', (_, one, other) => {
    expect(isSameKind(one, other)).toBe(true)
  })

  it.each([
    ['a label of it', { meta: { tag: ['x'] } }, { meta: { tag: ['y'] } }],
    [
      'what something it refers to is called',
      { specimen: { reference: 'Specimen/1', display: 'Blood' } },
      { specimen: { reference: 'Specimen/1', display: 'Urine' } },
    ],
    ['whom it is about', { subject: { reference: 'a' } }, { subject: { reference: 'b' } }],
    ['something of that name that is no reference', { code: { reference: 'a' } }, { code: {} }],
    ['a reference within one', { basedOn: { x: { reference: 'a' } } }, { basedOn: { x: {} } }],
    ['a name that every object has', { code: { constructor: 'x' } }, { code: {} }],
    [
      'a name that stands for what every object has',
      JSON.parse('{"code":{"__proto__":{}}}'),
      { code: { text: 1 } },
    ],
    ['a list in place of an object', { code: ['x'] }, { code: { 0: 'x' } }],
    ['how many there are', { code: ['x'] }, { code: ['x', 'y'] }],
  ])('minds %s', (_, one, other) => {
    expect(isSameKind(one, other)).toBe(false)
    expect(isSameKind(other, one)).toBe(false)
    expect(isSameKind(one, one)).toBe(true)
  })
})
