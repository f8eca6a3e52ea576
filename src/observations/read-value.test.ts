import { describe, expect, it } from 'vitest'
import { readValue } from './read-value.ts'
import { ucum } from './sample-observation.ts'

const reason = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }],
})
const withheld = {
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
  ],
}
const sampled = (rest = {}) => ({ origin: ucum(0, 'mV'), period: 2, dimensions: 1, ...rest })

describe('readValue', () => {
  it.each(['', '  ', '\u0000', ' \u0001 '])(
    'D4 takes a string that says nothing for no value: %j',
    (valueString) => {
      expect(readValue({ valueString })).toBeUndefined()
    },
  )

  it.each([
    [{ valueCodeableConcept: { text: 'Never smoker' } }, { kind: 'coded', text: 'Never smoker' }],
    [
      { valueCodeableConcept: { coding: [{ system: 'urn:x', code: '7' }] } },
      { kind: 'coded', text: '7 (urn:x)' },
    ],
    [{ valueString: '5.1\n' }, { kind: 'text', text: '5.1', isStrippedRichText: false }],
    [{ valueString: '{\\rtf1 a}' }, { kind: 'text', text: 'a', isStrippedRichText: true }],
    [{ valueString: '{\\rtf1 \\strike a}' }, { kind: 'not-shown', type: 'rich text' }],
    [{ valueBoolean: false }, { kind: 'boolean', value: false }],
    [{ valueInteger: 0 }, { kind: 'integer', value: { text: '0', number: 0 } }],
    [{ valueTime: '07:45:00' }, { kind: 'time', text: '07:45:00' }],
  ])('D4 reads %j', (holder, value) => {
    expect(readValue(holder)).toEqual(value)
  })

  it.each([
    [{ valueQuantity: ucum(0, 'mg') }, 'quantity'],
    [{ valueRange: { low: ucum(5, 'mg') } }, 'range'],
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } }, 'ratio'],
    [{ valueDateTime: '2025-04' }, 'dateTime'],
    [{ valuePeriod: { start: '2025' } }, 'period'],
    [{ valueSampledData: sampled({ data: '1 E U' }) }, 'sampled'],
    [{ valueSampledData: sampled() }, 'sampled'],
  ])('D4 reads %j as %s', (holder, kind) => {
    expect(readValue(holder)?.kind).toBe(kind)
  })

  it.each([
    [{ valueQuantity: 5 }, 'Quantity'],
    [
      { valueQuantity: { value: 5, comparator: '~' } },
      "a number with a comparator this app can't read",
    ],
    [{ valueQuantity: { value: 'many' } }, 'Quantity'],
    [{ valueCodeableConcept: {} }, 'CodeableConcept'],
    [{ valueBoolean: 'true' }, 'Boolean'],
    [{ valueRange: { low: ucum(1, 'mg'), high: { unit: 'mg' } } }, 'Range'],
    [{ valueDateTime: '2024-13-45' }, 'DateTime'],
    [{ valueSampledData: {} }, 'SampledData'],
    [{ valueSampledData: sampled({ period: 0, data: '1' }) }, 'SampledData'],
    [{ valueAttachment: { url: 'x' } }, 'Attachment'],
    [{ valueReference: { reference: 'x' } }, 'Reference'],
    [{ valueString: 'a', valueInteger: 5 }, 'several values at once'],
  ])('D4 says that %j is there but not shown', (holder, type) => {
    expect(readValue(holder)).toEqual({ kind: 'not-shown', type })
  })

  it('D4 says that a value of an R5 type in an extension is there but not shown', () => {
    const url = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Observation.value'
    const extension = [{ url, valueAttachment: { url: 'x' } }]
    expect(readValue({ extension })).toEqual({ kind: 'not-shown', type: 'Attachment' })
  })

  it.each([
    [{ dataAbsentReason: reason('not-performed') }, 'not performed'],
    [{ dataAbsentReason: reason('masked') }, 'withheld'],
    [
      { valueQuantity: { unit: 'mg' }, dataAbsentReason: reason('error') },
      'not available because of an error',
    ],
    [{ valueQuantity: { unit: 'mg', _value: withheld } }, 'withheld'],
    [{ valueQuantity: withheld }, 'withheld'],
    [{ valueCodeableConcept: withheld }, 'withheld'],
    [{ _valueString: withheld }, 'withheld'],
    [{ valueString: ' ', _valueString: withheld }, 'withheld'],
    [{ valueSampledData: sampled({ _data: withheld }) }, 'withheld'],
    [{ valueSampledData: sampled(), dataAbsentReason: reason('masked') }, 'withheld'],
  ])('D5 says why the value of %j is absent', (holder, words) => {
    expect(readValue(holder)).toEqual({ kind: 'absent', reason: words })
  })

  it.each([
    [
      { valueQuantity: ucum(5, 'mg'), dataAbsentReason: reason('error') },
      'a value marked as absent: not available because of an error',
    ],
    [
      { valueQuantity: ucum(5, 'mg'), dataAbsentReason: 'masked' },
      'a value marked as absent: withheld',
    ],
    [
      { valueString: 'Positive', dataAbsentReason: [{}] },
      "a value marked as absent: reason can't be read",
    ],
    [{ valueQuantity: ucum(5, 'mg', withheld) }, 'a value marked as absent: withheld'],
    [{ valueQuantity: ucum(5, 'mg', { _value: withheld }) }, 'a value marked as absent: withheld'],
    [
      { valueQuantity: ucum(5, 'mg', { _comparator: withheld }) },
      'a value whose comparator is withheld',
    ],
    [
      { valueCodeableConcept: { text: 'Positive', ...withheld } },
      'a value marked as absent: withheld',
    ],
    [{ valueString: 'Positive', _valueString: withheld }, 'a value marked as absent: withheld'],
    [{ valueBoolean: true, _valueBoolean: withheld }, 'a value marked as absent: withheld'],
    [{ valueInteger: 0, _valueInteger: withheld }, 'a value marked as absent: withheld'],
    [
      { valueSampledData: sampled({ data: '1', _data: withheld }) },
      'a value marked as absent: withheld',
    ],
    [
      { valueSampledData: sampled({ data: '1' }), dataAbsentReason: reason('error') },
      'a value marked as absent: not available because of an error',
    ],
    [{ valueSampledData: sampled({ data: '1', _factor: withheld }) }, 'SampledData'],
    [{ valueRange: { low: ucum(1, 'mg', withheld), high: ucum(2, 'mg') } }, 'Range'],
    [
      {
        valueRatio: { numerator: ucum(1, 'mg', { _value: withheld }), denominator: ucum(2, 'mL') },
      },
      'Ratio',
    ],
  ])('D5 does not show as fact what is marked as absent: %j', (holder, type) => {
    expect(readValue(holder)).toEqual({ kind: 'not-shown', type })
  })

  it.each([
    [{ dataAbsentReason: 'not-performed' }, 'not performed'],
    [{ dataAbsentReason: 7 }, "reason can't be read"],
    [{ valueBoolean: 'true', dataAbsentReason: {} }, "reason can't be read"],
  ])('D5 says of %j that there is no value, though the reason is oddly shaped', (holder, words) => {
    expect(readValue(holder)).toEqual({ kind: 'absent', reason: words })
  })

  it.each([{}, { valueQuantity: null }, { valueString: '' }, { valueQuantity: { unit: 'mg' } }])(
    'D4 finds no value in %j',
    (holder) => {
      expect(readValue(holder)).toBeUndefined()
    },
  )
})
