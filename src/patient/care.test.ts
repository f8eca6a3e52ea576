import { expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { readCare, readLinks } from './care.ts'

const gp = (text: string) => [{ label: 'General practitioner', text }]
const contained = [
  { resourceType: 'Practitioner', id: 'gp', name: [{ prefix: ['Dr.'], family: 'Quill' }] },
  { resourceType: 'Organization', id: 'org', name: 'Lakeside' },
]

it.each([
  [[{ reference: 'Practitioner/1', display: 'Dr Quill' }], gp('Dr Quill')],
  [[{ reference: 'Practitioner/1' }], gp('named only by a reference')],
  [[{ reference: '#gp' }], gp('Dr. Quill')],
  [[{ reference: '#org' }], gp('Lakeside')],
  [[{ reference: '#gone' }], gp('named only by a reference')],
  [[{ identifier: { value: '123' } }], gp('named only by the identifier 123')],
  [[{ type: 'Practitioner' }], gp('no value given')],
  [{ display: 'Dr Quill' }, gp('Dr Quill')],
  ['Dr Quill', gp("sent in a form this app can't read")],
  [[{}], []],
  [undefined, []],
])('D9 reads the practitioner %j', (generalPractitioner, lines) => {
  expect(readCare({ generalPractitioner, contained })).toEqual(lines)
})

it('D9 reads who keeps the record', () => {
  const managingOrganization = { reference: 'Organization/1', display: 'Lakeside' }
  expect(readCare({ managingOrganization })).toEqual([
    { label: 'Managing organization', text: 'Lakeside' },
  ])
})

it.each([
  [{ type: 'replaced-by', other: { display: 'Vale' } }, 'Replaced by record', 'Vale'],
  [
    { type: 'replaces', other: { reference: 'Patient/1' } },
    'Replaces record',
    'named only by a reference',
  ],
  [{ type: 'refer', other: { display: 'Vale' } }, 'Main record', 'Vale'],
  [{ type: 'seealso' }, 'Further record', 'not named'],
  [{ type: 'odd', other: { display: 'Vale' } }, 'Linked record', 'Vale'],
  ['x', 'Linked record', "sent in a form this app can't read"],
  [
    { type: 'replaces', other: { display: 'Vale' }, modifierExtension: [{ url: 'urn:not' }] },
    'Replaces record',
    "contains information this app can't interpret; see the chart",
  ],
])('D9 reads the link %j', (link, label, text) => {
  expect(readLinks({ link: [link] })).toEqual([{ label, text }])
})

it.each([
  { system: 'http://hl7.org/fhir/sid/us-ssn', value: '900-12-3456' },
  { type: { text: 'MYCHARTLOGIN' }, value: 'ROBIN70' },
])('D9 does not show of another record what is not shown of this one: %j', (identifier) => {
  const textOf = (other: JsonObject) => readLinks({ link: [{ type: 'refer', other }] })[0]?.text
  expect(textOf({ identifier })).toBe('named only by an identifier that is not shown here')
  expect(textOf({ identifier, reference: 'Patient/9' })).toBe('named only by a reference')
  expect(textOf({ identifier, display: 'Vale' })).toBe('Vale')
})
