import { expect, it } from 'vitest'
import { readIdentifiers } from './identifiers.ts'

const NOW = new Date(2024, 4, 15).getTime()
const HL7 = 'http://hl7.org/fhir/StructureDefinition/'
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
    { label: 'Social security number', text: 'ends in 6607' },
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
  const { identifiers, identityNumbers } = readIdentifiers([identifier], NOW)
  expect([...identifiers, ...identityNumbers]).toEqual([line])
})

it.each([
  [named('MYCHARTLOGIN', 'dana71'), '1 identifier used for signing in is not shown'],
  [named('Login name', 'dana71'), '1 identifier used for signing in is not shown'],
  [named('WPRINTERNAL', '363'), '1 identifier used for signing in is not shown'],
  [
    { type: { coding: [{ code: 'MYCHARTLOGIN' }] }, value: 'dana71' },
    '1 identifier used for signing in is not shown',
  ],
  [named('FHIR', 'eRp.HuKDl'), '1 identifier used only between computers is not shown'],
  [named('FHIR STU3', 'eRp.HuKDl'), '1 identifier used only between computers is not shown'],
  [{ system: 'urn:x', value: 'untyped' }, '1 identifier without a type is not shown'],
  [{ type: { text: 'MRN' } }, '1 identifier without a value'],
])('D9 leaves out %j, and counts it', (identifier, note) => {
  expect(readIdentifiers([identifier], NOW)).toEqual({
    identifiers: [],
    identityNumbers: [],
    hiddenIdentifiers: [note],
  })
})

it('D9 counts what it leaves out by reason', () => {
  const logins = [named('MYCHARTLOGIN', 'a'), named('WPRINTERNAL', 'b')]
  const { hiddenIdentifiers } = readIdentifiers([...logins, named('FHIR', 'c')], NOW)
  expect(hiddenIdentifiers).toEqual([
    '2 identifiers used for signing in are not shown',
    '1 identifier used only between computers is not shown',
  ])
})

it.each([
  ['social security', typed('SS', '999-66-6607'), 'ends in 6607'],
  ['a passport', typed('PPN', 'X1234567'), 'ends in 4567'],
  ['a state, whole, as care may ask for it', typed('NI', '123456'), '123456'],
  ['a named state', typed('NNNLD', '123456'), '123456'],
  [
    'social security by its system, in part',
    {
      system: 'urn:oid:2.16.840.1.113883.4.1',
      _value: { extension: [{ url: `${HL7}rendered-value`, valueString: 'xxx-xx-6607' }] },
    },
    'ends in 6607',
  ],
])('D9 keeps the number of %s apart', (_, identifier, text) => {
  const { identifiers, identityNumbers } = readIdentifiers([identifier], NOW)
  expect(identifiers).toEqual([])
  expect(identityNumbers.map((one) => one.text)).toEqual([text])
})

it('D5 says why a number is not given', () => {
  const masked = { url: `${HL7}data-absent-reason`, valueCode: 'masked' }
  const number = { type: { text: 'MRN' }, _value: { extension: [masked] } }
  expect(readIdentifiers([number], NOW).identifiers).toEqual([
    { label: 'MRN', text: 'not given (withheld)' },
  ])
})

it.each([null, 'MRN-1', { type: { text: 'Identifier' }, value: 5 }])(
  'D9 says that it can not read %j',
  (identifier) => {
    expect(readIdentifiers([identifier], NOW).identifiers).toEqual([
      { label: 'Identifier', text: "sent in a form this app can't read" },
    ])
  },
)

it('D9 reads a single identifier in place of a list', () => {
  const { identifiers } = readIdentifiers(named('EPI', '123'), NOW)
  expect(identifiers).toEqual([{ label: 'EPI', text: '123' }])
})

it('D9 puts record numbers first and says nothing twice', () => {
  const sent = [named('EPI', 'E1'), typed('MR', '1'), named('EPI', 'E1')]
  expect(readIdentifiers(sent, NOW).identifiers.map(({ text }) => text)).toEqual(['1', 'E1'])
})
