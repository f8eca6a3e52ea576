import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertUnits } from './unit-converter.ts'

describe('convertUnits', () => {
  it.each([
    [150, '[lb_av]', 'kg', 68.0388555],
    [70, '[in_i]', 'cm', 177.8],
    [98.6, '[degF]', 'Cel', 37],
    [37, 'Cel', '[degF]', 98.6],
    [120, 'mm[Hg]', 'kPa', 15.99864],
    [14.1, 'g/dL', 'g/L', 141],
    [7.2, '10*3/uL', '10*9/L', 7.2],
    [5.5, 'mmol/L', 'umol/L', 5500],
    [72, '{beats}/min', '/min', 72],
    [5, '%', '%', 5],
    [3, '{cells}/uL', '/uL', 3],
  ])('D4 converts %d %s to %s', (value, from, to, expected) => {
    expect(convertUnits(value, from, to)).toBe(expected)
  })

  it.each([
    ['mass to moles without a molar mass', 'mg/dL', 'mmol/L'],
    ['equivalents', 'meq/L', 'mmol/L'],
    ['arbitrary units', '[IU]/L', 'm[IU]/L'],
    ['a clearance by body surface', 'mL/min/{1.73_m2}', 'mL/min'],
    ['two scales of one ratio', 'mmol/mol', '%'],
    ['a share to a number', '%', '1'],
    ['a number to moles', '/L', 'mmol/L'],
    ['another dimension', 'kg', 'cm'],
    ['words that are no UCUM', 'mmHg', 'kPa'],
    ['a unit that would be guessed at', 'degF', 'Cel'],
    ['nothing', '', 'kg'],
    ['a name of JavaScript', 'constructor', 'kg'],
  ])('D4 converts no %s', (_, from, to) => {
    expect(convertUnits(5, from, to)).toBeUndefined()
    expect(convertUnits(5, to, from)).toBeUndefined()
  })

  it('D4 converts between mass and moles with a molar mass alone', () => {
    expect(convertUnits(100, 'mg/dL', 'mmol/L', 180.156)).toBeCloseTo(5.5507, 3)
    expect(convertUnits(5.5507449, 'mmol/L', 'mg/dL', 180.156)).toBeCloseTo(100, 4)
    expect(convertUnits(1, 'mg/dL', 'umol/L', 113.12)).toBeCloseTo(88.4, 1)
  })

  it('D4 comes back to the same number', () => {
    const units = fc.constantFrom(
      ['[lb_av]', 'kg'],
      ['[degF]', 'Cel'],
      ['mg/dL', 'g/L'],
      ['[in_i]', 'cm'],
    )
    const tenths = fc.integer({ min: -10_000, max: 10_000 }).map((number) => number / 10)
    fc.assert(
      fc.property(units, tenths, ([from = '', to = ''], value) => {
        const there = convertUnits(value, from, to)
        expect(convertUnits(there ?? NaN, to, from)).toBeCloseTo(value, 6)
      }),
    )
  })
})
