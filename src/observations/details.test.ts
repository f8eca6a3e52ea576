import { expect, it } from 'vitest'
import { readSample } from './sample-observation.ts'

it.each([
  ['Body site', { bodySite: { text: 'Left arm' } }, 'Left arm'],
  ['Method', { method: { coding: [{ display: 'Oral' }] } }, 'Oral'],
  ['Device', { device: { display: 'CGM sensor' } }, 'CGM sensor'],
  ['Specimen', { specimen: { display: 'Serum', reference: 'Specimen/1' } }, 'Serum'],
  [
    'Performed by',
    { performer: [{ display: 'Dr A' }, { reference: 'x' }, { display: 'Lab B' }] },
    'Dr A, Lab B',
  ],
  ['Derived from', { derivedFrom: [{ reference: 'Observation/2' }] }, 'another record entry'],
  [
    'Body position',
    {
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition',
          valueCodeableConcept: { text: 'Lying' },
        },
      ],
    },
    'Lying',
  ],
  [
    'Marked',
    {
      meta: {
        tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }],
      },
    },
    'Test data',
  ],
])('D8 shows %s as text', (label, json, text) => {
  expect(readSample(json).details).toEqual([{ label, text }])
})

it('D8 shows no references, and nothing of odd shapes', () => {
  const json = {
    device: { reference: 'Device/1' },
    performer: 'Dr A',
    bodySite: 5,
    derivedFrom: [],
  }
  expect(readSample(json).details).toEqual([])
})
