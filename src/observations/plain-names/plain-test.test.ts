import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOINC } from '../../fhir/coding.ts'
import { ANALYTES } from '../analyte-table.ts'
import { PLAIN_TESTS, plainTestOf } from './plain-test.ts'

const loinc = (...codes: string[]) =>
  codes.map((code) => ({ system: LOINC, code, display: undefined }))
const nameOf = (...codes: string[]) => plainTestOf(loinc(...codes))?.name

describe('plainTestOf', () => {
  it('D5 knows a test by its LOINC code', () => {
    expect(nameOf('4548-4')).toBe('A1c, which reflects the average blood sugar')
    expect(nameOf('17856-6')).toBe('A1c, which reflects the average blood sugar')
  })

  it('D5 calls A1c no concentration of sugar, and what is estimated from it another name', () => {
    expect(nameOf('59261-8')).toBe('A1c on the IFCC scale, which reflects the average blood sugar')
    expect(nameOf('27353-2')).toBe('Estimated average blood sugar')
    expect(nameOf('4548-4', '27353-2')).toBeUndefined()
  })

  it('D5 tells apart two filtering rates of one report by the words that come first', () => {
    expect(nameOf('48642-3')).toMatch(/^If not Black: /)
    expect(nameOf('48643-1')).toMatch(/^If Black: /)
  })

  it('D7 names no pH as more where it is less: a higher pH is less acid', () => {
    expect(PLAIN_TESTS.filter(({ name }) => /acidity/i.test(name))).toEqual([])
  })

  it.each([
    ['another specimen: glucose in cerebral spinal fluid', '2342-4'],
    ['another timing: glucose two hours after a dose', '1518-0'],
    ['another timing: creatinine of a day of urine', '2162-6'],
    ['a ratio: total cholesterol to HDL', '9830-1'],
    ['a count by hand: leukocytes', '804-5'],
    ['what only says where a result belongs', '8716-3'],
    ['a member that every object has', 'constructor'],
  ])('D5 gives no name to %s', (_, code) => {
    expect(nameOf(code)).toBeUndefined()
  })

  it('D5 goes by no words and by no other code system', () => {
    expect(
      plainTestOf([
        { system: 'http://snomed.info/sct', code: '4548-4', display: 'Hemoglobin A1c' },
        { system: undefined, code: '4548-4', display: 'Hemoglobin A1c' },
        { system: LOINC, code: undefined, display: 'Hemoglobin A1c' },
      ]),
    ).toBeUndefined()
    expect(plainTestOf([])).toBeUndefined()
  })

  it('D5 does not mind codes of a laboratory, whose words are their own', () => {
    const own = { system: 'urn:oid:1.2.840.114350.1', code: '77', display: 'A1C' }
    expect(plainTestOf([own, ...loinc('4548-4')])?.name).toBe(
      'A1c, which reflects the average blood sugar',
    )
  })

  it('D5 gives none where codes of two tests, or one that is not known, stand together', () => {
    expect(nameOf('2345-7', '4548-4')).toBeUndefined()
    expect(nameOf('2345-7', '2161-8')).toBeUndefined()
    expect(nameOf('2345-7', '12345-6')).toBeUndefined()
  })

  it('D5 takes a blood pressure as one, whatever stands beside it', () => {
    expect(nameOf('85354-9')).toBe('Blood pressure')
    expect(nameOf('8480-6', '8716-3', '85354-9', '8462-4')).toBe('Blood pressure')
    expect(nameOf('8480-6')).toBe('Blood pressure while the heart beats')
    expect(nameOf('8480-6', '8462-4')).toBeUndefined()
    expect(nameOf('2708-6', '59408-5')).toBe('Oxygen in the blood, measured through the skin')
    expect(nameOf('2708-6')).toBeUndefined()
  })

  it('D5 gives the same name in whatever order codes come', () => {
    const code = fc.constantFrom(...PLAIN_TESTS.flatMap(({ codes }) => codes), '8716-3', '1-8')
    fc.assert(
      fc.property(fc.array(code, { maxLength: 4 }), (codes) => {
        const name = nameOf(...codes)
        expect(nameOf(...codes.toReversed())).toBe(name)
        const fitting = PLAIN_TESTS.find((test) => test.name === name)
        const known = [...(fitting?.codes ?? []), ...(fitting?.alongside ?? []), '8716-3']
        expect(name === undefined || codes.every((one) => known.includes(one))).toBe(true)
      }),
    )
  })
})

describe('the table of plain names', () => {
  it('has the sixty most common tests, each once', () => {
    expect(PLAIN_TESTS.length).toBeGreaterThanOrEqual(60)
    const codes = PLAIN_TESTS.flatMap((test) => test.codes)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !/^\d{1,5}-\d$/.test(code))).toEqual([])
    expect(new Set(PLAIN_TESTS.map(({ name }) => name)).size).toBe(PLAIN_TESTS.length)
  })

  it('D5 gives tests that share a trend one name, so that the trend has one', () => {
    const named = ANALYTES.map(({ codes }) => new Set(codes.map((code) => nameOf(code))))
    expect(named.filter((names) => names.size > 1)).toEqual([])
  })

  it('D7 judges no value in a name', () => {
    const judging = /\b(?:high|low|good|bad|normal|abnormal|positive|negative|risk|disease)\b/i
    expect(PLAIN_TESTS.filter(({ name }) => judging.test(name))).toEqual([])
  })
})
