import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { createAlikeReader } from './read-alike.ts'
import { readObservation } from './read-observation.ts'
import { withVisit } from './with-visit.ts'

const base = 'https://ehr.example/fhir'

const absent = {
  url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  valueCode: 'masked',
}
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)

/** Resources of few kinds, so that most are like one before, and of every kind of difference. */
const resource: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      id: oneOf<unknown>('a', 'b', 'c', '', undefined, 7),
      status: oneOf('final', 'final', 'final', 'cancelled', 'registered', 'entered-in-error'),
      code: oneOf<unknown>({ text: 'Sodium' }, { coding: [{ code: '1' }], text: 'Urea' }, {}),
      category: oneOf<unknown>([{ coding: [{ code: 'laboratory' }] }], []),
      meta: oneOf<unknown>(
        { versionId: '1', lastUpdated: '2026-01-01T00:00:00Z' },
        { versionId: '2', security: [{ system: 'x', code: 'HTEST' }] },
        { tag: [7] },
        'none',
      ),
      encounter: oneOf<unknown>(
        { reference: 'Encounter/1' },
        { reference: 'Encounter/2', display: 'Visit' },
        'Encounter/3',
      ),
      performer: oneOf<unknown>(
        [{ reference: 'Practitioner/1', display: 'Dr. One' }],
        [{ reference: 'Practitioner/2', display: 'Dr. One' }],
        [{ reference: 'Practitioner/2' }, { display: 'Dr. Two', type: 'Practitioner' }],
        'somebody',
      ),
      specimen: oneOf<unknown>(
        { reference: 'Specimen/1', display: 'Blood' },
        { reference: 'Specimen/2', text: 'Serum' },
        { identifier: { value: '3' }, coding: [{ code: 'SER', display: 'Serum' }] },
      ),
      derivedFrom: oneOf<unknown>([{ reference: 'Observation/1' }], [{ display: 'ECG' }], []),
      focus: oneOf<unknown>([{ reference: 'Group/1' }], [{ reference: 'Group/2' }], undefined),
      effectiveDateTime: oneOf<unknown>('2026-01-01', '2026-02-02T10:00:00Z', 'soon', 7),
      effectiveInstant: oneOf<unknown>('2026-01-01T00:00:00Z', undefined, undefined),
      effectivePeriod: oneOf<unknown>({ start: '2026-01-01' }, undefined),
      issued: oneOf<unknown>('2026-01-01T00:00:00Z', '2026-02-02T10:00:00Z', 'never', undefined),
      valueQuantity: oneOf<unknown>(
        { value: 5, unit: 'mmol/L' },
        { value: '5.10', comparator: '<', unit: 'mmol/L' },
        { unit: 'mmol/L', extension: [absent] },
        { value: 1, modifierExtension: [{ url: 'x' }] },
        'five',
      ),
      valueInteger: oneOf<unknown>(3, '3', undefined),
      valueString: oneOf<unknown>('much', undefined),
      _valueQuantity: oneOf<unknown>({ extension: [absent] }, undefined),
      dataAbsentReason: oneOf<unknown>({ text: 'unknown' }, undefined),
      modifierExtension: oneOf<unknown>([], [{ url: 'x' }]),
      interpretation: oneOf<unknown>([{ text: 'High' }], undefined),
      referenceRange: oneOf<unknown>([{ text: '1 to 5' }], undefined),
      note: oneOf<unknown>([{ text: 'A note' }], undefined),
      component: oneOf<unknown>([{ code: { text: 'Part' }, valueInteger: 1 }], undefined),
      hasMember: oneOf<unknown>([{ reference: 'Observation/x' }], undefined),
      language: oneOf<unknown>('de', undefined),
      text: oneOf<unknown>({ div: '<div>one</div>' }, { div: '<div>two</div>' }),
    },
    { requiredKeys: ['id', 'status', 'code'] },
  )
  .map((members) => ({ resourceType: 'Observation', ...members }) as unknown as JsonObject)

function readAlone(one: JsonObject) {
  const reading = readObservation(one)
  return reading.kind === 'unreadable' || reading.observation === undefined
    ? reading
    : { ...reading, observation: withVisit(reading.observation, one, base) }
}

describe('createAlikeReader', () => {
  it('D2 D3 D4 D6 D8 says of each resource what reading it by itself says, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(resource, { minLength: 2, maxLength: 40 }), (resources) => {
        const { read } = createAlikeReader(base)
        for (const one of resources)
          expect(JSON.stringify(read(one))).toBe(JSON.stringify(readAlone(one)))
      }),
      { numRuns: 500 },
    )
  })

  const sodium = (id: string, value: number): JsonObject => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '2951-2' }], text: 'Sodium' },
    effectiveDateTime: `2026-01-01T00:00:0${String(value % 10)}Z`,
    valueQuantity: { value, unit: 'mmol/L' },
  })

  const readOf = (reader: ReturnType<typeof createAlikeReader>, resource_: JsonObject) => {
    const reading = reader.read(resource_)
    if (reading.kind !== 'read') throw new Error(reading.kind)
    return reading.observation
  }

  it('lets two results of one test share what they have in common', () => {
    const reader = createAlikeReader(base)
    const [one, other] = [readOf(reader, sodium('a', 140)), readOf(reader, sodium('b', 141))]
    expect(other.codings).toBe(one.codings)
    expect(other).toMatchObject({ id: 'b', value: { quantity: { amount: { text: '141' } } } })
  })

  it('takes results of different orders, specimens and visits for the same test', () => {
    const reader = createAlikeReader(base)
    const of = (id: string) => ({
      ...sodium(id, 140),
      encounter: { reference: `Encounter/${id}` },
      basedOn: [{ reference: `ServiceRequest/${id}`, display: 'Electrolytes' }],
      specimen: { reference: `Specimen/${id}`, display: 'Serum' },
    })
    const [one, other] = [readOf(reader, of('a')), readOf(reader, of('b'))]
    expect(other.details).toBe(one.details)
    expect(other.details).toContainEqual({ label: 'Specimen', text: 'Serum' })
  })

  it('reads what is nested deeper than anybody would look', () => {
    const reader = createAlikeReader(base)
    const deep = JSON.parse(`${'[{"a":'.repeat(2_000)}1${'}]'.repeat(2_000)}`) as JsonObject
    const other = JSON.parse(JSON.stringify(deep)) as JsonObject
    readOf(reader, { ...sodium('a', 140), extension: deep })
    expect(readOf(reader, { ...sodium('b', 141), extension: other }).id).toBe('b')
  })

  it('reads on where hardly any result is like another', () => {
    const { read } = createAlikeReader(base)
    for (let index = 0; index < 1_000; index += 1) {
      const one = { ...sodium(`o${String(index)}`, 140), code: { text: `Test ${String(index)}` } }
      expect(read(one)).toEqual(readObservation(one))
    }
  })
})
