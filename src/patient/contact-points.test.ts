import { expect, it } from 'vitest'
import { readTelecom } from './contact-points.ts'

const NOW = new Date(2024, 4, 15).getTime()
const UNREADABLE = "sent in a form this app can't read"
const masked = {
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
  ],
}

it.each([
  [{ system: 'phone', value: '555', use: 'mobile' }, 'Phone (mobile)', '555'],
  [
    { system: 'phone', value: '555', use: 'old', period: { end: '2014' } },
    'Former phone',
    '555 (until 2014)',
  ],
  [
    { system: 'phone', value: '5', use: 'home', rank: 1, period: { end: '2014' } },
    'Former phone (home)',
    '5 (until 2014)',
  ],
  [{ system: 'phone', value: '5', use: 'temp', rank: 1 }, 'Phone (temporary, preferred)', '5'],
  [{ system: 'phone', value: '5', rank: '1' }, 'Phone (preferred)', '5'],
  [{ system: 'email', value: 'a@b.c' }, 'Email', 'a@b.c'],
  [{ system: 'carrier-pigeon', value: 'coo' }, 'Contact (carrier-pigeon)', 'coo'],
  [{ system: 'url', value: 'javascript:alert(1)' }, 'Web address', 'javascript:alert(1)'],
  [{ system: 'phone', _value: masked }, 'Phone', 'not given (withheld)'],
  [{ system: 'phone', ...masked }, 'Phone', 'not given (withheld)'],
  [{ use: 'home' }, 'Contact (home)', 'no value given'],
  [{ value: 5 }, 'Contact', UNREADABLE],
])('D9 reads %j with use, rank and period', (point, label, text) => {
  expect(readTelecom([point], NOW)).toEqual([{ label, text }])
})

it('D9 sorts by rank, and puts what is over last', () => {
  const points = [
    { value: 'over', use: 'old', rank: 1 },
    { value: 'none' },
    { value: 'odd', rank: 'x' },
    { value: 'odder', rank: { toString: 1, valueOf: 1 } },
    { value: 'second', rank: 2 },
    { value: 'first', rank: 1 },
  ]
  expect(readTelecom(points, NOW).map(({ text }) => text)).toEqual([
    'first',
    'second',
    'none',
    'odd',
    'odder',
    'over',
  ])
})

it('says nothing for an empty entry', () => {
  expect(readTelecom([{}, { id: 'x' }], NOW)).toEqual([])
})

it('D9 reads a single one in place of a list, and says what it can not read', () => {
  const unreadable = { label: 'Contact', text: UNREADABLE }
  expect(readTelecom({ system: 'phone', value: '06' }, NOW)).toEqual([
    { label: 'Phone', text: '06' },
  ])
  expect(readTelecom([null, '06'], NOW)).toEqual([unreadable])
})
