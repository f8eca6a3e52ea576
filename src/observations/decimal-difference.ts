const PLAIN = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/

/**
 * What `a` is more than `b`, by their digits and so exactly, where JavaScript would say that 70.3 less 70.1 is
 * 0.20000000000000284: "0.2", "-5"; "0" when both are the same number. Takes texts as in `Decimal.text`; undefined for
 * one with an exponent, and for what is no decimal.
 */
export function subtractDecimals(a: string, b: string): string | undefined {
  const [first, second] = [PLAIN.exec(a), PLAIN.exec(b)]
  if (first === null || second === null) return undefined
  const places = Math.max(first[3]?.length ?? 0, second[3]?.length ?? 0)
  const difference = scaled(first, places) - scaled(second, places)
  const size = difference < 0n ? -difference : difference
  const digits = String(size).padStart(places + 1, '0')
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  const whole = digits.slice(0, digits.length - places)
  const sign = difference < 0n ? '-' : ''
  return `${sign}${whole}${places === 0 || fraction === '' ? '' : `.${fraction}`}`
}

function scaled([, sign, whole = '', fraction = '']: RegExpExecArray, places: number): bigint {
  const size = BigInt(whole + fraction.padEnd(places, '0'))
  return sign === '-' ? -size : size
}
