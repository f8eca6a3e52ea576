import { expect, it } from 'vitest'
import { readAbsentExtension, readAbsentReason } from './absent-reason.ts'

const system = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'
const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

it.each([
  ['unknown', 'not known'],
  ['asked-unknown', 'asked, but not known'],
  ['temp-unknown', 'not known yet'],
  ['not-asked', 'not asked'],
  ['asked-declined', 'asked, but declined'],
  ['masked', 'withheld'],
  ['not-permitted', 'withheld'],
  ['not-applicable', 'not applicable'],
  ['unsupported', 'not supported by the sending system'],
  ['as-text', 'given elsewhere as text'],
  ['error', 'not available because of an error'],
  ['not-a-number', 'not a number'],
  ['NaN', 'not a number'],
  ['negative-infinity', 'too low to be expressed as a number'],
  ['positive-infinity', 'too high to be expressed as a number'],
  ['not-performed', 'not performed'],
])('D5 says %s as "%s", in an Observation and in an extension', (code, words) => {
  expect(readAbsentReason({ coding: [{ system, code }] })).toBe(words)
  expect(readAbsentExtension({ extension: [{ url, valueCode: code }] })).toBe(words)
})

it.each([
  [
    "the sender's text beside a known code",
    { coding: [{ system, code: 'not-performed', display: 'Not Performed' }], text: 'Haemolysed' },
    'not performed: Haemolysed',
  ],
  [
    'a text that only repeats the code once',
    { coding: [{ system, code: 'masked', display: 'Masked' }], text: 'masked' },
    'withheld',
  ],
  [
    'another system by its display',
    {
      coding: [{ system: 'http://snomed.info/sct', code: '125154007', display: 'Unsatisfactory' }],
    },
    'Unsatisfactory',
  ],
  [
    'a known code of another system as its own',
    { coding: [{ system: 'urn:x', code: 'unknown' }] },
    'unknown (urn:x)',
  ],
  ['text alone', { text: 'Sample lost' }, 'Sample lost'],
  ['a code as a bare string', 'masked', 'withheld'],
  ['a bare string', 'Sample lost', 'Sample lost'],
  ['a Coding in place of the concept', { system, code: 'masked' }, 'withheld'],
  ['a single coding in place of a list', { coding: { system, code: 'masked' } }, 'withheld'],
  [
    'a list of concepts, each once',
    [{ text: 'Sample lost' }, 'error', { text: 'Sample lost' }],
    'Sample lost, not available because of an error',
  ],
  ['that an empty concept can not be read', {}, "reason can't be read"],
  [
    'that a concept without code and words can not be read',
    { coding: [{ system }] },
    "reason can't be read",
  ],
  ['that a number can not be read', 5, "reason can't be read"],
  ['that a list of nothing can not be read', [null], "reason can't be read"],
])('D5 says %s', (_, json, words) => {
  expect(readAbsentReason(json)).toBe(words)
})

it.each([undefined, null, '', ' ', []])('D5 finds no reason given in %j', (json) => {
  expect(readAbsentReason(json)).toBeUndefined()
})

it.each([
  ['a single extension in place of a list', { url, valueCode: 'masked' }, 'withheld'],
  ['a concept in place of the code', [{ url, valueCodeableConcept: { text: 'Lost' } }], 'Lost'],
  ['a Coding in place of the code', [{ url, valueCoding: { code: 'masked' } }], 'withheld'],
  ['that it can not be read', [{ url }], "reason can't be read"],
  ['that a code of another type can not be read', [{ url, valueCode: 5 }], "reason can't be read"],
])('D5 reads an extension: %s', (_, extension, words) => {
  expect(readAbsentExtension({ extension })).toBe(words)
})

it.each([undefined, null, {}, { extension: [{ url: 'urn:other', valueCode: 'masked' }] }])(
  'D5 finds no reason in %j',
  (element) => {
    expect(readAbsentExtension(element)).toBeUndefined()
  },
)
