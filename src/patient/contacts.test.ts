import { expect, it } from 'vitest'
import { readContacts } from './contacts.ts'

const NOW = new Date(2024, 4, 15).getTime()
const v2 = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0131', code }],
})

it.each([
  [
    'a code of v2 0131',
    {
      relationship: [v2('C')],
      name: { given: ['Sarah'], family: 'Abels' },
      gender: 'female',
      telecom: [
        { system: 'phone', value: '07', use: 'home', rank: 2 },
        { system: 'phone', value: '06', use: 'mobile', rank: 1 },
      ],
      address: { use: 'home', line: ['1 Main St'], city: 'Delft' },
    },
    'Emergency contact',
    `Sarah Abels
Administrative gender: Female
Phone (mobile, preferred): 06
Phone (home): 07
Home address: 1 Main St
Delft`,
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
  [
    'a display beside a code that says more',
    {
      relationship: [{ coding: [{ display: 'Wife' }, ...v2('N').coding] }],
      name: { text: 'A' },
    },
    'Wife, Next of kin',
    'A',
  ],
  ['an organisation', { organization: { display: 'Acme' } }, 'Contact', 'Acme'],
  [
    'an organisation by reference',
    { organization: { reference: 'Organization/1' } },
    'Contact',
    'named only by a reference',
  ],
  [
    'a contact that has ended',
    { name: { text: 'A' }, address: { city: 'Delft' }, period: { end: '2012' } },
    'Former contact',
    'A\nAddress: Delft\nAs a contact (until 2012)',
  ],
  ['a relationship alone', { relationship: [{ text: 'Aunt' }] }, 'Aunt', 'no value given'],
  ['a name in the wrong place', { name: 'A' }, 'Contact', "sent in a form this app can't read"],
  [
    'nothing of one whose meaning may be turned around (D8)',
    { name: { text: 'A' }, modifierExtension: [{ url: 'urn:not' }] },
    'Contact',
    "contains information this app can't interpret; see the chart",
  ],
])('D9 reads %s', (_, contact, label, text) => {
  expect(readContacts([contact], NOW)).toEqual([{ label, text }])
})

it('D9 puts emergency contacts first and former ones last', () => {
  const contacts = [
    { name: { text: 'over' }, relationship: [v2('C')], period: { end: '2012' } },
    { name: { text: 'kin' }, relationship: [v2('N')] },
    { name: { text: 'emergency' }, relationship: [{ text: 'Aunt, emergency' }] },
    { name: { text: 'code' }, relationship: [v2('N'), v2('C')] },
  ]
  const first = readContacts(contacts, NOW).map(({ text }) => text.split('\n')[0])
  expect(first).toEqual(['emergency', 'code', 'kin', 'over'])
})

it('says nothing for an empty contact', () => {
  expect(readContacts([{}], NOW)).toEqual([])
})

it('D9 reads a single one in place of a list, and says what it can not read', () => {
  const unreadable = { label: 'Contact', text: "sent in a form this app can't read" }
  expect(readContacts({ name: { text: 'A' } }, NOW)).toEqual([{ label: 'Contact', text: 'A' }])
  expect(readContacts([null], NOW)).toEqual([unreadable])
})
