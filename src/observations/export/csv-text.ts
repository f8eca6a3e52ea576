/** One cell of a CSV file: a number by its digits, which stay as they are, or a text that may be anything. */
export type CsvCell =
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'text'; readonly text: string }

/** Excel takes a file without it for one in the encoding of the machine. */
const byteOrderMark = '\uFEFF'
const lineEnd = '\r\n'

/** A number as FHIR and JSON have it. No spreadsheet reckons with it as a formula, and "-5" stays minus five. */
const plainNumber = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/**
 * Where a formula might begin: at the start of the text, or after what another program may take for the end of a cell or
 * of a row (in half of Europe that is the semicolon). White space and quotation marks before it are dropped by some.
 * Full-width signs are taken for the others in Japan.
 */
const formulaStart = /(?<=(?:^|[;\t\r\n])["'\s]*)(?=[=+\-@＝＋－＠])/g

/**
 * Makes a text harmless in a spreadsheet (XSS-06): an apostrophe stands before whatever might begin a formula. A text that
 * is just a number is one, and stays as it is. docs/take-away.md says how it is undone.
 */
export function disarm(text: string): string {
  if (plainNumber.test(text)) return text
  return text.replaceAll(formulaStart, "'").replace(/^(?='*[\t\r\n])/, "'")
}

/** What spreadsheets turn into a time or a date: a titre of 1:40, ten of fifteen points. */
const likeDate = /^'*\d+(?:\s*[:/-]\s*\d+)+$|^'*\d+\.\d+\.\d*$/

/** Words as a cell: never to be taken for a time or a date, by an apostrophe as above. */
export const wordsCell = (words: string): CsvCell =>
  textCell(likeDate.test(words) ? `'${words}` : words)

/** A text as a cell; nothing for undefined. */
export const textCell = (text: string | undefined): CsvCell => ({ kind: 'text', text: text ?? '' })

/** Digits as a cell. What is no plain number after all becomes a text. */
export const numberCell = (digits: string | undefined): CsvCell =>
  digits !== undefined && plainNumber.test(digits) ? { kind: 'number', digits } : textCell(digits)

/**
 * Writes rows as CSV (RFC 4180): UTF-8 with a byte order mark, commas, lines ended by CR and LF, double quotes where they
 * are needed. Numbers have a point in every language. The pieces follow one another.
 */
export function writeCsv(rows: Iterable<readonly CsvCell[]>): string[] {
  const pieces = [byteOrderMark]
  for (const row of rows) pieces.push(row.map(writeCell).join(',') + lineEnd)
  return pieces
}

function writeCell(cell: CsvCell): string {
  const text = cell.kind === 'number' ? cell.digits : disarm(cell.text)
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
