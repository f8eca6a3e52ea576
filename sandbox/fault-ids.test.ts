import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { faultCatalogue, groupFaults } from './fault-catalogue.ts'
import { faultIds, faultsElsewhere, splitFaultIds } from './fault-ids.ts'
import { contentFaults, fhirFaults } from './fhir-fault-tables.ts'

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
const inCatalogue = new Set(faultCatalogue.flatMap(({ id }) => splitFaultIds(id)))

describe('the fault catalogue', () => {
  it('lists every id once', () => {
    expect(new Set(faultIds).size).toBe(faultIds.length)
    expect(faultIds).toHaveLength(12 + 15 + 23 + 15 + 30 + 7)
  })

  it.each(faultIds.filter((id) => !Object.hasOwn(faultsElsewhere, id)))(
    '%s is a switch of this server',
    (id) => {
      expect(inCatalogue.has(id)).toBe(true)
    },
  )

  it.each(Object.entries(faultsElsewhere))(
    '%s is none, and the README says where it is',
    (id, { tested }) => {
      expect(inCatalogue.has(id)).toBe(false)
      expect(faultIds).toContain(id)
      expect(readme).toContain(`- ${id}: ${tested}`)
    },
  )

  it('switches nothing that the list does not know', () => {
    expect([...inCatalogue].filter((id) => !faultIds.includes(id))).toEqual([])
  })

  it('stands in one group whole', () => {
    const names = groupFaults().flatMap(({ faults }) => faults.map(({ name }) => name))
    expect(names.toSorted()).toEqual(faultCatalogue.map(({ name }) => name).toSorted())
  })

  it.each(faultCatalogue.map(({ name, does }) => [name, does]))(
    '%s is said in one line',
    (_, does) => {
      expect(does).toMatch(/^[^\n]{10,130}\.$/)
    },
  )

  it('offers every kind of FHIR fault', () => {
    const offered = faultCatalogue.flatMap(({ faults }) =>
      [...(faults.fhir ?? []), ...(faults.content ?? [])].map(({ kind }) => kind),
    )
    const kinds = [...Object.keys(fhirFaults), ...Object.keys(contentFaults)]
    expect(new Set(offered)).toEqual(new Set(kinds))
  })
})
