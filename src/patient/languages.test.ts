import { expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { readInterpreter, readLanguages } from './languages.ts'

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'
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
  expect(readLanguages([communication])).toEqual([{ label, text }])
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
  expect(readInterpreter([extension])).toEqual([{ label: 'Interpreter needed', text }])
})

it.each([
  [{ valueBoolean: 'x' }, "sent in a form this app can't read"],
  [{ valueCoding: { system: 'http://snomed.info/sct', code: '373067005' } }, 'No'],
  [{ valueCodeableConcept: { text: 'Sometimes' } }, 'Sometimes'],
  [{ extension: [{ url: ABSENT, valueCode: 'unknown' }] }, 'not given (not known)'],
])('D9 answers %j in words', (rest, text) => {
  const url = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed'
  expect(readInterpreter([{ url, ...rest }])).toEqual([{ label: 'Interpreter needed', text }])
})

it('reads odd shapes as no language', () => {
  expect(readLanguages([{}])).toEqual([])
  expect(readInterpreter('x')).toEqual([])
})

it('D9 puts the preferred language first', () => {
  const sent = [language({ text: 'Dutch' }), { ...language({ text: 'Frisian' }), preferred: true }]
  expect(readLanguages(sent).map(({ text }) => text)).toEqual(['Frisian', 'Dutch'])
})

it('D9 says how well it is spoken', () => {
  const coded = (code: string) => ({ valueCoding: { code } })
  const proficiency = {
    url: 'http://hl7.org/fhir/StructureDefinition/patient-proficiency',
    extension: [
      { url: 'level', ...coded('P') },
      { url: 'type', ...coded('ESP') },
      { url: 'type', ...coded('RWR') },
    ],
  }
  expect(readLanguages([{ ...language({ text: 'Dutch' }), extension: [proficiency] }])).toEqual([
    { label: 'Language', text: 'Dutch; proficiency: poor (speaking, reading)' },
  ])
})

it('D8 says nothing of a language whose meaning may be turned around', () => {
  const modified = { ...language({ text: 'Dutch' }), modifierExtension: [{ url: 'urn:not' }] }
  expect(readLanguages([modified])[0]?.text).toMatch(/^contains information/)
})

it('D9 reads a single language in place of a list, and says what it can not read', () => {
  const unreadable = { label: 'Language', text: "sent in a form this app can't read" }
  expect(readLanguages({ language: { text: 'Dutch' } })).toEqual([
    { label: 'Language', text: 'Dutch' },
  ])
  expect(readLanguages([null, { language: 'nl' }])).toEqual([unreadable, unreadable])
  expect(
    readLanguages([{ language: { extension: [{ url: ABSENT, valueCode: 'unknown' }] } }]),
  ).toEqual([{ label: 'Language', text: 'not given (not known)' }])
})
