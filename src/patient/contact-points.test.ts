import { describe, expect, it } from 'vitest'
import { readAddresses, readContacts, readTelecom } from './contact-points.ts'

const NOW = new Date(2024, 4, 15).getTime()

describe('readTelecom', () => {
  it.each([
    [{ system: 'phone', value: '555', use: 'mobile' }, 'Phone (mobile)', '555'],
    [
      { system: 'phone', value: '555', use: 'old', period: { end: '2014' } },
      'Former phone',
      '555 (until 2014)',
    ],
    [
      { system: 'phone', value: '5', use: 'home', period: { end: '2014' } },
      'Former phone (home)',
      '5 (until 2014)',
    ],
    [{ system: 'email', value: 'a@b.c' }, 'Email', 'a@b.c'],
    [{ system: 'carrier-pigeon', value: 'coo' }, 'Contact', 'coo'],
    [{ system: 'url', value: 'javascript:alert(1)' }, 'Web address', 'javascript:alert(1)'],
  ])('D9 reads %j with use and period', (point, label, text) => {
    expect(readTelecom([point], NOW)).toEqual([{ label, text }])
  })

  it('says nothing for an entry without a value', () => {
    expect(readTelecom([{ use: 'home' }, { value: 5 }], NOW)).toEqual([])
  })

  it('D9 reads a single one in place of a list, and says what it can not read', () => {
    const unreadable = { label: 'Contact', text: "sent in a form this app can't read" }
    expect(readTelecom({ system: 'phone', value: '06' }, NOW)).toEqual([
      { label: 'Phone', text: '06' },
    ])
    expect(readTelecom([null, '06'], NOW)).toEqual([unreadable])
  })
})

describe('readAddresses', () => {
  it.each([
    [{ use: 'home', text: '1 Main St', line: ['x'] }, 'Home address', '1 Main St'],
    [
      {
        line: ['1 Main St', 'Apt C'],
        city: 'Acushnet',
        state: 'MA',
        postalCode: '02743',
        country: 'US',
      },
      'Address',
      '1 Main St, Apt C, Acushnet, MA, 02743, US',
    ],
    [{ use: 'old', city: 'Delft' }, 'Former address', 'Delft'],
    [
      { use: 'home', city: 'Delft', period: { start: '1974-12-25', end: '2000' } },
      'Former home address',
      'Delft (Dec 25, 1974 – 2000)',
    ],
  ])('D9 reads %j with use and period', (address, label, text) => {
    expect(readAddresses([address], NOW)).toEqual([{ label, text }])
  })

  it('says nothing for an empty address', () => {
    expect(readAddresses([{ use: 'home' }], NOW)).toEqual([])
  })

  it('D9 reads a single one in place of a list, and says what it can not read', () => {
    const unreadable = { label: 'Address', text: "sent in a form this app can't read" }
    expect(readAddresses({ city: 'Delft' }, NOW)).toEqual([{ label: 'Address', text: 'Delft' }])
    expect(readAddresses([5], NOW)).toEqual([unreadable])
  })
})

describe('readContacts', () => {
  it.each([
    [
      'a code of v2 0131',
      {
        relationship: [
          { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0131', code: 'C' }] },
        ],
        name: { given: ['Sarah'], family: 'Abels' },
        telecom: [{ system: 'phone', value: '06', use: 'mobile' }],
      },
      'Emergency contact',
      'Sarah Abels, Phone (mobile): 06',
    ],
    [
      'a display',
      {
        relationship: [{ coding: [{ display: 'Wife' }] }, { text: 'Guardian' }],
        name: { text: 'A' },
      },
      'Wife, Guardian',
      'A',
    ],
    ['an organisation', { organization: { display: 'Acme' } }, 'Contact', 'Acme'],
    [
      'a contact that has ended',
      { name: { text: 'A' }, address: { city: 'Delft' }, period: { end: '2012' } },
      'Former contact',
      'A, Delft (until 2012)',
    ],
  ])('D9 reads %s', (_, contact, label, text) => {
    expect(readContacts([contact], NOW)).toEqual([{ label, text }])
  })

  it('says nothing for an empty contact', () => {
    expect(readContacts([{}, { name: 'A' }], NOW)).toEqual([])
  })

  it('D9 reads a single one in place of a list, and says what it can not read', () => {
    const unreadable = { label: 'Contact', text: "sent in a form this app can't read" }
    expect(readContacts({ name: { text: 'A' } }, NOW)).toEqual([{ label: 'Contact', text: 'A' }])
    expect(readContacts([null], NOW)).toEqual([unreadable])
  })
})
