import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOf, wordsOfCode } from './words.ts'

describe('wordsOf', () => {
  it.each([
    ["St. Mary's Hospital", ['st', 'marys', 'hospital']],
    ['Clínica Niño–Jesús', ['clinica', 'nino', 'jesus']],
    ['İstanbul', ['istanbul']],
    ['02111-1234', ['02111', '1234']],
    ['SW1A 1AA', ['sw1a', '1aa']],
    ['ﬁrst Ⅻ', ['first', 'xii']],
    ['north North NORTH', ['north']],
    ['<img src=x onerror=alert(1)>', ['img', 'src', 'x', 'onerror', 'alert', '1']],
    ['… — !', []],
    ['Straße STRASSE', ['strasse']],
    ['Søren Łódź Đorđe', ['soren', 'lodz', 'dorde']],
    ['Œuvre Æsir', ['oeuvre', 'aesir']],
    ['Diyarbakır', ['diyarbakir']],
    ['Kran\u00ADken\u00ADhaus', ['krankenhaus']],
    ['Mary´s Mary′s Maryʼs Mary＇s', ['marys']],
    ['ΝΟΣΟΣ', ['νοσοσ']],
  ])('parts %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  it.each([
    ['M5V 2T6', ['m5v', '2t6', 'm5v2t6']],
    ['M5V2T6', ['m5v2t6', 'm5v', '2t6']],
    ['02111-1234', ['02111', '1234', '021111234']],
    ['021111234', ['021111234', '02111', '1234']],
    ['SW1A1AA', ['sw1a1aa', 'sw1a', '1aa']],
    ['1012AB', ['1012ab', '1012', 'ab']],
    ['02111', ['02111']],
    ['', []],
  ])('finds the postal code %j by %j', (code, words) => {
    expect(wordsOfCode(code)).toEqual(words)
  })

  it('gives words whose words are themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = wordsOf(text)
        expect(wordsOf(words.join(' '))).toEqual(words)
      }),
    )
  })

  it('gives the beginning of a word for the beginning of its text', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'é', 'b', 'Ç', '1', 'ß', '中') })
    fc.assert(
      fc.property(part, part, (start, rest) => {
        const [whole = ''] = wordsOf(start + rest)
        for (const typed of wordsOf(start)) expect(whole.startsWith(typed)).toBe(true)
      }),
    )
  })
})
