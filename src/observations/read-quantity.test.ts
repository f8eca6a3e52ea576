import { describe, expect, it } from 'vitest'
import { readQuantity, readQuantityPair } from './read-quantity.ts'
import { ucum } from './sample-observation.ts'

const absent = {
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
  ],
}

describe('readQuantity', () => {
  it('D4 reads digits, unit and UCUM code', () => {
    expect(readQuantity({ ...ucum(120, 'mm[Hg]'), unit: 'mmHg' })).toEqual({
      amount: { text: '120', number: 120 },
      comparator: undefined,
      unit: 'mmHg',
      ucum: 'mm[Hg]',
    })
  })

  it.each(['<', '<=', '>=', '>', 'ad'])('D4 keeps the comparator %s', (comparator) => {
    expect(readQuantity(ucum(2, 'mg', { comparator }))?.comparator).toBe(comparator)
  })

  it.each(['~', '≤', '', ' <', 5, {}])(
    'D4 reads no number at all beside a comparator it does not know: %j',
    (comparator) => {
      expect(readQuantity(ucum(2, 'mg', { comparator }))).toBeUndefined()
    },
  )

  it('D4 takes a code for UCUM only in the UCUM system', () => {
    const quantity = readQuantity({ value: 28, unit: 'mmol/L', system: 'urn:x', code: '258813002' })
    expect(quantity).toMatchObject({ unit: 'mmol/L', ucum: undefined })
  })

  it('D4 shows the code where there is no unit, but not the "1" that means none', () => {
    expect(readQuantity({ value: 3, code: 'mg' })?.unit).toBe('mg')
    expect(readQuantity(ucum(3, '1'))).toMatchObject({ unit: undefined, ucum: '1' })
  })

  it.each([{ unit: '1' }, { code: '1' }, { unit: '1', code: '1', system: 'urn:x' }])(
    'D4 reads no unit out of %j, which would look like a digit',
    (rest) => {
      expect(readQuantity({ value: 5, ...rest })).toMatchObject({
        unit: undefined,
        ucum: undefined,
      })
    },
  )

  it.each([
    { ...absent },
    { _value: absent },
    { _comparator: absent },
    { comparator: '<', _comparator: absent },
  ])('D5 reads no number that is marked as absent or of an unknown comparator: %j', (rest) => {
    expect(readQuantity(ucum(5, 'mg', rest))).toBeUndefined()
  })

  it.each([undefined, null, 5, 'x', [], {}, { unit: 'mg' }, { value: null }, { value: 'high' }])(
    'reads %j as no Quantity',
    (json) => {
      expect(readQuantity(json)).toBeUndefined()
    },
  )
})

describe('readQuantityPair', () => {
  it('leaves either side open', () => {
    expect(readQuantityPair({ high: ucum(5, 'mg') }, 'low', 'high')?.[0]).toBeUndefined()
    expect(readQuantityPair({ low: ucum(5, 'mg') }, 'low', 'high')?.[1]).toBeUndefined()
  })

  it.each([{}, null, { low: { unit: 'mg' } }, { low: ucum(1, 'mg'), high: { value: 'many' } }])(
    'reads %j as no pair, rather than half of one',
    (json) => {
      expect(readQuantityPair(json, 'low', 'high')).toBeUndefined()
    },
  )
})
