import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allows, grantedCategories, readScopes } from './scopes.ts'

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

describe('grantedCategories', () => {
  it.each([
    ['patient/Observation.rs', undefined],
    [`patient/Observation.rs?category=${category}|laboratory`, [`${category}|laboratory`]],
    [
      `patient/Observation.s?category=${category}|laboratory patient/Observation.s?category=${category}|vital-signs`,
      [`${category}|laboratory`, `${category}|vital-signs`],
    ],
    [`patient/Observation.r?category=${category}|laboratory`, undefined],
    [`patient/*.rs patient/Observation.rs?category=${category}|laboratory`, undefined],
  ])('SCOPE-05 finds what a granular grant is narrowed to: %s', (scope, categories) => {
    expect(grantedCategories(readScopes(scope))).toEqual(categories)
  })
})
