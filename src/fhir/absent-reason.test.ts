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
  ['nothing', {}, undefined],
  ['an odd shape', 'unknown', undefined],
])('D5 says %s', (_, json, words) => {
  expect(readAbsentReason(json)).toBe(words)
})

it.each([undefined, null, {}, { extension: [{ url: 'urn:other', valueCode: 'masked' }] }])(
  'D5 finds no reason in %j',
  (element) => {
    expect(readAbsentExtension(element)).toBeUndefined()
  },
)
