import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../fhir/json.ts'
import {
  contextIdOf,
  describeFhirContext,
  isFhirContext,
  noContext,
  readFhirContext,
} from './fhir-context.ts'

const base = 'https://ehr.example/api/FHIR/R4'
const read = (json: Json | undefined) => readFhirContext(json, base)
const reference = (type: string, id: string) => ({ kind: 'reference', type, id })
const named = (by: string, type: string) => ({ kind: 'named', by, type })

describe('readFhirContext', () => {
  it.each([
    ['a text, as in SMART 2.0', 'Observation/o-1', reference('Observation', 'o-1')],
    ['an object without a role', { reference: 'List/l-1' }, reference('List', 'l-1')],
    [
      'the role launch',
      { reference: `${base}/ImagingStudy/s-1`, role: 'launch' },
      reference('ImagingStudy', 's-1'),
    ],
    [
      'a canonical',
      { canonical: 'https://ehr.example/Questionnaire/q|1', type: 'Questionnaire' },
      named('canonical', 'Questionnaire'),
    ],
    [
      'an identifier',
      { identifier: { value: '7' }, type: 'ServiceRequest' },
      named('identifier', 'ServiceRequest'),
    ],
    [
      'another server',
      { reference: 'https://other.example/Observation/o-1', type: 'Observation' },
      named('elsewhere', 'Observation'),
    ],
    ['a type without a name here', 'Basic/b-1', named('elsewhere', 'other')],
    ['a patient, whose id is not kept', 'Patient/p-2', named('elsewhere', 'Patient')],
  ])('CTX-08 reads %s', (_name, item, expected) => {
    expect(read([item])).toEqual({ items: [expected], otherRoles: 0, leftOut: 0 })
  })

  it.each(['https://ehr.example/role/related-chart', '', 7, null])(
    'CTX-08 counts an item of the role %j and gives it no meaning',
    (role) => {
      expect(read([{ reference: 'Observation/o-1', role }])).toEqual({
        items: [],
        otherRoles: 1,
        leftOut: 0,
      })
    },
  )

  it('F-T10 leaves out what it may not hold', () => {
    expect(read([null, 7, [], { reference: 7 }, {}])).toEqual({ ...noContext, leftOut: 5 })
    expect(read(undefined)).toEqual(noContext)
  })

  it('CTX-08 keeps fifty at most', () => {
    const { items, leftOut } = read(Array.from({ length: 60 }, (_, n) => `Task/${n}`))
    expect([items.length, leftOut]).toEqual([50, 10])
  })

  it('CTX-08 STO-02 never fails, and what it gives passes the check of storage', () => {
    const item = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          reference: fc.oneof(fc.constantFrom('Observation/1', 'Patient/2', '#x'), fc.jsonValue()),
          canonical: fc.jsonValue(),
          identifier: fc.jsonValue(),
          type: fc.oneof(fc.constantFrom('Task', '__proto__'), fc.jsonValue()),
          role: fc.oneof(fc.constantFrom('launch', 'x'), fc.jsonValue()),
        },
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(item)), (json) => {
        const context = read(json as Json)
        expect(isFhirContext(JSON.parse(JSON.stringify(context)))).toBe(true)
      }),
    )
  })
})

describe('isFhirContext', () => {
  it.each([
    undefined,
    {},
    { items: [{}], otherRoles: 0, leftOut: 0 },
    { items: [reference('Observation', '../x')], otherRoles: 0, leftOut: 0 },
    { items: [reference('<b>', 'x')], otherRoles: 0, leftOut: 0 },
    { items: [named('magic', 'Task')], otherRoles: 0, leftOut: 0 },
    { items: [], otherRoles: '0', leftOut: 0 },
  ])('STO-02 refuses %j', (json) => {
    expect(isFhirContext(json)).toBe(false)
  })
})

describe('contextIdOf and describeFhirContext', () => {
  const context = read([
    'Observation/secret-1',
    { reference: 'Observation/secret-2', role: 'launch' },
    { canonical: 'https://ehr.example/secret', type: 'Questionnaire' },
    { reference: 'Task/secret', role: 'secret' },
    7,
  ])

  it('CTX-08 gives the first of a type', () => {
    expect(contextIdOf(context, 'Observation')).toBe('secret-1')
    expect(contextIdOf(context, 'Task')).toBeUndefined()
  })

  it('LOG-02 names kinds and numbers, and no id', () => {
    expect(describeFhirContext(context)).toBe(
      '2 × Observation, 1 × Questionnaire (by canonical address), 1 in a role not known here, 1 left out',
    )
    expect(describeFhirContext(noContext)).toBe('nothing')
  })
})
