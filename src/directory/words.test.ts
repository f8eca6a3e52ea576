import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsOf } from './words.ts'

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
  ])('parts %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words)
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
