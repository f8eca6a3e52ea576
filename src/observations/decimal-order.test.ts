import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDecimals } from './decimal-order.ts'

/** For the property: sign, whole part, fraction and exponent, as text and as a whole number of 10^-40. */
const decimal = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.stringMatching(/^\d{1,6}$/),
    fc.stringMatching(/^\d{0,6}$/),
    fc.option(fc.integer({ min: -12, max: 12 }), { nil: undefined }),
  )
  .map(([sign, whole, fraction, exponent]) => ({
    text:
      sign +
      whole +
      (fraction === '' ? '' : `.${fraction}`) +
      (exponent === undefined ? '' : `e${exponent}`),
    scaled: BigInt(sign + whole + fraction) * 10n ** BigInt(40 - fraction.length + (exponent ?? 0)),
  }))

describe('compareDecimals', () => {
  it.each([
    ['5.10', '5.1', 0],
    ['0', '-0.00', 0],
    ['007', '7', 0],
    ['1e3', '1000', 0],
    ['0.012E+2', '1.2', 0],
    ['-0.3', '-0.4', 1],
    ['-1', '0', -1],
    ['0', '1e-400', -1],
    ['9.99', '10', -1],
    ['5.1', '5.09', 1],
    ['0.1', '0.10000000000000000001', -1],
    ['9007199254740993', '9007199254740992', 1],
    ['1e-99999999999999999999', '1e-99999999999999999998', -1],
  ])('D4 puts %s and %s in order', (a, b, order) => {
    expect(Math.sign(compareDecimals(a, b))).toBe(order)
    expect(Math.sign(compareDecimals(b, a)) + order).toBe(0)
  })

  it.each(['', '-', '.', '<5', '5 mg', 'NaN', '1e'])('D4 puts %j in no order', (text) => {
    expect(compareDecimals(text, '5')).toBeNaN()
    expect(compareDecimals('5', text)).toBeNaN()
  })

  it('D4 puts any two decimals in the order of exact arithmetic', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const exact = a.scaled < b.scaled ? -1 : a.scaled > b.scaled ? 1 : 0
        expect(Math.sign(compareDecimals(a.text, b.text))).toBe(exact)
      }),
      { numRuns: 1000 },
    )
  })

  it('D4 finds the same number in two spellings', () => {
    fc.assert(
      fc.property(decimal, fc.nat(4), ({ text }, zeros) => {
        const [digits = '', exponent = '0'] = text.split('e')
        const more = digits.includes('.') ? digits : `${digits}.`
        const other = `${more}${'0'.repeat(zeros)}E${exponent}`.replace('.E', '.0E')
        expect(Math.abs(compareDecimals(text, other))).toBe(0)
      }),
    )
  })
})
