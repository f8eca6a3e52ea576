import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allows, allowsPatientSearch, grantedObservations, mayAllow, readScopes } from './scopes.ts'

const category = 'http://terminology.hl7.org/CodeSystem/observation-category'
const can = (scope: string, action: 'r' | 's') => allows(readScopes(scope), 'Observation', action)

describe('readScopes', () => {
  it.each([
    ['patient/Observation.read', true, true],
    ['patient/Observation.Read', true, true],
    ['patient/Observation.write', false, false],
    ['patient/Observation.*', true, true],
    ['patient/*.read', true, true],
    ['patient/Observation.rs', true, true],
    ['patient/Observation.r', true, false],
    ['patient/Observation.s', false, true],
    ['patient/Observation.r patient/Observation.s', true, true],
    ['patient/Observation.cruds', true, true],
    ['user/*.rs', true, true],
    ['  patient/Observation.rs   openid ', true, true],
    ['patient/Observation.rs patient/Observation.rs', true, true],
    ['patient/Observation.sr', false, false],
    ['patient/Observation.', false, false],
    ['patient/Patient.rs', false, false],
    ['Observation.read', false, false],
    ['', false, false],
  ])('SCOPE-02 reads "%s"', (scope, read, search) => {
    expect([can(scope, 'r'), can(scope, 's')]).toEqual([read, search])
  })

  it('SCOPE-04 keeps what it does not know, and errs at nothing', () => {
    fc.assert(
      fc.property(fc.string(), (scope) => {
        const { resources, others } = readScopes(scope)
        expect(resources.length + others.size).toBeLessThanOrEqual(scope.split(/\s+/).length)
      }),
    )
    expect(readScopes('openid epic.scanning.dmsusername').others).toEqual(
      new Set(['openid', 'epic.scanning.dmsusername']),
    )
  })
})

describe('mayAllow', () => {
  it.each([
    ['patient/Observation.rs patient/Patient.r', true],
    ['patient/Patient.rs launch/patient openid fhirUser offline_access', false],
    ['launch/patient openid profile online_access', false],
    ['patient/Observation.r', false],
    ['patient/Patient.rs epic.scanning.dmsusername', false],
    ['patient/Patient.rs patient/Observation.sr', true],
    ['patient/Patient.rs Observation.Search', true],
    ['patient/Patient.rs patient/*.all', true],
    ['openid Patient.read Patient.search', true],
    ['fhir_everything', true],
  ])('SCOPE-01 SCOPE-04 decides whether "%s" is worth a search of Observations', (scope, may) => {
    expect(mayAllow(readScopes(scope), 'Observation', 's')).toBe(may)
  })
})

describe('grantedObservations', () => {
  const narrowed = (action: string, code: string) =>
    `user/Observation.${action}?category=${category}|${code}`

  it.each<[string, object]>([
    ['patient/Observation.rs', { kind: 'all' }],
    ['patient/Observation.Read', { kind: 'all' }],
    ['fhir_everything', { kind: 'all' }],
    ['patient/Patient.r', { kind: 'none' }],
    [narrowed('rs', 'exam'), { kind: 'categories', values: [`${category}|exam`], isWhole: true }],
    [
      `${narrowed('r', 'exam')} ${narrowed('s', 'exam')} ${narrowed('s', 'survey')}`,
      { kind: 'categories', values: [`${category}|exam`, `${category}|survey`], isWhole: true },
    ],
    ['patient/Observation.rs?category=exam,survey', { values: ['exam', 'survey'] }],
    [narrowed('r', 'exam'), { kind: 'none' }],
    [`patient/*.rs ${narrowed('rs', 'exam')}`, { kind: 'all' }],
    ['patient/Observation.rs?code=1234-5', { kind: 'part' }],
    [`${narrowed('rs', 'exam')} patient/Observation.rs?code=1234-5`, { kind: 'part' }],
    [`${narrowed('rs', 'exam')}&status=final`, { values: [`${category}|exam`], isWhole: false }],
  ])('SCOPE-05 finds what a granular grant is narrowed to: %s', (scope, grant) => {
    expect(grantedObservations(readScopes(scope))).toMatchObject(grant)
  })
})

describe('allowsPatientSearch', () => {
  it.each([
    ['user/Patient.rs user/Observation.rs', true],
    ['user/Patient.read openid', true],
    ['user/*.rs', true],
    ['user/Patient.r user/Patient.s', true],
    ['user/Patient.r', false],
    ['user/Patient.rs?_id=7', false],
    ['user/Patient.rs patient/Observation.rs', false],
    ['user/Patient.rs launch/patient', false],
    ['patient/Patient.rs', false],
    ['system/Patient.rs', false],
    ['', false],
  ])('TOK-08 PAT-06 by %s: %s', (scope, expected) => {
    expect(allowsPatientSearch(readScopes(scope))).toBe(expected)
  })
})
