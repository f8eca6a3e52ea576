import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '../../language/language.ts'
import { disarm, numberCell, textCell, wordsCell, writeCsv, type CsvCell } from './csv-text.ts'

/** Reads RFC 4180 as any other program does. */
function parseCsv(file: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const text = file.slice(1)
  for (let at = 0; at < text.length; at = cell.lastIndex) {
    cell.lastIndex = at
    const [, quoted, plain = '', end] = cell.exec(text) ?? []
    if (end === undefined) throw new Error(`not CSV at ${at}`)
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

const dangerous = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        ' ',
        '"',
        "'",
        ';',
        ',',
        '＝',
        '1',
        '\uFEFF',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
  )
  .map((parts) => parts.join(''))
const anyText = fc.oneof(dangerous, fc.string({ unit: 'binary' }), fc.constantFrom('-5', '-5.0e3'))
const anyRows = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(anyText, { minLength: width, maxLength: width })))
const asCells = (rows: readonly string[][]): CsvCell[][] => rows.map((row) => row.map(textCell))
/** Gives back the text that `disarm` was given, as docs/take-away.md says. */
const rearm = (text: string) =>
  isNumber(text)
    ? text
    : text
        .replace(/^'(?='*[\t\r\n])/, '')
        .replaceAll(/(?<=(?:^|[;\t\r\n])["'\s]*)'(?=[=+\-@＝＋－＠])/g, '')
const isNumber = (text: string) => /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)

describe('writeCsv', () => {
  afterEach(() => speak('en', 'en-US'))

  it('gives back any text to whoever reads it', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const read = parseCsv(writeCsv(asCells(rows)).join(''))
        expect(read.map((row) => row.map(rearm))).toEqual(rows)
      }),
    )
  })

  it('XSS-06 begins no cell, and nothing that may be taken for one, with a sign of a formula', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => !isNumber(text)),
        (text) => {
          const cell = disarm(text)
          expect(cell).not.toMatch(/^[\t\r\n]/)
          for (const part of cell.split(/[;\t\r\n]/))
            expect(part).not.toMatch(/^["'\s]*(?<!')[=+\-@＝＋－＠]/)
        },
      ),
    )
  })

  it('XSS-06 makes formulas harmless, wherever they hide', () => {
    expect(['=1+1', ' +1', '"-1+1', '@SUM(A1)', '＝1', '\t=1', 'a;=1', "'=1"].map(disarm)).toEqual([
      "'=1+1",
      " '+1",
      '"\'-1+1',
      "'@SUM(A1)",
      "'＝1",
      "'\t'=1",
      "a;'=1",
      "''=1",
    ])
  })

  it('D4 leaves numbers as they were sent, and what only looks like one as text', () => {
    expect(
      writeCsv([[numberCell('-5'), numberCell('5.10'), textCell('-5'), numberCell('=5')]]),
    ).toEqual(['\uFEFF', "-5,5.10,-5,'=5\r\n"])
  })

  it('D4 keeps a titre from becoming a time of day, and points from becoming a date', () => {
    const words = ['1:40', '10/15', '1 - 2', "'1:40", '1.2.', '5.10', '-5', '1:40 (low)']
    expect(words.map(wordsCell).map((cell) => cell.kind === 'text' && cell.text)).toEqual([
      "'1:40",
      "'10/15",
      "'1 - 2",
      "''1:40",
      "'1.2.",
      '5.10',
      '-5',
      '1:40 (low)',
    ])
  })

  it('D4 keeps one and a bit from becoming a thousand where commas begin fractions', () => {
    const cells = () =>
      writeCsv([['1.234', '-12.500', '5.10', '1234.567', '0.1234'].map(numberCell)])[1]
    expect(cells()).toBe('1.234,-12.500,5.10,1234.567,0.1234\r\n')
    speak('de', 'de-DE', {})
    expect(cells()).toBe("'1.234,'-12.500,5.10,1234.567,0.1234\r\n")
  })

  it('D4 keeps words of digits, which are no quantity, as they were sent', () => {
    const words = ['007', '-1E5', '1.5e3', '1234567890123456', '1,234', '123456789012345', '0.5']
    expect(writeCsv([words.map(wordsCell)])[1]).toBe(
      `'007,'-1E5,'1.5e3,'1234567890123456,"'1,234",123456789012345,0.5\r\n`,
    )
  })

  it('begins with a byte order mark, quotes by doubling and ends lines by CR and LF', () => {
    expect(writeCsv(asCells([['a"b', 'c,d', 'e\nf', 'g']])).join('')).toBe(
      '\uFEFF"a""b","c,d","e\nf",g\r\n',
    )
  })
})
