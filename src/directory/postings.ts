const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const valueOf = new Map(Array.from(digits, (digit, value) => [digit, value]))

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
 * Reads what {@link encodePostings} wrote.
 *
 * @throws {Error} where the text is none of that
 */
export function decodePostings(text: string): number[] {
  const values = Array.from(text.slice(1), (digit) => {
    const value = valueOf.get(digit)
    if (value === undefined) throw new Error('A list of numbers cannot be read')
    return value
  })
  if (text.startsWith('d')) {
    const numbers: number[] = []
    let last = 0
    for (let at = 0; at < values.length;) {
      const [step, next] = fromDigits(values, at)
      numbers.push((last += step))
      at = next
    }
    return numbers
  }
  if (!text.startsWith('b')) throw new Error('A list of numbers cannot be read')
  const [first, start] = fromDigits(values, 0)
  return values
    .slice(start)
    .flatMap((value, index) =>
      [0, 1, 2, 3, 4, 5].filter((bit) => value & (1 << bit)).map((bit) => first + index * 6 + bit),
    )
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

function fromDigits(values: readonly number[], start: number): [number: number, next: number] {
  let number = 0
  let scale = 1
  for (let at = start; at < values.length; at++) {
    const value = values[at] ?? 0
    number += (value % 32) * scale
    if (value < 32) return [number, at + 1]
    scale *= 32
  }
  throw new Error('A list of numbers cannot be read')
}
