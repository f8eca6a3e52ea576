import { expect, it } from 'vitest'
import { readAddresses, readBirthPlace } from './addresses.ts'

const NOW = new Date(2024, 4, 15).getTime()
const UNREADABLE = "sent in a form this app can't read"
const masked = {
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
  ],
}

it.each([
  [{ use: 'home', text: '1 Main St' }, 'Home address', '1 Main St'],
  [
    { text: '1 Main St', line: ['1 Main St'], city: 'Ada' },
    'Address',
    '1 Main St (in parts: 1 Main St, Ada)',
  ],
  [{ text: 'Ada 1\nMain St', line: ['Main St 1'], city: 'ADA' }, 'Address', 'Ada 1\nMain St'],
  [
    {
      line: ['1 Main St', 'Apt C'],
      city: 'Acushnet',
      state: 'MA',
      postalCode: '02743',
      country: 'US',
    },
    'Address',
    '1 Main St\nApt C\nAcushnet, MA, 02743\nUS',
  ],
  [{ use: 'old', city: 'Delft' }, 'Former address', 'Delft'],
  [{ use: 'billing', type: 'postal', city: 'Delft' }, 'Billing address (for post)', 'Delft'],
  [
    { use: 'home', city: 'Delft', period: { start: '1974-12-25', end: '2000' } },
    'Former home address',
    'Delft (Dec 25, 1974 – 2000)',
  ],
  [
    { line: ['1 Main St'], city: 'Delft', period: { start: '2001' } },
    'Address',
    '1 Main St\nDelft\n(from 2001)',
  ],
  [masked, 'Address', 'not given (withheld)'],
  [{ city: 'Ada', _line: [masked] }, 'Address', 'Ada\nstreet not given (withheld)'],
  [{ line: 7 }, 'Address', UNREADABLE],
  [{ use: 'home' }, 'Home address', 'no value given'],
])('D9 reads %j with use, type and period', (address, label, text) => {
  expect(readAddresses([address], NOW)).toEqual([{ label, text }])
})

it('says nothing for an empty address', () => {
  expect(readAddresses([{}], NOW)).toEqual([])
})

it('D9 reads a single one in place of a list, and says what it can not read', () => {
  expect(readAddresses({ city: 'Delft' }, NOW)).toEqual([{ label: 'Address', text: 'Delft' }])
  expect(readAddresses([5], NOW)).toEqual([{ label: 'Address', text: UNREADABLE }])
})

it.each([
  [{ valueAddress: { city: 'Delft', country: 'NL' } }, 'Delft\nNL'],
  [{ valueAddress: 'Delft' }, UNREADABLE],
  [{}, UNREADABLE],
])('D9 reads the place of birth %j', (rest, text) => {
  const url = 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace'
  expect(readBirthPlace([{ url, ...rest }, { url: 'urn:x' }])).toEqual([
    { label: 'Place of birth', text },
  ])
})
