import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noAbilities, readAbilities } from './server-abilities.ts'

const usCore = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab'

function statement(observation: object, more: object = {}) {
  const resource = [{ type: 'Patient' }, { type: 'Observation', ...observation }]
  return { resourceType: 'CapabilityStatement', rest: [{ mode: 'server', resource }], ...more }
}

describe('readAbilities', () => {
  it('knows that results can be searched by date', () => {
    const searchParam = [
      { name: 'code', type: 'token' },
      { name: 'date', type: 'date' },
    ]
    expect(readAbilities(statement({ searchParam })).searchesByDate).toBe(true)
    expect(readAbilities(statement({ searchParam: [{ name: 'date' }] })).searchesByDate).toBe(false)
  })

  it.each([
    [statement({ supportedProfile: [usCore] })],
    [statement({}, { implementationGuide: ['http://hl7.org/fhir/us/core/ImplementationGuide/x'] })],
    [statement({}, { instantiates: ['http://hl7.org/fhir/us/core/CapabilityStatement/server'] })],
  ])('knows a server that follows US Core', (json) => {
    expect(readAbilities(json).followsUsCore).toBe(true)
  })

  it.each([undefined, null, [], {}, { resourceType: 'Bundle' }, statement({})])(
    'expects nothing by %j',
    (json) => {
      expect(readAbilities(json)).toEqual(noAbilities)
    },
  )

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (searchParam, supportedProfile) => {
        const json = statement({ searchParam, supportedProfile }, { instantiates: searchParam })
        expect(typeof readAbilities(json).searchesByDate).toBe('boolean')
      }),
    )
  })
})
