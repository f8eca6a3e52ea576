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
  ['1.50E1', '15.0', 15],
  ['1.5E1', '15', 15],
  ['-12.50e-2', '-0.1250', -0.125],
  ['0.5e1', '5', 5],
  ['1e-999', '1e-999', 0],
  ['9007199254740993', '9007199254740993', 2 ** 53],
  [1e21, '1e+21', 1e21],
])('D4 reads %j with the digits %s', (json, text, number) => {
  expect(readDecimal(json)).toEqual({ text, number })
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

it('D4 shows digits that stand for the same number, and claims no more of them than were sent', () => {
  const significant = (text: string) =>
    text
      .replace(/[eE].*$/, '')
      .replace(/[-.]/g, '')
      .replace(/^0+/, '').length
  const literal = fc
    .tuple(
      fc.boolean(),
      fc.bigInt({ min: 0n, max: 10n ** 18n }),
      fc.nat(12),
      fc.integer({ min: -12, max: 12 }),
    )
    .map(([isNegative, digits, places, exponent]) => {
      const text = String(digits).padStart(places + 1, '0')
      const point = text.length - places
      const fraction = places === 0 ? '' : `.${text.slice(point)}`
      return `${isNegative ? '-' : ''}${text.slice(0, point)}${fraction}${exponent === 0 ? '' : `e${exponent}`}`
    })
  fc.assert(
    fc.property(literal, (text) => {
      const decimal = readDecimal(text)
      expect(Number(decimal?.text) === Number(text)).toBe(true)
      expect(significant(decimal?.text ?? '')).toBe(significant(text))
    }),
  )
})
