import { expect, it } from 'vitest'
import { readAdministrativeGender, readSexAndGender, readSexForRanges } from './sex-and-gender.ts'

const CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/'
const HL7 = 'http://hl7.org/fhir/StructureDefinition/'
const EPIC = 'http://open.epic.com/FHIR/StructureDefinition/extension/'

it.each([
  ['female', 'Female'],
  ['unknown', 'Unknown'],
  ['nonbinary', 'nonbinary'],
  ['F', 'F'],
  [undefined, undefined],
  [5, undefined],
])('D9 reads the administrative gender %j as %j', (json, words) => {
  expect(readAdministrativeGender(json)).toBe(words)
})

it.each([
  ['birth sex', { url: `${CORE}us-core-birthsex`, valueCode: 'F' }, 'Birth sex', 'Female'],
  ['sex by code', { url: `${CORE}us-core-sex`, valueCode: '248153007' }, 'Sex', 'Male'],
  [
    'sex by coding',
    {
      url: `${CORE}us-core-sex`,
      valueCoding: { system: 'http://snomed.info/sct', code: '248152002' },
    },
    'Sex',
    'Female',
  ],
  [
    'legal sex (Epic)',
    { url: `${EPIC}legal-sex`, valueCodeableConcept: { coding: [{ display: 'Female' }] } },
    'Legal sex',
    'Female',
  ],
  [
    'pronouns with their period',
    {
      url: `${HL7}individual-pronouns`,
      extension: [
        { url: 'value', valueCodeableConcept: { text: 'they/them' } },
        { url: 'period', valuePeriod: { start: '2020' } },
      ],
    },
    'Pronouns',
    'they/them (from 2020)',
  ],
  [
    'an answer that was declined',
    {
      url: `${HL7}individual-genderIdentity`,
      extension: [{ url: `${HL7}data-absent-reason`, valueCode: 'asked-declined' }],
    },
    'Gender identity',
    'asked, but declined',
  ],
  [
    'what was recorded, with the kind of record, period, place and comment',
    {
      url: `${HL7}individual-recordedSexOrGender`,
      extension: [
        { url: 'value', valueCodeableConcept: { text: 'M' } },
        { url: 'type', valueCodeableConcept: { text: 'Birth certificate' } },
        { url: 'effectivePeriod', valuePeriod: { start: '1990' } },
        { url: 'jurisdiction', valueCodeableConcept: { text: 'Ohio' } },
        { url: 'comment', valueString: 'from paper' },
      ],
    },
    'Recorded sex or gender (Birth certificate)',
    'M (from 1990); where it holds: Ohio; comment: from paper',
  ],
  ['an unknown code as sent', { url: `${CORE}us-core-birthsex`, valueCode: 'X' }, 'Birth sex', 'X'],
  [
    'a form this app does not know',
    { url: `${CORE}us-core-sex`, valueInteger: 1 },
    'Sex',
    "given in a form this app can't show",
  ],
])('D9 shows %s under its own label', (_, extension, label, text) => {
  expect(readSexAndGender([extension])).toEqual([{ label, text }])
})

it('D9 merges none with another', () => {
  const lines = readSexAndGender([
    { url: `${EPIC}legal-sex`, valueCode: 'M' },
    { url: `${CORE}us-core-birthsex`, valueCode: 'F' },
  ])
  expect(lines).toEqual([
    { label: 'Legal sex', text: 'Male' },
    { label: 'Birth sex', text: 'Female' },
  ])
})

it('takes no other extension for one on sex or gender', () => {
  expect(readSexAndGender([{ url: `${CORE}us-core-race`, valueCode: 'F' }, {}, null])).toEqual([])
})

const birthSex = (valueCode: string) => ({
  url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex',
  valueCode,
})
const identity = {
  url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-genderIdentity',
  valueCodeableConcept: { text: 'Female' },
}

it.each([
  ['the code alone', { gender: 'male' }, 'male'],
  ['an extension that agrees', { gender: 'female', extension: [birthSex('F')] }, 'female'],
  [
    'an extension that says something else',
    { gender: 'male', extension: [birthSex('F')] },
    undefined,
  ],
  ['an identity that says something else', { gender: 'male', extension: [identity] }, undefined],
  ['an unknown birth sex', { gender: 'male', extension: [birthSex('UNK')] }, undefined],
  ['a code marked as absent', { gender: 'male', _gender: { extension: [] } }, undefined],
  ['a Patient with a modifier', { gender: 'male', implicitRules: 'urn:x' }, undefined],
  ['another code', { gender: 'other' }, undefined],
  ['a word in place of the code', { gender: 'Male' }, undefined],
  ['nothing', {}, undefined],
])('D7 chooses ranges by sex for %s: %j', (_, json, sex) => {
  expect(readSexForRanges(json)).toBe(sex)
})
