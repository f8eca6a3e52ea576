import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareScopes } from '../compare-scopes.ts'
import { isListed } from './is-listed.ts'

describe('isListed', () => {
  it.each<[string, string[], boolean]>([
    ['openid', ['openid'], true],
    ['launch/patient', ['launch'], false],
    ['patient/Patient.rs', ['patient/*.read'], true],
    ['patient/Patient.rs', ['patient/Patient.r', 'patient/Patient.s'], true],
    ['patient/Patient.rs', ['patient/Patient.r'], false],
    ['patient/Patient.read', ['user/Patient.cruds'], true],
    ['user/Patient.r', ['patient/Patient.r'], false],
    ['patient/Observation.rs?category=a', ['patient/Observation.rs'], true],
    ['patient/Observation.rs', ['patient/Observation.rs?category=a'], false],
    ['patient/Observation.rs?category=a', ['patient/Observation.rs?category=a'], true],
  ])('%s among %j: %s', (scope, listed, expected) => {
    expect(isListed(scope, listed)).toBe(expected)
  })

  it('agrees with the comparison of what was granted', () => {
    const one = fc
      .tuple(
        fc.constantFrom('patient', 'user'),
        fc.constantFrom('Patient', 'Observation', '*'),
        fc.constantFrom('read', 'write', '*', 'r', 's', 'rs', 'cruds'),
      )
      .map(([level, type, actions]) => `${level}/${type}.${actions}`)
    const scope = fc.oneof(one, fc.constantFrom('openid', 'launch', 'launch/patient', 'odd'))
    fc.assert(
      fc.property(scope, fc.uniqueArray(scope), (wanted, listed) => {
        const { missing, inPart } = compareScopes(wanted, listed.join(' '))
        expect(isListed(wanted, listed)).toBe(missing.length + inPart.length === 0)
      }),
      { numRuns: 500 },
    )
  })
})
