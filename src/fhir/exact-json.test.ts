import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indentExact, parseExact } from './exact-json.ts'

const numbers = [
  '5.10',
  '0.0',
  '-0',
  '1.50E3',
  '1e21',
  '12345678901234567890',
  '0.1234567890123456789',
]

describe('parseExact', () => {
  it.each(numbers)('D4 gives %s as the text of its digits', (digits) => {
    expect(parseExact(`{"value":${digits}}`)).toEqual({ value: digits })
  })

  it.each(['5.1', '0', '-3', '1200', '1.5e-7', '0.000001'])('gives %s as a number', (digits) => {
    expect(parseExact(`[${digits}]`)).toEqual([Number(digits)])
  })

  it.each([
    String.raw`{"a":"5.10","b":"say \"5.10\" 5.10","c\\":"\\","d":[1,{"e":"7.0"}]}`,
    '{"5.10":1,"date":"2024-05-01T09:00:00.000Z"}',
  ])('leaves what stands in strings: %s', (text) => {
    expect(parseExact(text)).toEqual(JSON.parse(text))
  })

  it.each(['', '01.50', '{5.10: 1}', '5.10.1', '[5.10', '"5.10', '-', '.50', '1.', '{"a":5.10 1}'])(
    'throws for %j, which is no JSON',
    (text) => {
      expect(() => parseExact(text)).toThrow(SyntaxError)
      expect(() => indentExact(text)).toThrow(SyntaxError)
    },
  )

  it('says of any JSON the same as JSON.parse, digits apart', () => {
    const isDigits = /^-?\d/
    const value = fc.jsonValue({ maxDepth: 3 })
    fc.assert(
      fc.property(value, fc.nat({ max: 3 }), (json, indent) => {
        const text = JSON.stringify(json, null, indent)
        const plain = JSON.stringify(parseExact(text), (_, one: unknown) =>
          typeof one === 'string' && isDigits.test(one) ? Number(one) : one,
        )
        const expected = JSON.stringify(JSON.parse(text), (_, one: unknown) =>
          typeof one === 'string' && isDigits.test(one) ? Number(one) : one,
        )
        expect(plain).toBe(expected)
        expect(indentExact(text)).toBe(JSON.stringify(json, null, 2))
      }),
    )
  })

  it('D4 keeps the digits of every number, wherever it stands', () => {
    const digits = fc.oneof(
      fc.constantFrom(...numbers),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc
        .tuple(
          fc.bigInt(-(10n ** 20n), 10n ** 20n),
          fc.stringMatching(/^(?:\.\d{1,9})?(?:[eE][+-]?\d{1,2})?$/),
        )
        .map(([whole, more]) => `${whole}${more}`),
    )
    const space = fc.constantFrom('', ' ', '\n\t')
    const places = fc.constantFrom(
      (number: string, gap: string) => `[${gap}${number}${gap}]`,
      (number: string, gap: string) => `{"a":${gap}${number}${gap},"b":2}`,
      (number: string, gap: string) => `[1${gap},${gap}${number}]`,
      (number: string) => number,
    )
    fc.assert(
      fc.property(digits, space, places, (number, gap, place) => {
        const found: unknown[] = []
        JSON.stringify(parseExact(place(number, gap)), (_, one: unknown) => {
          if (typeof one === 'string' || typeof one === 'number') found.push(String(one))
          return one
        })
        expect(found).toContain(number)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is not slowed down by a text full of quotes and escapes', () => {
    const text = JSON.stringify({ note: String.raw`\"5.10\\"`.repeat(100_000), value: 1 })
    expect(parseExact(text)).toEqual(JSON.parse(text))
  })
})

describe('indentExact', () => {
  it('D4 writes every number as it was sent, on lines of its own', () => {
    expect(indentExact('{"value":5.10,"low":{"value":4.0},"text":"5.10"}')).toBe(
      '{\n  "value": 5.10,\n  "low": {\n    "value": 4.0\n  },\n  "text": "5.10"\n}',
    )
  })

  it('is not misled by a string that looks like its own mark', () => {
    expect(indentExact('["exact:5.10",5.10,"_exact:1"]')).toBe(
      '[\n  "exact:5.10",\n  5.10,\n  "_exact:1"\n]',
    )
  })
})
