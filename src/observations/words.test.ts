import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loincComponent, readSample, ucum } from './sample-observation.ts'
import { formatFlags, formatRanges, formatUnit, formatValue } from './words.ts'

const reason = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }],
})
const systolic = (value: number, rest = {}) =>
  loincComponent('8480-6', { valueQuantity: { ...ucum(value, 'mm[Hg]'), ...rest } })
const diastolic = (value: number, rest = {}) =>
  loincComponent('8462-4', { valueQuantity: { ...ucum(value, 'mm[Hg]'), ...rest } })

describe('formatValue', () => {
  it.each([
    ['a quantity', { valueQuantity: ucum(5.1, 'mmol/L') }, '5.1 mmol/L'],
    ['zero', { valueQuantity: ucum(0, 'mg') }, '0 mg'],
    ['a comparator', { valueQuantity: ucum(0.3, 'mg/L', { comparator: '<' }) }, '<0.3 mg/L'],
    [
      'a comparator of two signs',
      { valueQuantity: ucum(60, 'mL', { comparator: '>=' }) },
      '≥60 mL',
    ],
    [
      'the comparator ad',
      { valueQuantity: ucum(5, 'mL', { comparator: 'ad' }) },
      'enough to reach 5 mL',
    ],
    [
      'a number without a unit (Epic A1c)',
      { valueQuantity: { value: 5.1 } },
      '5.1 (no unit given)',
    ],
    [
      'every digit of a number that JavaScript would round',
      { valueQuantity: { ...ucum(0, 'mg'), value: '9007199254740993.10' } },
      '9007199254740993.10 mg',
    ],
    [
      'a unit "1" of no system as none',
      { valueQuantity: { value: 5, unit: '1' } },
      '5 (no unit given)',
    ],
    ['a number that needs no unit', { valueQuantity: ucum(7, '1') }, '7'],
    [
      'the unit of the sender',
      { valueQuantity: { ...ucum(2, '10*3/uL'), unit: 'K/uL' } },
      '2 K/uL',
    ],
    ['digits given as a string', { valueQuantity: { value: '5.10', unit: 'mg' } }, '5.10 mg'],
    ['a titre', { valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } }, '1:128'],
    [
      'a titre below the limit',
      { valueRatio: { numerator: { value: 1, comparator: '<' }, denominator: { value: 8 } } },
      '<1:8',
    ],
    [
      'a ratio with units',
      { valueRatio: { numerator: ucum(5, 'mg'), denominator: ucum(10, 'mL') } },
      '5 mg : 10 mL',
    ],
    ['half a ratio', { valueRatio: { numerator: ucum(5, 'mg') } }, '5 mg : –'],
    [
      'a range',
      { valueRange: { low: ucum(5, '/[HPF]'), high: ucum(10, '/[HPF]') } },
      '5–10 /[HPF]',
    ],
    ['an open range', { valueRange: { high: ucum(10, 'mg') } }, '≤ 10 mg'],
    ['yes', { valueBoolean: true }, 'Yes'],
    ['no', { valueBoolean: false }, 'No'],
    ['an integer', { valueInteger: 0 }, '0'],
    ['a time', { valueTime: '07:45:00' }, '07:45:00'],
    ['a date', { valueDateTime: '2025-04' }, 'Apr 2025'],
    ['a Period', { valuePeriod: { start: '2025', end: '2026' } }, '2025 – 2026'],
    ['a code', { valueCodeableConcept: { text: 'Never smoker' } }, 'Never smoker'],
    ['text that looks like a number', { valueString: '<2' }, '<2'],
    ['rich text', { valueString: '{\\rtf1 Normal\\par}' }, 'Normal (formatting removed)'],
    ['markup as it is', { valueString: '<b>5</b>' }, '<b>5</b>'],
    [
      'a waveform',
      { valueSampledData: { origin: ucum(0, 'mV'), period: 2, dimensions: 2, data: '1 2 3 E' } },
      'Waveform: 4 samples over 2 ms, 2 per point in time, 1 without a value',
    ],
    [
      'an unknown type',
      { valueAttachment: {} },
      'Not shown by this app (Attachment); see the chart',
    ],
    ['why it is absent', { dataAbsentReason: reason('not-performed') }, 'not performed'],
    ['that it is withheld', { dataAbsentReason: reason('masked') }, 'withheld'],
    ['that nothing was recorded', {}, 'no value recorded'],
    ['that it is pending', { status: 'registered' }, 'pending'],
    [
      'that it was cancelled',
      { status: 'cancelled', valueQuantity: ucum(5, 'mg'), component: [systolic(118)] },
      'Cancelled',
    ],
    [
      'why it was cancelled',
      { status: 'cancelled', dataAbsentReason: { text: 'Haemolysed' } },
      'Cancelled: Haemolysed',
    ],
    [
      'that it can not be interpreted',
      {
        modifierExtension: [{ url: 'urn:x' }],
        valueQuantity: ucum(5, 'mg'),
        component: [systolic(1)],
      },
      "Contains information this app can't interpret; see the chart",
    ],
    ['a panel of one', { hasMember: [{ reference: 'Observation/1' }] }, 'Panel of 1 result'],
    [
      'a panel of members without references',
      { hasMember: [{ display: 'Sodium' }, {}] },
      'Panel of 2 results',
    ],
  ])('D4 says %s', (_, json, words) => {
    expect(formatValue(readSample(json))).toBe(words)
  })

  it('D5 says the own value and the components (SpO2 with oxygen flow)', () => {
    const json = {
      valueQuantity: ucum(95, '%'),
      component: [
        loincComponent('3151-8', { valueQuantity: ucum(6, 'L/min') }),
        loincComponent('3150-0', { dataAbsentReason: reason('not-asked') }),
      ],
    }
    expect(formatValue(readSample(json))).toBe(
      '95 %; LOINC 3151-8: 6 L/min; LOINC 3150-0: not asked',
    )
  })

  it('D5 says why a panel has no value of its own beside its members', () => {
    const json = { dataAbsentReason: reason('error'), hasMember: [{ reference: 'Observation/1' }] }
    expect(formatValue(readSample(json))).toBe(
      'not available because of an error; Panel of 1 result',
    )
  })

  it('D8 hides a single component that can not be interpreted', () => {
    const json = {
      component: [systolic(118), { ...diastolic(76), modifierExtension: [{ url: 'x' }] }],
    }
    const words = formatValue(readSample(json))
    expect(words).toContain("Diastolic: Contains information this app can't interpret")
    expect(words).not.toContain('76')
  })

  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
  const comparator = fc.constantFrom('<', '<=', '>=', '>')

  it('D4 never loses a comparator, nor a digit', () => {
    fc.assert(
      fc.property(number, comparator, fc.boolean(), (value, sign, isComponent) => {
        const valueQuantity = ucum(value, 'mg', { comparator: sign })
        const json = isComponent
          ? { component: [systolic(value, { comparator: sign })] }
          : { valueQuantity }
        const words = formatValue(readSample(json))
        expect(words).toContain(sign.replace('<=', '≤').replace('>=', '≥'))
        expect(Number(/-?\d+(\.\d+)?(e[+-]?\d+)?/.exec(words)?.[0]) === value).toBe(true)
      }),
    )
  })

  it('D4 shows the digits of the resource', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(9999), (whole, part) => {
        const value = `${whole}.${part}0`
        expect(formatValue(readSample({ valueQuantity: { value, unit: 'mg' } }))).toBe(
          `${value} mg`,
        )
      }),
    )
  })
})

