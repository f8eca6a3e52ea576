import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { subtractDecimals } from './decimal-difference.ts'
import { compareDecimals } from './decimal-order.ts'

describe('subtractDecimals', () => {
  it.each([
    ['72.5', '70.5', '2'],
    ['70.3', '70.1', '0.2'],
    ['70', '72.25', '-2.25'],
    ['5.10', '5.1', '0'],
    ['0', '-0.50', '0.5'],
    ['-3', '-1', '-2'],
    ['100', '0.001', '99.999'],
    ['12345678901234567890.5', '12345678901234567890.4', '0.1'],
  ])('D4 says what %s is more than %s by their digits: %s', (a, b, difference) => {
    expect(subtractDecimals(a, b)).toBe(difference)
  })

  it.each(['1.5E3', '', 'x', '<5', '1.', '9'.repeat(40)])(
    'D4 reckons nothing with "%s"',
    (text) => {
      expect(subtractDecimals(text, '1')).toBeUndefined()
      expect(subtractDecimals('1', text)).toBeUndefined()
    },
  )

  it('turns round with its sides, and agrees with the order of decimals', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.nat(), fc.option(fc.nat({ max: 9999 })))
      .map(
        ([isMinus, whole, rest]) =>
          `${isMinus ? '-' : ''}${whole}${rest === null ? '' : `.${rest}`}`,
      )
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const difference = subtractDecimals(a, b) ?? 'none'
        const size = difference.replace('-', '')
        expect(subtractDecimals(b, a)?.replace('-', '')).toBe(size)
        expect(Math.sign(Number(difference))).toBe(Math.sign(compareDecimals(a, b)))
        expect(difference).not.toMatch(/\.\d*0$|^-0$|^00/)
        // Taken off again, it leaves the other.
        expect(subtractDecimals(subtractDecimals(a, difference) ?? '', b)).toBe('0')
      }),
    )
  })
})
