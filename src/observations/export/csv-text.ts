import { decimalMark } from '../../language/decimal-mark.ts'

/** One cell of a CSV file: a number by its digits, which stay as they are, or a text that may be anything. */
export type CsvCell =
  | { readonly kind: 'number'; readonly digits: string }
  /** Digits that a spreadsheet would write otherwise: an apostrophe stands before them. */
  | { readonly kind: 'held'; readonly digits: string }
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

/** What spreadsheets write otherwise: zeros before a number, powers of ten, more digits than they keep, marks of thousands. */
const losesDigits = [
  /^-?0\d+(?:\.\d+)?$/,
  /^-?\d+(?:\.\d+)?[eE][+-]?\d+$/,
  /^-?(?:\d\.?){16,}$/,
  /^-?\d{1,3}(?:[.,]\d{3})+$/,
]

/** "1.234" is one and a bit where a point begins the fraction, and more than a thousand where it marks thousands. */
const likeThousands = /^-?\d{1,3}\.\d{3}$/

/**
 * Words, a name or an id as a cell: never to be taken for a time, a date or another number, by an apostrophe as above.
 * For dates that are to be dates there is {@link textCell}.
 */
export function wordsCell(words: string | undefined): CsvCell {
  const text = words ?? ''
  if (losesDigits.some((one) => one.test(text.trim()))) return { kind: 'held', digits: text }
  return textCell(likeDate.test(text.trim()) ? `'${text}` : text)
}

/** A text as a cell; nothing for undefined. */
export const textCell = (text: string | undefined): CsvCell => ({ kind: 'text', text: text ?? '' })

/**
 * Digits as a cell. What is no plain number after all becomes a text; so does what the spreadsheets of a country that
 * writes decimal commas would take for thousands (D4).
 */
export function numberCell(digits: string | undefined): CsvCell {
  if (digits === undefined || !plainNumber.test(digits)) return textCell(digits)
  const isHeld = decimalMark() === ',' && likeThousands.test(digits)
  return { kind: isHeld ? 'held' : 'number', digits }
}

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
  const text = toText(cell)
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function toText(cell: CsvCell): string {
  if (cell.kind === 'text') return disarm(cell.text)
  return cell.kind === 'held' ? `'${cell.digits}` : cell.digits
}
