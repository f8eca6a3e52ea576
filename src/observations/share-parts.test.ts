import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readObservation } from './read-observation.ts'
import { createSharing } from './share-parts.ts'

function read(resource: object) {
  const reading = readObservation({
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    code: { text: 'Weight' },
    ...resource,
  })
  if (reading.kind !== 'read') throw new Error(reading.kind)
  return reading.observation
}

describe('createSharing', () => {
  it('lets equal parts of two results be one object', () => {
    const share = createSharing().observation
    const resource = {
      code: { coding: [{ system: 'http://loinc.org', code: '4548-4', display: 'HbA1c' }] },
      referenceRange: [{ high: { value: 5.6, unit: '%' } }],
      valueQuantity: { value: 5.1, unit: '%' },
    }
    const [one, other] = [share(read(resource)), share(read({ ...resource, id: 'o2' }))]
    expect(one.codings).toBe(other.codings)
    expect(one.ranges).toBe(other.ranges)
    expect(one.value).toBe(other.value)
    expect(one.id).not.toBe(other.id)
  })

  it('compares no waveforms, which are long', () => {
    const share = createSharing().observation
    const origin = { value: 0, unit: 'mV' }
    const resource = { valueSampledData: { origin, period: 2, dimensions: 1, data: '1 2' } }
    const [one, other] = [share(read(resource)), share(read(resource))]
    expect(one.value).toEqual(other.value)
    expect(one.value).not.toBe(other.value)
  })

  it.each([
    ['comparator', { comparator: '<' }],
    ['unit', { unit: 'g' }],
    ['UCUM code', { code: 'g' }],
    ['digits', { value: '5.0' }],
  ])('D4 keeps apart quantities that differ in their %s', (_, otherwise) => {
    const share = createSharing().observation
    const quantity = { value: 5, unit: 'kg', code: 'kg', system: 'http://unitsofmeasure.org' }
    const one = share(read({ valueQuantity: quantity }))
    const other = read({ valueQuantity: { ...quantity, ...otherwise } })
    expect(share(other)).toEqual(other)
    expect(share(other).value).not.toEqual(one.value)
  })

  it('changes nothing of what a result says, whatever was there before', () => {
    const part = fc.constantFrom('a', 'b', undefined)
    const resource = fc.record({
      code: fc.record({ text: fc.constantFrom('Weight', 'Height'), coding: fc.constant([]) }),
      valueQuantity: fc.option(
        fc.record({
          value: fc.oneof(fc.constantFrom(5, '5.0', 1234567), fc.double({ noNaN: true })),
          comparator: fc.constantFrom(undefined, '<', '>'),
          unit: part,
          code: part,
          system: fc.constantFrom('http://unitsofmeasure.org', undefined),
        }),
        { nil: undefined },
      ),
      valueString: part,
      component: fc.option(
        fc.array(fc.record({ code: fc.record({ text: part }), valueString: part })),
        { nil: undefined },
      ),
      referenceRange: fc.option(fc.array(fc.record({ text: part })), { nil: undefined }),
      note: fc.option(fc.array(fc.record({ text: part })), { nil: undefined }),
    })
    const share = createSharing().observation
    fc.assert(
      fc.property(resource, (json) => {
        const observation = read(json)
        expect(share(observation)).toEqual(observation)
      }),
    )
  })
})