const high = {
  coding: [
    { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code: 'H' },
  ],
}

describe('formatUnit', () => {
  it.each([
    ['mL/min/{1.73_m2}', 'mL/min/1.73 m2'],
    ['{score}', 'score'],
    ['10*3/uL', '10*3/uL'],
    ['0{}0', '0{}0'],
    ['5{2}/h', '5{2}/h'],
    ['5{a}2', '5a2'],
    ['5{a2}2', '5{a2}2'],
  ])('D4 says %s as %s, and joins no two numbers', (unit, words) => {
    expect(formatUnit(unit)).toBe(words)
  })
})

describe('formatFlags', () => {
  it('D7 says all flags, those of components with their name', () => {
    const json = {
      interpretation: [{ text: 'Out of range' }, { text: 'Rising' }],
      component: [{ ...systolic(160), interpretation: [high] }, diastolic(70)],
    }
    expect(formatFlags(readSample(json))).toBe('Out of range, Rising; Systolic: High')
  })

  it('D7 says nothing where nobody did', () => {
    expect(formatFlags(readSample({ valueQuantity: ucum(5, 'mg') }))).toBe('')
  })
})

describe('formatRanges', () => {
  it('D7 joins several ranges, those of components with their name', () => {
    const json = {
      referenceRange: [{ text: '<=200' }, { high: ucum(9, 'mg'), appliesTo: [{ text: 'Female' }] }],
      component: [
        {
          ...systolic(160),
          referenceRange: [{ low: ucum(90, 'mm[Hg]'), high: ucum(140, 'mm[Hg]') }],
        },
      ],
    }
    expect(formatRanges(readSample(json))).toBe('<=200; ≤ 9 mg (Female); Systolic: 90–140 mm[Hg]')
  })

  it('is empty without ranges', () => {
    expect(formatRanges(readSample())).toBe('')
  })
})
