import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { readMore } from './read-more.ts'

const fact = (resource: JsonObject, label: string) =>
  readMore(resource).facts.find((one) => one.label === label)?.text

describe('readMore', () => {
  it('D2 gives version, last change, and the date as it was sent', () => {
    const more = readMore({
      meta: { versionId: '3', lastUpdated: '2025-05-02T09:00:00.123Z' },
      effectiveDateTime: '2025-05-02T09:00:00+02:00',
    })
    expect(more).toMatchObject({ versionId: '3', effectiveSent: '2025-05-02T09:00:00+02:00' })
    expect(more.lastUpdated).toMatchObject({ kind: 'instant', text: '2025-05-02T09:00:00.123Z' })
  })

  it.each(['cancelled', 'entered-in-error'])('D3 gives no code of a value that is %s', (status) => {
    const valueCodeableConcept = { coding: [{ code: 'x' }] }
    expect(readMore({ valueCodeableConcept }).codes).toHaveLength(1)
    expect(readMore({ status, valueCodeableConcept }).codes).toEqual([])
  })

  it('D6 gives both ends of a period as sent, also one that is missing', () => {
    const { effectiveSent } = readMore({ effectivePeriod: { start: '2025-05' } })
    expect(effectiveSent).toBe('start 2025-05, end not given')
  })

  it.each<[string, string, JsonObject]>([
    [
      'Performed by',
      'Dr. Example (Practitioner/1)',
      {
        performer: [{ reference: 'Practitioner/1', display: 'Dr. Example' }],
      },
    ],
    [
      'Performed by',
      'Practitioner/1\none that is not named',
      {
        performer: [{ reference: 'Practitioner/1' }, {}],
      },
    ],
    ['Part of', 'Procedure/2', { partOf: { reference: 'Procedure/2' } }],
    [
      'Ordered as',
      'Accession: A-7',
      {
        basedOn: [{ identifier: { value: 'A-7', type: { text: 'Accession' } } }],
      },
    ],
    [
      'Replaces',
      'Observation/old',
      {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/observation-replaces',
            valueReference: { reference: 'Observation/old' },
          },
        ],
      },
    ],
    [
      'Follows',
      'Observation/first',
      {
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/observation-sequelTo',
            valueReference: { reference: 'Observation/first' },
          },
        ],
      },
    ],
    ['Identifier', 'L-1', { identifier: [{ system: 'urn:x', value: 'L-1' }] }],
  ])('D8 gives "%s" as %j', (label, text, resource) => {
    expect(fact(resource, label)).toBe(text)
  })

  it('D8 gives who wrote a note, and when', () => {
    const note = [{ text: 'Haemolysed', authorString: 'Lab 2', time: '2025-05-02' }, { text: ' ' }]
    expect(readMore({ note }).notes).toMatchObject([
      { text: 'Haemolysed', author: 'Lab 2', time: { text: '2025-05-02' } },
    ])
  })

  it('D5 gives the codes behind value, flag, method and labels', () => {
    const concept = { coding: [{ system: 'http://snomed.info/sct', code: '1' }] }
    const label = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' }
    const { codes } = readMore({
      valueCodeableConcept: concept,
      interpretation: [concept],
      method: concept,
      meta: { security: [label] },
    })
    expect(codes.map(({ of }) => of)).toEqual(['Method', 'Value', 'Flag', 'Security label'])
  })

  it.each<[string, JsonObject, number]>([
    ['a modifier', { modifierExtension: [{ url: 'urn:x', valueBoolean: true }] }, 0],
    ['a cancellation', { status: 'cancelled' }, 1],
  ])('D8 D3 gives nothing of a value that %s hides', (_, more, notes) => {
    const read = readMore({
      valueCodeableConcept: { coding: [{ code: 'POS' }] },
      interpretation: [{ coding: [{ code: 'A' }] }],
      note: [{ text: 'Positive' }],
      ...more,
    })
    expect(read.codes).toEqual([])
    expect(read.notes).toHaveLength(notes)
  })

  it('takes JSON of any shape', () => {
    const keys = ['meta', 'performer', 'note', 'extension', 'method', 'effectivePeriod']
    const resource = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue())
    fc.assert(
      fc.property(resource, (one) => {
        expect(() => readMore(one as JsonObject)).not.toThrow()
      }),
    )
  })
})
