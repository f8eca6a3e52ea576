const DECIMAL = /^(-?)0*(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

/**
 * Compares two decimals by their digits: negative when `a` is less than `b`, 0 when both stand for the same number
 * ("5.1" and "5.10"), positive when it is more. Takes texts as in `Decimal.text`, of any length and exponent. Exact,
 * where the numbers JavaScript makes of them may be rounded to the same. NaN, which is neither less nor more nor the
 * same, when one is no decimal.
 */
export function compareDecimals(a: string, b: string): number {
  const [first, second] = [parse(a), parse(b)]
  if (first === undefined || second === undefined) return NaN
  if (first.sign !== second.sign) return first.sign - second.sign
  return first.sign * compareSizes(first, second)
}

type Parsed = {
  readonly sign: -1 | 0 | 1
  /** Without zeros at either end; empty for zero. */
  readonly digits: string
  /** How many digits stand before the point; negative when zeros follow it. */
  readonly point: bigint
}

function parse(text: string): Parsed | undefined {
  const parts = DECIMAL.exec(text)
  if (parts === null || !/\d/.test(text)) return undefined
  const [, minus, whole = '', fraction = '', exponent = '0'] = parts
  const all = whole + fraction
  const significant = all.replace(/^0+/, '')
  const digits = significant.replace(/0+$/, '')
  if (digits === '') return { sign: 0, digits, point: 0n }
  const leadingZeros = all.length - significant.length
  // An exponent can be longer than a number holds: two such would seem the same.
  const point = BigInt(whole.length - leadingZeros) + BigInt(exponent)
  return { sign: minus === '-' ? -1 : 1, digits, point }
}

function compareSizes(a: Parsed, b: Parsed): number {
  if (a.point !== b.point) return a.point < b.point ? -1 : 1
  if (a.digits === b.digits) return 0
  // From the same place on, digits are in the order of the alphabet, a missing one before "0".
  return a.digits < b.digits ? -1 : 1
}
