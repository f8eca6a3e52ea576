import type { Decimal } from './observation.ts'

const DECIMAL = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/

/**
 * Reads a FHIR R4 decimal or integer: the digits to show and the number to draw (D4). Takes a JSON number, or the text
 * of its digits, as which `parseExact` gives every number that JavaScript would write in another way: 5.10 stays
 * "5.10". Undefined for anything else, and for numbers too large to hold.
 */
export function readDecimal(json: unknown): Decimal | undefined {
  const text = typeof json === 'number' ? String(json) : json
  if (typeof text !== 'string' || !DECIMAL.test(text)) return undefined
  const number = Number(text)
  return Number.isFinite(number) ? { text: withoutExponent(text), number } : undefined
}

/**
 * "1.50e-7" as "0.000000150", "1.50E1" as "15.0". Where that would need zeros that nobody sent ("1.5E3"), which would
 * claim more than was measured, it stays as it is.
 */
function withoutExponent(text: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d+)$/.exec(text)
  if (parts === null) return text
  const [, sign = '', whole = '', rest = '', exponent = ''] = parts
  const point = whole.length + Number(exponent)
  const digits = whole + rest
  if (point > digits.length || point < -20) return text
  const padded = digits.padStart(digits.length + Math.max(1 - point, 0), '0')
  const at = Math.max(point, 1)
  const fraction = padded.slice(at)
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  return `${sign}${integer}${fraction === '' ? '' : `.${fraction}`}`
}

/** The digits of a number that nobody sent, such as one converted: so many significant ones, and no exponent. */
export function toDigits(value: number, digits: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: digits, useGrouping: false })
}
