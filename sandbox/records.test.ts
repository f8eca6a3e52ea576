import { describe, expect, it } from 'vitest'

import { generateDanaDemo } from './dana-demo-record.ts'
import { loadPatients } from './fhir-store.ts'
import { generateRecord } from './generated-record.ts'

describe('the record of Dana Demo', () => {
  // `npx vitest run sandbox/records.test.ts -u` writes the file anew.
  it('is stored as it is generated', async () => {
    const lines = generateDanaDemo().map((resource) => `${JSON.stringify(resource)}\n`)
    await expect(lines.join('')).toMatchFileSnapshot('./patients/gen-dana-demo.ndjson')
  })

  it('holds the patient first, then 2,682 Observations, each id once', () => {
    const [patient, ...observations] = generateDanaDemo()
    expect(patient?.resourceType).toBe('Patient')
    expect(new Set(observations.map(({ id }) => id)).size).toBe(2682)
  })
})

describe('a generated record', () => {
  it('F-R24 is the same at every call, and longer ones are not the same', () => {
    expect(generateRecord('gen-50', 50)).toEqual(generateRecord('gen-50', 50))
    expect(generateRecord('gen-51', 51).observations[0]).not.toEqual(
      generateRecord('gen-50', 50).observations[0],
    )
  })

  it('flags exactly the results outside their reference range', () => {
    const labs = generateRecord('gen-4000', 4000).observations.filter(
      ({ referenceRange }) => referenceRange !== undefined,
    )
    const flags = labs.map(({ valueQuantity, referenceRange, interpretation }) => {
      const value = valueQuantity?.value ?? Number.NaN
      const [range] = referenceRange ?? []
      const isLow = value < (range?.low?.value ?? Number.NaN)
      const isHigh = value > (range?.high?.value ?? Number.NaN)
      return [isLow ? 'L' : isHigh ? 'H' : 'N', interpretation?.[0]?.coding?.[0]?.code]
    })
    expect(flags.filter(([own, sent]) => own !== sent)).toEqual([])
    expect(new Set(flags.map(([own]) => own))).toEqual(new Set(['L', 'H', 'N']))
  })
})

describe('the stored records', () => {
  it('are read once, with a parent for every patient who needs one', () => {
    const store = loadPatients()
    expect(loadPatients()).toBe(store)
    expect(store.patients).toHaveLength(9)
    expect(store.read('RelatedPerson', 'parent-of-infant')).toMatchObject({
      patient: { reference: 'Patient/infant' },
    })
    expect(store.read('RelatedPerson', 'parent-of-nobody')).toBeUndefined()
    expect(store.read('Patient', 'gen-00')).toBeUndefined()
  })
})
