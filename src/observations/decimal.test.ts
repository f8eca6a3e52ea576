import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDecimal } from './decimal.ts'

it.each([
  [0, '0', 0],
  [5.1, '5.1', 5.1],
  [-3, '-3', -3],
  [1e-7, '0.0000001', 1e-7],
  [-1.25e-9, '-0.00000000125', -1.25e-9],
  ['5.10', '5.10', 5.1],
  ['1.0e3', '1.0e3', 1000],
])('D4 reads %j with the digits %s', (json, text, number) => {
  expect(readDecimal(json)).toEqual({ text, number })
})

it.each([
  [2 ** 53, '9007199254740992'],
  [-1e21, '-1000000000000000000000'],
  [1.5e22, '15000000000000000000000'],
])('D4 says that digits of the number %j may be rounded', (json, text) => {
  expect(readDecimal(json)).toEqual({ text, number: json, isRounded: true })
})

it('D4 rounds no digits of a smaller number, or of a string', () => {
  expect(readDecimal(2 ** 53 - 1)).not.toHaveProperty('isRounded')
  expect(readDecimal('9007199254740993')).toEqual({ text: '9007199254740993', number: 2 ** 53 })
})

it.each([
  '',
  '<5',
  '5 mg',
  '5,1',
  'NaN',
  '0x10',
  '1e999',
  Infinity,
  NaN,
  null,
  undefined,
  true,
  {},
  [5],
])('D4 reads %j as no number', (json) => {
  expect(readDecimal(json)).toBeUndefined()
})

it('D4 shows digits that stand for the same number, without an exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const decimal = readDecimal(number)
      expect(decimal?.text).toMatch(/^-?\d+(\.\d+)?$/)
      expect(Number(decimal?.text) === number).toBe(true)
    }),
  )
})
