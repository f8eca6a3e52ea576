import { describe, expect, it } from 'vitest'
import { loincComponent, readSample, ucum } from './sample-observation.ts'
import { formatValue } from './words.ts'

const reason = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }],
})
const systolic = (value: number, rest = {}) =>
  loincComponent('8480-6', { valueQuantity: { ...ucum(value, 'mm[Hg]'), ...rest } })
const diastolic = (value: number, rest = {}) =>
  loincComponent('8462-4', { valueQuantity: { ...ucum(value, 'mm[Hg]'), ...rest } })

describe('a blood pressure', () => {
  it.each([
    ['a blood pressure', [systolic(118), diastolic(76)], '118 / 76 mm[Hg]'],
    ['parts in the other order', [diastolic(76), systolic(118)], '118 / 76 mm[Hg]'],
    [
      'a missing part with its reason',
      [systolic(120), loincComponent('8462-4', { dataAbsentReason: reason('unknown') })],
      '120 / – mm[Hg] (Diastolic: not known)',
    ],
    ['a part that was not sent', [diastolic(76)], '– / 76 mm[Hg] (Systolic: not included)'],
    [
      'no part with a value',
      [loincComponent('8480-6', {}), loincComponent('8462-4', {})],
      '– / – (Systolic: no value recorded; Diastolic: no value recorded)',
    ],
    [
      'a comparator in a part',
      [systolic(120), diastolic(40, { comparator: '<' })],
      '120 / <40 mm[Hg]',
    ],
    ['parts of two units', [systolic(120), diastolic(10, { unit: 'kPa' })], '120 mm[Hg] / 10 kPa'],
    [
      'parts without a unit',
      [
        systolic(120, { unit: undefined, code: undefined }),
        diastolic(70, { unit: undefined, code: undefined }),
      ],
      '120 / 70 (no unit given)',
    ],
    [
      'a further component',
      [
        systolic(118),
        diastolic(76),
        loincComponent('8478-0', { valueQuantity: ucum(90, 'mm[Hg]') }),
      ],
      '118 / 76 mm[Hg]; LOINC 8478-0: 90 mm[Hg]',
    ],
    [
      'a part given twice, without choosing',
      [systolic(118), systolic(130), diastolic(76)],
      'Systolic: 118 mm[Hg]; Systolic: 130 mm[Hg]; Diastolic: 76 mm[Hg]',
    ],
  ])('D5 says %s', (_, component, words) => {
    expect(formatValue(readSample({ component }))).toBe(words)
  })

  it('D5 pairs no components whose codes belong to another system', () => {
    const foreign = (code: string, value: number) => ({
      code: { coding: [{ system: 'urn:oid:1.2.246.537.6.96', code }], text: `Part ${code}` },
      valueQuantity: ucum(value, 'mm[Hg]'),
    })
    const words = formatValue(
      readSample({ component: [foreign('8480-6', 118), foreign('8462-4', 76)] }),
    )
    expect(words).toBe('Part 8480-6: 118 mm[Hg]; Part 8462-4: 76 mm[Hg]')
  })

  it('D5 pairs a blood pressure whose panel carries foreign codes of its parts (Epic)', () => {
    const foreign = 'urn:oid:1.2.246.537.6.96'
    const coding = [
      { system: foreign, code: '8462-4' },
      { system: foreign, code: '8480-6' },
      { system: 'http://loinc.org', code: '85354-9' },
    ]
    const json = { code: { text: 'BP', coding }, component: [systolic(118), diastolic(76)] }
    expect(formatValue(readSample(json))).toBe('118 / 76 mm[Hg]')
  })
})
