import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPlainText } from './rich-text.ts'

it.each([
  [
    'fonts and paragraphs',
    String.raw`{\rtf1\ansi{\fonttbl{\f0\fswiss Arial;}}\f0\fs20 Line one\par Line \b two\b0\par}`,
    'Line one\nLine two',
  ],
  ['code page 1252', String.raw`{\rtf1 3\'965 \'b0C}`, '3–5 °C'],
  ['Unicode with a fallback', String.raw`{\rtf1 \u956?g/L \u8805\'3d 5}`, 'μg/L ≥ 5'],
  ['a superscript, which must not become a digit', String.raw`{\rtf1 10{\super 3}/uL}`, '10^3/uL'],
  [
    'hidden destinations',
    String.raw`{\rtf1{\*\generator Some App;}{\info{\author X}}Text}`,
    'Text',
  ],
  ['escaped characters', String.raw`{\rtf1 a\{b\}c\\d\~e}`, 'a{b}c\\d e'],
  ['table cells', String.raw`{\rtf1 Na\cell 140\cell\row K\cell 4\cell\row}`, 'Na\t140\t\nK\t4'],
  ['broken groups', String.raw`{\rtf1 a}}}b{{`, 'ab'],
  ['an override behind an escape (XSS-05)', String.raw`{\rtf1 \u8238?5.1}`, '5.1'],
  ['a word that names a prototype member', String.raw`{\rtf1 \constructor a}`, 'a'],
])('D8 strips rich text: %s', (_, rtf, text) => {
  expect(readPlainText(rtf)).toEqual({ text, isStrippedRichText: true })
})

it.each([
  ['struck out', String.raw`{\rtf1 Positive \strike negative\strike0}`],
  ['hidden', String.raw`{\rtf1 a {\v secret} b}`],
  ['a picture', String.raw`{\rtf1 see {\pict 0102}}`],
  ['no words', String.raw`{\rtf1\ansi\par}`],
])('D8 shows nothing of rich text with %s', (_, rtf) => {
  expect(readPlainText(rtf)).toBeUndefined()
})

it('D4 keeps plain text as it is, with markup and line breaks', () => {
  const text = '  Repeat in 6 weeks.\n  <b>not html</b> {\\rtf1'
  expect(readPlainText(text)).toEqual({ text, isStrippedRichText: false })
})

it('D8 never throws on what begins like rich text', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '\\',
    "\\'",
    "\\'9",
    '\\u',
    '\\u99999 ',
    '\\par',
    '\\*',
    'a',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const plain = readPlainText(`{\\rtf1 ${pieces.join('')}`)
      expect(plain === undefined || plain.isStrippedRichText).toBe(true)
    }),
  )
})
