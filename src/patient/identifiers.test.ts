import { expect, it } from 'vitest'
import { readIdentifiers } from './identifiers.ts'

const NOW = new Date(2024, 4, 15).getTime()
const typed = (code: string, value: string, rest = {}) => ({
  type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code }] },
  value,
  ...rest,
})
const named = (text: string, value: string) => ({ type: { text }, value })

it.each([
  [
    'a record number',
    typed('MR', 'MRN-0042'),
    { label: 'Medical record number', text: 'MRN-0042' },
  ],
  ['padding (Epic)', named('INTERNAL', '     Z6129'), { label: 'INTERNAL', text: 'Z6129' }],
  [
    'who gave it, since record numbers of two hospitals differ',
    typed('MR', '12345', {
      assigner: { display: 'Acme Healthcare' },
      period: { start: '2001-05-06' },
    }),
    { label: 'Medical record number', text: '12345, Acme Healthcare (from May 6, 2001)' },
  ],
  [
    'one that is no longer used',
    typed('MR', '1', { use: 'old' }),
    { label: 'Former medical record number', text: '1' },
  ],
  [
    'a social security number by its end',
    typed('SS', '999-66-6607'),
    { label: 'Social security number', text: 'ends in 6607' },
  ],
  [
    'a social security number known by its system alone',
    { system: 'http://hl7.org/fhir/sid/us-ssn', use: 'official', value: '999666607' },
    { label: 'Identifier', text: 'ends in 6607' },
  ],
  [
    'a code of another system as no record number',
    { type: { coding: [{ system: 'urn:local', code: 'MR', display: 'Meal ration' }] }, value: '1' },
    { label: 'Meal ration', text: '1' },
  ],
  [
    'one named so in text by its end',
    named('SSN', '999666607'),
    { label: 'SSN', text: 'ends in 6607' },
  ],
  ['one of use without a type', { use: 'usual', value: '7' }, { label: 'Identifier', text: '7' }],
  ['an unknown type by its text', named('BSN', '123'), { label: 'BSN', text: '123' }],
])('D9 shows %s', (_, identifier, line) => {
  expect(readIdentifiers([identifier], NOW)).toEqual([line])
})

it.each([
  named('MYCHARTLOGIN', 'dana71'),
  named('Login name', 'dana71'),
  named('WPRINTERNAL', '363'),
  named('FHIR', 'eRp.HuKDl'),
  named('FHIR STU3', 'eRp.HuKDl'),
  { type: { coding: [{ code: 'MYCHARTLOGIN' }] }, value: 'dana71' },
  { system: 'urn:x', value: 'untyped' },
  typed('MR', '   '),
  { type: { text: 'MRN' } },
  { type: { text: 'MRN' }, value: 5 },
])('D9 leaves out %j', (identifier) => {
  expect(readIdentifiers([identifier], NOW)).toEqual([])
})

it.each([null, 'MRN-1'])('D9 says that it can not read %j', (identifier) => {
  expect(readIdentifiers([identifier], NOW)).toEqual([
    { label: 'Identifier', text: "sent in a form this app can't read" },
  ])
})

it('D9 reads a single identifier in place of a list', () => {
  expect(readIdentifiers(named('BSN', '123'), NOW)).toEqual([{ label: 'BSN', text: '123' }])
})

it('D9 puts record numbers first and says nothing twice', () => {
  const lines = readIdentifiers([named('EPI', 'E1'), typed('MR', '1'), named('EPI', 'E1')], NOW)
  expect(lines.map(({ text }) => text)).toEqual(['1', 'E1'])
})
