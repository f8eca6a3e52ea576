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
const security = 'http://terminology.hl7.org/CodeSystem/v3-ActReason'
const bodyPosition = 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition'
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)

/** What most results are. */
const usual = {
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '2951-2' }], text: 'Sodium' },
  category: [{ coding: [{ code: 'laboratory' }] }],
  meta: { versionId: '1', lastUpdated: '2026-01-01T00:00:00Z' },
  subject: { reference: 'Patient/1' },
  encounter: { reference: 'Encounter/1' },
  performer: [{ reference: 'Practitioner/1', display: 'Dr. One' }],
  specimen: { reference: 'Specimen/1', display: 'Blood' },
  interpretation: [{ text: 'High' }],
  referenceRange: [{ text: '1 to 5' }],
}

/** What some of them say otherwise: all that a reading looks at, and some that it doesn't. */
const others: Readonly<Record<string, readonly unknown[]>> = {
  id: ['', undefined, 7],
  status: ['cancelled', 'registered', 'entered-in-error', 'amended', 'preliminary', 7],
  code: [{ text: 'Sodium' }, { coding: [{ code: '1' }], text: 'Sodium' }, {}, 'Sodium'],
  category: [[], [{ coding: [{ code: 'vital-signs' }] }], undefined],
  meta: [
    { versionId: '2', security: [{ system: security, code: 'HTEST' }] },
    { security: [{ display: 'Restricted' }] },
    { versionId: '3', lastUpdated: '2026-02-02T00:00:00Z' },
    { tag: [{ code: 'x' }] },
    'none',
  ],
  subject: [{ reference: 'Patient/2' }, { display: 'Somebody' }, undefined],
  focus: [[{ reference: 'Patient/1' }], [{ reference: 'Group/2' }], [{ display: 'Twin' }]],
  encounter: [
    { reference: 'Encounter/2' },
    { reference: 'Encounter/3', display: 'Visit' },
    { reference: 'https://other.example/Encounter/1' },
    'Encounter/4',
    undefined,
  ],
  performer: [
    [{ reference: 'Practitioner/2', display: 'Dr. One' }],
    [{ reference: 'Practitioner/2' }, { display: 'Dr. Two', type: 'Practitioner' }],
    [{ reference: 'Practitioner/1', text: 'Dr. Three' }],
    'somebody',
  ],
  specimen: [
    { reference: 'Specimen/2', display: 'Blood' },
    { reference: 'Specimen/1', text: 'Serum' },
    { reference: 'Specimen/1', text: 'Plasma' },
    { identifier: { value: '3' }, coding: [{ code: 'SER', display: 'Serum' }] },
    { identifier: { value: '3' }, coding: [{ code: 'UR', display: 'Urine' }] },
  ],
  basedOn: [[{ display: 'Electrolytes' }], [{ reference: 'ServiceRequest/1' }]],
  derivedFrom: [[{ reference: 'Observation/1' }], [{ display: 'ECG' }], []],
  bodySite: [{ text: 'Left arm' }, { text: 'Right arm' }],
  method: [{ text: 'Photometry' }, { coding: [{ display: 'ISE' }] }],
  device: [{ display: 'Analyzer' }, { reference: 'Device/1' }],
  effectiveDateTime: ['2026-01-01', '2026-02-02T10:00:00Z', 'soon', 7],
  effectiveInstant: ['2026-01-01T00:00:00Z'],
  effectivePeriod: [{ start: '2026-01-01' }],
  issued: ['2026-01-01T00:00:00Z', '2026-02-02T10:00:00Z', 'never'],
  valueQuantity: [
    { value: 5, comparator: '<', unit: 'mmol/L' },
    { value: 5, unit: 'mg/dL' },
    { unit: 'mmol/L', extension: [absent] },
    { value: 1, modifierExtension: [{ url: 'x' }] },
    'five',
    undefined,
  ],
  _valueQuantity: [{ extension: [absent] }],
  valueInteger: [3, '3'],
  valueString: ['much'],
  dataAbsentReason: [{ text: 'unknown' }],
  modifierExtension: [[], [{ url: 'x' }]],
  implicitRules: ['http://example.org/rules'],
  extension: [
    [{ url: bodyPosition, valueCodeableConcept: { text: 'Sitting' } }],
    [{ url: bodyPosition, valueCodeableConcept: { text: 'Standing' } }],
    [{ url: 'http://example.org/Observation.value', valueAttachment: {} }],
  ],
  interpretation: [[{ text: 'Low' }], undefined],
  referenceRange: [[{ text: '2 to 6' }], undefined],
  note: [[{ text: 'A note' }]],
  component: [[{ code: { text: 'Part' }, valueInteger: 1 }]],
  hasMember: [[{ reference: 'Observation/x' }]],
  language: ['de', 'fr'],
  text: [{ div: '<div>one</div>' }, { div: '<div>two</div>' }],
}

const change = oneOf(
  ...Object.entries(others).flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  ),
)

/** Results of one test, of which most say something else in one or two places: most are like one before. */
const resource: fc.Arbitrary<JsonObject> = fc
  .record({
    id: oneOf('a', 'b', 'c', 'd'),
    value: oneOf<unknown>(5, 6, '5.10'),
    issued: oneOf('2026-01-01T00:00:00Z', undefined),
    changes: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(change, { minLength: 1, maxLength: 2 }) },
    ),
  })
  .map(({ id, value, issued, changes }) => {
    const valueQuantity = { value, unit: 'mmol/L' }
    const own = { id, valueQuantity, effectiveDateTime: '2026-01-01T00:00:00Z', issued }
    return { ...usual, ...own, ...Object.fromEntries(changes) } as unknown as JsonObject
  })

function readAlone(one: JsonObject) {
  const reading = readObservation(one)
  return reading.kind === 'unreadable' || reading.observation === undefined
    ? reading
    : { ...reading, observation: withVisit(reading.observation, one, base) }
}

describe('createAlikeReader', () => {
  it('D2 D3 D4 D6 D8 says of each resource what reading it by itself says, whatever came before', () => {
    const tally = { read: 0, alike: 0 }
    fc.assert(
      fc.property(fc.array(resource, { minLength: 2, maxLength: 40 }), (resources) => {
        const { read, alikeCount } = createAlikeReader(base)
        for (const one of resources)
          expect(JSON.stringify(read(one))).toBe(JSON.stringify(readAlone(one)))
        tally.read += resources.length
        tally.alike += alikeCount()
      }),
      { numRuns: 1_000 },
    )
    expect(tally.alike / tally.read).toBeGreaterThan(0.2)
  })

  it.each(Object.entries(others))('keeps apart results that differ in %s', (name, values) => {
    const { read } = createAlikeReader(base)
    const first = { ...usual, valueQuantity: { value: 5, unit: 'mmol/L' } }
    const all = [{}, ...values.map((value) => ({ [name]: value }))].flatMap((more, index) =>
      ['a', 'b'].map((id) => ({ ...first, id: `${id}${String(index)}`, ...more })),
    )
    for (const one of [...all, ...all] as unknown as JsonObject[])
      expect(JSON.stringify(read(one))).toBe(JSON.stringify(readAlone(one)))
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
    expect(reader.alikeCount()).toBe(1)
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
    expect(reader.alikeCount()).toBe(1)
    expect([one.encounterId, other.encounterId]).toEqual(['a', 'b'])
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
