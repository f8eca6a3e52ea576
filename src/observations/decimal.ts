import type { Decimal } from './observation.ts'

const DECIMAL = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/

/**
 * Reads a FHIR R4 decimal or integer: the digits to show and the number to draw (D4). Takes a JSON number, or a
 * string of digits. Undefined for anything else, and for numbers too large to hold.
 *
 * The one place where digits are made: `JSON.parse` has dropped trailing zeros before a number comes here, so 5.10
 * reads as "5.1" until the body is parsed losslessly. From 2^53 on it may have rounded whole numbers too, which `isRounded`
 * says; digits beyond the 15th after a decimal point it may have rounded as well, which can't be known any more. Digits
 * given as a string are kept as they are.
 */
export function readDecimal(json: unknown): Decimal | undefined {
  const text = typeof json === 'number' ? withoutExponent(String(json)) : json
  if (typeof text !== 'string' || !DECIMAL.test(text)) return undefined
  const number = Number(text)
  if (!Number.isFinite(number)) return undefined
  const isRounded = typeof json === 'number' && Math.abs(number) >= 2 ** 53
  return { text, number, ...(isRounded && { isRounded }) }
}

/** "1.5e-7" as "0.00000015": JavaScript writes small and large numbers with an exponent, charts don't. */
function withoutExponent(text: string): string {
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (parts === null) return text
  const [, sign = '', first = '', rest = '', exponent] = parts
  const shift = Number(exponent)
  const digits = first + rest
  return shift < 0
    ? `${sign}0.${'0'.repeat(-shift - 1)}${digits}`
    : `${sign}${digits.padEnd(shift + 1, '0')}`
}
