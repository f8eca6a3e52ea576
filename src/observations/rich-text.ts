import { cleanText } from '../fhir/text.ts'

/** Text as sent, or taken out of rich text (RTF), which Oracle Health sends in comments. */
export type PlainText = { readonly text: string; readonly isStrippedRichText: boolean }

/** Control words whose group holds no text of the author. */
const HIDDEN_GROUPS =
  /^(?:fonttbl|colortbl|stylesheet|info|generator|listtable|listoverridetable|header\w?|footer\w?|fldinst|themedata|datastore|xmlnstbl)$/
/** Control words that change what the text says, in ways that plain text can't show. */
const MEANINGFUL = /\\(?:strike|striked1|deleted|v|pict|object)(?![a-z0])/
const WRITTEN = new Map(
  Object.entries({
    par: '\n',
    line: '\n',
    row: '\n',
    sect: '\n',
    page: '\n',
    tab: '\t',
    cell: '\t',
    super: '^',
    sub: '_',
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
  }),
)
/** The bytes 0x80 to 0x9F of Windows code page 1252, where they differ from Unicode. */
const CP1252 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ'
const TOKEN =
  /\\'([0-9a-fA-F]{2})|\\([a-zA-Z]+)(-?\d+)? ?|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/g

/**
 * Gives plain text for text that may be RTF (D4, D8), cleaned (XSS-05). Rich text loses its formatting and is
 * marked; a superscript keeps a "^", so that 10³ doesn't become 103. Undefined for rich text without words, or with
 * struck-out or hidden passages or pictures: its plain words could say the opposite. Never throws on broken RTF.
 */
export function readPlainText(text: string): PlainText | undefined {
  if (!/^\s*\{\\rtf/.test(text)) {
    return { text: cleanText(text).trimEnd(), isStrippedRichText: false }
  }
  const plain = MEANINGFUL.test(text) ? '' : cleanText(stripRichText(text)).trim()
  return plain === '' ? undefined : { text: plain, isStrippedRichText: true }
}

function stripRichText(text: string): string {
  let plain = ''
  /** For each open group, whether its text is hidden. */
  const groups = [false]
  /** Characters to pass over after \u, which stand for it in old readers (\uc is taken as 1). */
  let fallback = 0
  const write = (piece: string) => {
    if (groups.at(-1) !== true) plain += piece
  }
  for (const [, byte, word, number, symbol, brace, run] of text.matchAll(TOKEN)) {
    if (brace === '{') groups.push(groups.at(-1) ?? false)
    else if (brace === '}') groups.pop()
    else if (byte !== undefined) {
      if (fallback === 0) write(fromCodePage(Number.parseInt(byte, 16)))
      fallback = 0
    } else if (word === 'u' && number !== undefined) {
      write(String.fromCharCode(Number(number) & 0xffff))
      fallback = 1
    } else if (word !== undefined) {
      if (HIDDEN_GROUPS.test(word)) groups.splice(-1, 1, true)
      if (number !== '0') write(WRITTEN.get(word) ?? '')
    } else if (symbol === '*') groups.splice(-1, 1, true)
    else if (symbol !== undefined) write(symbol === '~' ? ' ' : symbol.replace(/[-\r\n]/, ''))
    else if (run !== undefined) {
      write(run.slice(fallback))
      fallback = 0
    }
  }
  return plain
}

function fromCodePage(byte: number): string {
  return (byte >= 0x80 && byte <= 0x9f && CP1252[byte - 0x80]) || String.fromCharCode(byte)
}
