import { describe, expect, it } from 'vitest'

import { knownScopes, readResourceScope, splitScope } from './scopes.ts'

const category = 'http://terminology.hl7.org/CodeSystem/observation-category'

describe('readResourceScope', () => {
  it.each([
    ['patient/Observation.read', 'patient', 'Observation', 'rs'],
    ['patient/Observation.rs', 'patient', 'Observation', 'rs'],
    ['user/*.cruds', 'user', '*', 'cruds'],
    ['patient/*.*', 'patient', '*', 'cruds'],
    ['patient/Patient.write', 'patient', 'Patient', 'cud'],
  ])('SCOPE-02 reads %s', (scope, level, type, actions) => {
    expect(readResourceScope(scope)).toEqual({ level, type, actions, filters: [] })
  })

  it('reads the category of a granular scope', () => {
    const scope = `patient/Observation.s?category=${category}|laboratory`
    expect(readResourceScope(scope)?.filters).toEqual([['category', `${category}|laboratory`]])
  })

  it.each([
    'openid',
    'system/*.rs',
    'patient/Claim.rs',
    'patient/Observation.sr',
    'patient/Observation.rr',
    'patient/Observation.',
    'patient/Observation.Read',
    'patient/Observation.rs?',
    'patient/Observation.rs?value=1',
    'Patient/Observation.rs',
  ])('does not know %s', (scope) => {
    expect(readResourceScope(scope)).toBeUndefined()
  })
})

it('knownScopes leaves out the unknown and the repeated, in the order asked', () => {
  const asked = splitScope('openid  nonsense patient/Patient.r openid patient/Claim.rs launch ')
  expect(knownScopes(asked)).toEqual(['openid', 'patient/Patient.r', 'launch'])
})
