import { expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { readLanguages, readMaritalStatus } from './languages.ts'

const language = (rest: JsonObject) => ({ language: rest })

it.each([
  [{ ...language({ text: 'Nederlands' }), preferred: true }, 'Preferred language', 'Nederlands'],
  [
    language({ coding: [{ system: 'urn:ietf:bcp:47', code: 'nl', display: 'Dutch' }] }),
    'Language',
    'Dutch',
  ],
  [language({ coding: [{ system: 'urn:ietf:bcp:47', code: 'nl-NL' }] }), 'Language', 'nl-NL'],
])('D9 reads %j as a language', (communication, label, text) => {
  expect(readLanguages([communication], undefined)).toEqual([{ label, text }])
})

it.each([
  [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
      valueBoolean: false,
    },
    'No',
  ],
  [
    {
      url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed',
      valueCoding: { code: '373066001', display: 'Yes' },
    },
    'Yes',
  ],
])('D9 says whether an interpreter is needed: %j', (extension, text) => {
  expect(readLanguages(undefined, [extension])).toEqual([{ label: 'Interpreter needed', text }])
})

it('reads odd shapes as no language', () => {
  expect(readLanguages([{}, { language: 'nl' }], 'x')).toEqual([])
})

it('D9 reads a single language in place of a list, and says what it can not read', () => {
  expect(readLanguages({ language: { text: 'Dutch' } }, undefined)).toEqual([
    { label: 'Language', text: 'Dutch' },
  ])
  expect(readLanguages([null], undefined)).toEqual([
    { label: 'Language', text: "sent in a form this app can't read" },
  ])
})

it.each([
  [{ text: 'Getrouwd', coding: [{ display: 'Married' }] }, 'Getrouwd'],
  [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', code: 'W' }] },
    'Widowed',
  ],
  [{ coding: [{ system: 'urn:x', code: 'W' }] }, 'W (urn:x)'],
  [undefined, undefined],
  ['M', undefined],
])('D9 reads the marital status %j as %j', (json, words) => {
  expect(readMaritalStatus(json)).toBe(words)
})
