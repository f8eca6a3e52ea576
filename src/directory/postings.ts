const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** The value of each digit, by its code. */
const values: (number | undefined)[] = []
Array.from(digits).forEach((digit, value) => (values[digit.charCodeAt(0)] = value))

/**
 * Writes a rising list of numbers, 0 and above, as short as may be: "d" and the steps between them, or "b", the first
 * one and a bit for each number from there on, six bits a character.
 */
export function encodePostings(numbers: readonly number[]): string {
  const steps = numbers.map((number, index) => number - (numbers[index - 1] ?? 0))
  const asSteps = `d${steps.map(toDigits).join('')}`
  const [first = 0] = numbers
  const bits = new Uint8Array(Math.floor(((numbers.at(-1) ?? 0) - first) / 6) + 1)
  for (const number of numbers) {
    const place = number - first
    const index = Math.floor(place / 6)
    bits[index] = (bits[index] ?? 0) | (1 << (place % 6))
  }
  const asBits = `b${toDigits(first)}${Array.from(bits, (value) => digits[value]).join('')}`
  return numbers.length > 0 && asBits.length < asSteps.length ? asBits : asSteps
}

/**
 * Visits each number that {@link encodePostings} wrote, rising.
 *
 * @throws {Error} where the text is none of that
 */
export function visitPostings(text: string, visit: (number: number) => void): void {
  const isBits = text.startsWith('b')
  if (!isBits && !text.startsWith('d')) throw unreadable()
  let at = 1
  /** Reads what {@link toDigits} wrote. */
  const next = (): number => {
    let number = 0
    for (let scale = 1; ; scale *= 32) {
      const value = valueAt(text, at++)
      number += (value % 32) * scale
      if (value < 32) return number
    }
  }
  if (isBits) {
    for (let first = next(); at < text.length; first += 6) {
      const value = valueAt(text, at++)
      for (let bit = 0; bit < 6; bit++) if (value & (1 << bit)) visit(first + bit)
    }
  } else {
    for (let last = 0; at < text.length;) visit((last += next()))
  }
}

const unreadable = () => new Error('A list of numbers cannot be read')

function valueAt(text: string, at: number): number {
  const value = values[text.charCodeAt(at)]
  if (value === undefined) throw unreadable()
  return value
}

/** Five bits a digit, the lowest first; the sixth says that more follow. */
function toDigits(number: number): string {
  let text = ''
  let rest = number
  while (rest >= 32) {
    text += digits.charAt(32 + (rest % 32))
    rest = Math.floor(rest / 32)
  }
  return text + digits.charAt(rest)
}
