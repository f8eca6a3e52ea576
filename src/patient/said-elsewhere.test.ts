import { afterEach, expect, it } from 'vitest'
import { isWithheld } from '../fhir/record-status.ts'
import { formatNotice, saysIncomplete, type OutcomeIssue } from '../fhir/operation-outcome.ts'
import { speak } from '../language/language.ts'
import { loadLanguage } from '../language/load-language.ts'
import type { Patient } from './patient.ts'
import { readPatient } from './read-patient.ts'
import { officialNames, recordNumberOf } from './tell-apart.ts'

afterEach(() => speak('en', 'en-US'))

const pronouns = 'http://hl7.org/fhir/StructureDefinition/individual-pronouns'
const birthSex = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex'
const v2 = (table: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/v2-${table}`, code }],
})
const json = {
  resourceType: 'Patient',
  id: 'p1',
  language: 'es-MX',
  name: [
    { use: 'usual', text: 'Jim' },
    { use: 'official', text: 'James' },
    { use: 'old', text: 'Jimmy' },
  ],
  gender: 'male',
  extension: [
    { url: birthSex, valueCode: 'M' },
    { url: pronouns, valueCodeableConcept: { text: 'they' } },
  ],
  identifier: [
    { use: 'usual', value: '2', type: v2('0203', 'AN') },
    { use: 'usual', value: '1', type: v2('0203', 'MR') },
    { use: 'usual', value: '3', type: { text: 'MYCHARTLOGIN' } },
  ],
  contact: [
    { relationship: [v2('0131', 'N')], name: { text: 'Ada' } },
    { relationship: [v2('0131', 'C')], name: { text: 'Eve' } },
  ],
  birthDate: '1980-02-29',
}

function read(): Patient {
  const patient = readPatient(json, 0)
  if (patient === undefined) throw new Error('not read')
  return patient
}

const spanish = {
  'Official name': 'Nombre oficial',
  'Medical record number': 'Número de historia clínica',
  'Emergency contact': 'Persona de urgencia',
  Male: 'Masculino',
  Pronouns: 'Tratamiento',
  Name: 'Nombre',
  'Former {label}': '{label} anterior',
}

/** What is decided by what stands in the record, whatever it is called. */
function decided(patient: Patient) {
  return {
    official: officialNames(patient).map(({ text }) => text),
    recordNumber: recordNumberOf(patient)?.text,
    identifiers: patient.identifiers.map(({ text }) => text),
    contacts: patient.contacts.map(({ text }) => text),
    sexForRanges: patient.sexForRanges,
    sexAndGender: patient.sexAndGender.length,
    background: patient.background.map(({ text }) => text),
    hidden: patient.hiddenIdentifiers.length,
    language: patient.language,
  }
}

it('D7 D9 decides the same in every language', async () => {
  const inEnglish = decided(read())
  expect(inEnglish).toEqual({
    official: ['James'],
    recordNumber: '1',
    identifiers: ['1', '2'],
    contacts: ['Eve', 'Ada'],
    sexForRanges: 'male',
    sexAndGender: 1,
    background: ['they'],
    hidden: 1,
    language: 'es-MX',
  })
  speak('es', 'es-MX', spanish)
  expect(read().administrativeGender).toBe('Masculino')
  expect(decided(read())).toEqual(inEnglish)
  await loadLanguage('ar-XB', 'ar-u-nu-latn')
  expect(decided(read())).toEqual(inEnglish)
})

it('D9 puts labels into sentences as each language writes them', () => {
  expect(read().otherNames.at(-1)?.label).toBe('Former name')
  speak('es', 'es-MX', spanish)
  expect(read().otherNames.at(-1)?.label).toBe('nombre anterior')
  speak('de', 'de', { Name: 'Name', 'Former {label}': 'Früherer {label}' })
  expect(read().otherNames.at(-1)?.label).toBe('Früherer Name')
})

it('D9 leaves no English word among its own', async () => {
  await loadLanguage('ar-XB', 'ar-u-nu-latn')
  const { identifiers, contacts, hiddenIdentifiers, sexAndGender, shownName } = read()
  const labels = [...identifiers, ...contacts, ...sexAndGender, shownName].map(({ label }) => label)
  for (const words of [...labels, ...hiddenIdentifiers]) expect(words).not.toMatch(/[aeiounAEIOU]/)
})

it('OBS-08 knows its own notices in every language', async () => {
  const issue: OutcomeIssue = {
    severity: 'warning',
    type: 'incomplete',
    code: undefined,
    text: undefined,
    diagnostics: undefined,
  }
  const category = { code: 'survey', system: '', title: 'Surveys' }
  await loadLanguage('ar-XB', 'ar-u-nu-latn')
  expect(saysIncomplete(issue)).toBe(true)
  const notice = formatNotice({ ...issue, type: 'suppressed' }) ?? ''
  expect(isWithheld({ category, state: { kind: 'empty' }, notices: [notice] })).toBe(true)
})
