import { describe, expect, it } from 'vitest'
import { findContextPatient } from './context-patient.ts'
import type { Identity } from './session.ts'
import { readTokenResponse } from './token-response.ts'

const iss = 'https://ehr.example/r4/tenant-1/'
const standalone = { launch: 'standalone', iss } as const
const allowed = { patientFromFhirUser: true }
const token = (patient?: string) =>
  readTokenResponse({ access_token: 'at', token_type: 'Bearer', patient }, 'ehr.example')
const user = (fhirUser: string | undefined): Identity => ({ kind: 'verified', fhirUser })
const self = user(`${iss}Patient/p-1`)

describe('findContextPatient', () => {
  it('CTX-01 takes the patient of the token response', () => {
    expect(findContextPatient(token('p-9'), self, standalone, allowed)).toBe('p-9')
  })

  it('IDT-11 takes it also when somebody else signed in', () => {
    const clinician = user(`${iss}Practitioner/dr-1`)
    expect(findContextPatient(token('p-9'), clinician, standalone, allowed)).toBe('p-9')
  })

  it('TOK-08 takes the patient who signed in where the configuration allows it', () => {
    expect(findContextPatient(token(), self, standalone, allowed)).toBe('p-1')
    const withoutSlash = { launch: 'standalone', iss: iss.slice(0, -1) } as const
    expect(findContextPatient(token(), self, withoutSlash, allowed)).toBe('p-1')
  })

  it.each<[string, Identity]>([
    ['was not verified', { kind: 'unverified' }],
    ['was not asked for', { kind: 'not-asked' }],
    ['is not named', user(undefined)],
    ['is a clinician', user(`${iss}Practitioner/p-1`)],
    ['is a parent', user(`${iss}RelatedPerson/p-1`)],
    ['is of another tenant', user('https://ehr.example/r4/tenant-2/Patient/p-1')],
    ['is of another server', user('https://evil.example/r4/tenant-1/Patient/p-1')],
    ['is of a longer path', user(`${iss}Patient/p-1/_history/2`)],
    ['is of a path that only begins alike', user('https://ehr.example/r4/tenant-1x/Patient/p-1')],
  ])('TOK-08 IDT-11 takes nobody when who signed in %s', (_name, identity) => {
    expect(findContextPatient(token(), identity, standalone, allowed)).toBeUndefined()
  })

  it('TOK-08 takes nobody in a launch from the chart', () => {
    expect(findContextPatient(token(), self, { launch: 'ehr', iss }, allowed)).toBeUndefined()
  })

  it('TOK-08 takes nobody unless the configuration allows it', () => {
    const notAllowed = { patientFromFhirUser: false }
    expect(findContextPatient(token(), self, standalone, notAllowed)).toBeUndefined()
  })
})
