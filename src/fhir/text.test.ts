import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, readText, toOneLine } from './text.ts'

describe('cleanText', () => {
  it.each([
    ['plain text', 'Glucose', 'Glucose'],
    ['newline and tab', 'a\n\tb', 'a\n\tb'],
    ['a carriage return, which ends a line', 'a\r\nb\rc', 'a\nb\nc'],
    ['C0 controls', 'a\u0000b\u0007c\u001Bd', 'abcd'],
    ['a wrongly decoded dash, which must not join two numbers', '5\u009610', '5\uFFFD10'],
    ['DEL', '5\u007F10', '5\uFFFD10'],
    ['an override without end', 'a\u202Eb', 'ab'],
    ['a closed override, which would turn digits round', '\u202E5.1\u202C', '5.1'],
    ['a closed embedding', '\u202Babc\u202C!', '\u202Babc\u202C!'],
    ['an embedding without end', '\u202Babc', 'abc'],
    ['a closer without an opener', 'abc\u202C\u2069', 'abc'],
    ['a closed isolate', '\u2067abc\u2069!', '\u2067abc\u2069!'],
    ['an embedding left open in an isolate', '\u2067a\u202Bb\u2069', 'ab'],
    ['an embedding closed from within an isolate', '\u202Ba\u2067b\u202Cc', 'abc'],
    ['nested pairs', '\u2066a\u202Ab\u202Cc\u2069', '\u2066a\u202Ab\u202Cc\u2069'],
    ['emoji', '👍🏽\u0001', '👍🏽'],
    ['controls between digits', '5\u000110 \u00012', '5\uFFFD10 2'],
    ['form feeds and vertical tabs', '5\v10\f3', '5\n10\n3'],
  ])('XSS-05 handles %s', (_, text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned)
  })

  it('XSS-05 leaves nothing to clean a second time, and no override or C0 control', () => {
    const character = fc.constantFrom(
      ...'ab1\n\t\u0000\u0085\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'.split(''),
    )
    fc.assert(
      fc.property(fc.string({ unit: character }), (text) => {
        const cleaned = cleanText(text)
        expect(cleanText(cleaned)).toBe(cleaned)
        expect(cleaned).not.toMatch(/[\u202D\u202E]/)
        expect(
          cleaned.split('').filter((one) => one < ' ' && one !== '\n' && one !== '\t'),
        ).toEqual([])
        expect(cleaned.replace(/[^ab1]/g, '')).toBe(text.replace(/[^ab1]/g, ''))
      }),
    )
  })
})

describe('readText', () => {
  it.each([
    [' Z6129 ', 'Z6129'],
    ['   ', undefined],
    ['\u0000', undefined],
    [5, undefined],
    [null, undefined],
    [{ text: 'a' }, undefined],
  ])('reads %j as %j', (json, text) => {
    expect(readText(json)).toBe(text)
  })
})

describe('toOneLine', () => {
  it.each([
    ['a\n b\tc', 'a b c'],
    ['12345', '12345'],
    ['123456', '1234…'],
    ['😀😀😀😀😀😀', '😀😀😀😀…'],
    ['12\u20665678\u2069', '125…'],
    [' \n ', undefined],
  ])('writes %j as %j', (text, line) => {
    expect(toOneLine(text, 5)).toBe(line)
  })
})
