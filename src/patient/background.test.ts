import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { readBackground } from './background.ts'

const CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-'
const HL7 = 'http://hl7.org/fhir/StructureDefinition/'
const category = (display: string) => ({ url: 'ombCategory', valueCoding: { display } })
const detailed = (display: string) => ({ url: 'detailed', valueCoding: { display } })
const text = (valueString: string) => ({ url: 'text', valueString })

describe('readBackground', () => {
  it.each<[string, JsonObject, string, string]>([
    [
      'race by its text, with what that does not say',
      {
        url: `${CORE}race`,
        extension: [category('White'), category('Asian'), detailed('Thai'), text('Mixed')],
      },
      'Race',
      'Mixed (White, Asian, Thai)',
    ],
    [
      'race once, where text and category are the same',
      { url: `${CORE}race`, extension: [category('White'), text('White')] },
      'Race',
      'White',
    ],
    [
      'race without its text',
      { url: `${CORE}race`, extension: [category('White')] },
      'Race',
      'White',
    ],
    [
      'a code without words',
      { url: `${CORE}race`, extension: [{ url: 'ombCategory', valueCoding: { code: 'ASKU' } }] },
      'Race',
      'Asked, but unknown',
    ],
    [
      'ethnicity',
      { url: `${CORE}ethnicity`, extension: [text('Not Hispanic or Latino')] },
      'Ethnicity',
      'Not Hispanic or Latino',
    ],
    [
      'a tribe without enrolment',
      {
        url: `${CORE}tribal-affiliation`,
        extension: [
          { url: 'tribalAffiliation', valueCodeableConcept: { text: 'Shoshone' } },
          { url: 'isEnrolled', valueBoolean: false },
        ],
      },
      'Tribal affiliation',
      'Shoshone (not enrolled)',
    ],
    [
      'a nationality with its period',
      {
        url: `${HL7}patient-nationality`,
        extension: [
          { url: 'code', valueCodeableConcept: { text: 'Dutch' } },
          { url: 'period', valuePeriod: { start: '2001' } },
        ],
      },
      'Nationality',
      'Dutch (from 2001)',
    ],
    ['a yes', { url: `${HL7}patient-disability`, valueBoolean: true }, 'Disability', 'Yes'],
    [
      'a reason for absence',
      {
        url: `${CORE}race`,
        extension: [{ url: `${HL7}data-absent-reason`, valueCode: 'asked-declined' }],
      },
      'Race',
      'not given (asked, but declined)',
    ],
    [
      'what can not be read',
      { url: `${CORE}race`, extension: [{ url: 'text', valueInteger: 1 }] },
      'Race',
      "sent in a form this app can't read",
    ],
  ])('D9 shows %s', (_, extension, label, words) => {
    expect(readBackground({ extension: [extension] })).toEqual([{ label, text: words }])
  })

  it('D9 merges no two of them', () => {
    const races = ['White', 'Asian'].map((one) => ({ url: `${CORE}race`, extension: [text(one)] }))
    expect(readBackground({ extension: races }).map((line) => line.text)).toEqual([
      'White',
      'Asian',
    ])
  })

  it('takes no other extension for one of these', () => {
    expect(readBackground({ extension: [{ url: 'urn:race', valueString: 'x' }, {}, 5] })).toEqual(
      [],
    )
  })
})

it.each([
  [{ text: 'Getrouwd', coding: [{ display: 'Married' }] }, 'Getrouwd'],
  [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', code: 'W' }] },
    'Widowed',
  ],
  [{ coding: [{ system: 'urn:x', code: 'W' }] }, 'W (urn:x)'],
  ['M', "sent in a form this app can't read"],
  [
    { extension: [{ url: `${HL7}data-absent-reason`, valueCode: 'masked' }] },
    'not given (withheld)',
  ],
])('D9 reads the marital status %j as %j', (maritalStatus, words) => {
  expect(readBackground({ maritalStatus })).toEqual([{ label: 'Marital status', text: words }])
})
