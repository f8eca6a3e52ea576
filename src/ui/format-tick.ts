import { decimalMark } from '../language/decimal-mark.ts'
import { numberFormat } from '../language/format-count.ts'

// Fifteen digits are what a number holds; the rest would be noise, such as 0.30000000000000004.
const PLAIN = { maximumSignificantDigits: 15 } as const
// Where a point parts thousands, "1.500" could be taken for one and a half.
const UNPARTED = { ...PLAIN, useGrouping: false } as const
const SCIENTIFIC = { notation: 'scientific', maximumSignificantDigits: 15 } as const
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const LARGE = 1e12
const SMALL = 1e-6

/**
 * Writes a number beside an axis as the page's language does, with separators of thousands where
 * they can't be misread: "170,000,000". One that would take too much room is written by powers of ten: "1.5 × 10⁴⁰".
 */
export function formatTick(value: number): string {
  const size = Math.abs(value)
  if (size === 0 || (size >= SMALL && size < LARGE))
    return numberFormat(decimalMark() === '.' ? PLAIN : UNPARTED).format(value)
  const parts = numberFormat(SCIENTIFIC).formatToParts(value)
  const sign = parts.findIndex(({ type }) => type === 'exponentSeparator')
  const textOf = (some: typeof parts) => some.map((part) => part.value).join('')
  const digits = textOf(parts.slice(0, sign))
  const power = textOf(parts.slice(sign + 1))
    .replace('-', '⁻')
    .replaceAll(/\d/g, (digit) => SUPERSCRIPTS.charAt(Number(digit)))
  return `${digits} × 10${power}`
}

/** What a digit of a label takes, and what stands between labels and axis, in pixels. */
const DIGIT = 8
const BESIDE = 16

/**
 * The room for the labels of these ticks beside an axis, in pixels. Reckoned, as measuring them would lay the page out a
 * second time.
 */
export function axisRoomOf(ticks: readonly number[]): number {
  return Math.max(...ticks.map((tick) => formatTick(tick).length)) * DIGIT + BESIDE
}
