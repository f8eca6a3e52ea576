import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareScopes } from './compare-scopes.ts'

const laboratory = 'patient/Observation.rs?category=laboratory'

describe('compareScopes', () => {
  it.each<[string, string, object]>([
    ['patient/Patient.rs', 'patient/Patient.read', {}],
    ['patient/Patient.rs', 'patient/Patient.r patient/Patient.s', {}],
    ['patient/Patient.rs', 'user/Patient.rs', { beyond: ['user/Patient.rs'] }],
    ['patient/Patient.rs', 'patient/*.rs', { beyond: ['patient/*.rs'] }],
    ['patient/Patient.rs openid', 'openid', { missing: ['patient/Patient.rs'] }],
    ['patient/Patient.rs', 'patient/Patient.r', { inPart: ['patient/Patient.rs'] }],
    ['patient/Observation.rs', laboratory, { inPart: ['patient/Observation.rs'] }],
    [laboratory, 'patient/Observation.rs', { beyond: ['patient/Observation.rs'] }],
    ['patient/*.rs', 'patient/Patient.rs', { inPart: ['patient/*.rs'] }],
    ['openid', 'openid launch/encounter', { beyond: ['launch/encounter'] }],
  ])('SCOPE-01 SCOPE-02 compares "%s" asked with "%s" granted', (asked, granted, difference) => {
    const nothing = { missing: [], inPart: [], beyond: [] }
    expect(compareScopes(asked, granted)).toEqual({ ...nothing, ...difference })
  })

  it('SCOPE-01 finds no difference of scopes to themselves', () => {
    const scope = fc.constantFrom(
      'openid',
      'patient/*.read',
      'patient/Patient.r',
      laboratory,
      'x?y',
    )
    fc.assert(
      fc.property(fc.array(scope), (list) => {
        const scopes = list.join(' ')
        expect(compareScopes(scopes, scopes)).toEqual({ missing: [], inPart: [], beyond: [] })
      }),
    )
  })
})
