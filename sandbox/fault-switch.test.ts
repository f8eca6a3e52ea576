import { describe, expect, it } from 'vitest'

import { faultCatalogue } from './fault-catalogue.ts'
import { describeFaults, hasFaults, mergeFaults, removeFaults } from './fault-switch.ts'

describe('switching faults', () => {
  it.each(faultCatalogue.map(({ name, faults }) => [name, faults] as const))(
    '%s goes on and off, and leaves the others alone',
    (_name, faults) => {
      const others = {
        token: ['banner-text'],
        fhir: [{ kind: 'empty', type: 'Encounter' }],
      } as const
      const rest = removeFaults(others, faults)
      const on = mergeFaults(rest, faults)
      expect(hasFaults(rest, faults)).toBe(false)
      expect(hasFaults(on, faults)).toBe(true)
      expect(removeFaults(on, faults)).toEqual(rest)
    },
  )

  it('tells two settings of one kind apart', () => {
    const one = { fhir: [{ kind: 'status', status: 403 }] } as const
    const other = { fhir: [{ kind: 'status', status: 404 }] } as const
    expect(hasFaults(one, other)).toBe(false)
    expect(removeFaults(mergeFaults(one, other), one)).toEqual(other)
  })

  it('switches nothing off that is not on', () => {
    expect(removeFaults({ idToken: 'garbage' }, { idToken: 'missing' })).toEqual({
      idToken: 'garbage',
    })
  })

  it('merges lists and replaces single settings', () => {
    const merged = mergeFaults(
      { token: ['type-dpop'], idToken: 'garbage' },
      { token: ['scope-empty'], idToken: 'missing' },
    )
    expect(merged).toEqual({ token: ['type-dpop', 'scope-empty'], idToken: 'missing' })
    expect(describeFaults(merged)).toEqual([
      'token: type-dpop',
      'token: scope-empty',
      'idToken: missing',
    ])
  })
})
