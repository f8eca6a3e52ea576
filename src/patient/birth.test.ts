import { expect, it } from 'vitest'
import { readBirth, readDeceased } from './birth.ts'

const HL7 = 'http://hl7.org/fhir/StructureDefinition/'
const unknown = { extension: [{ url: `${HL7}data-absent-reason`, valueCode: 'unknown' }] }
const bornAt = (valueDateTime: unknown) => ({
  birthDate: '2024-05-01',
  _birthDate: {
    extension: [{ url: `${HL7}patient-birthTime`, valueDateTime: String(valueDateTime) }],
  },
})
const multiple = (text: string) => [{ label: 'Multiple birth', text }]

it.each([
  ['2024-05-01T10:30:00-07:00', 'May 1, 2024, 10:30 AM PDT'],
  ['2024-05-02T03:30:00Z', 'May 1, 2024, 8:30 PM PDT'],
  ['2024-01-05T10:30:00-08:00', 'Jan 5, 2024, 10:30 AM PST (does not fit the birth date)'],
  ['noon', 'sent as "noon"'],
])('D9 reads the time of birth %j', (time, text) => {
  expect(readBirth(bornAt(time)).birthDetails).toEqual([{ label: 'Time of birth', text }])
})

it.each([
  [{ multipleBirthBoolean: true }, multiple('Yes')],
  [{ multipleBirthBoolean: false }, multiple('No')],
  [{ multipleBirthInteger: 2 }, multiple('Yes, born as number 2')],
  [{ multipleBirthInteger: 1.5 }, multiple("sent in a form this app can't read")],
  [{ multipleBirthBoolean: 'both' }, multiple("sent in a form this app can't read")],
  [{ _multipleBirthBoolean: unknown }, multiple('not given (not known)')],
  [{}, []],
])('D9 reads %j as a multiple birth', (json, lines) => {
  expect(readBirth(json).birthDetails).toEqual(lines)
})

it.each([
  [{ _deceasedDateTime: unknown }, { kind: 'unstated' }, 'not known'],
  [{ _deceasedBoolean: unknown }, { kind: 'unstated' }, 'not known'],
  [{ deceasedBoolean: true, _deceasedDateTime: unknown }, { kind: 'yes' }, 'not known'],
  [{ deceasedBoolean: false }, { kind: 'no' }, undefined],
])('D9 reads %j as what is known of death', (json, deceased, reason) => {
  expect(readDeceased(json)).toMatchObject({ deceased, deceasedAbsent: reason })
})
