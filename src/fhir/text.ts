import { toText } from './json.ts'

const SUSPECT = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u
const BIDI = /[\u202A-\u202E\u2066-\u2069]/g

/** What closes an embedding or an isolate. Overrides are left out: they are never kept. */
const CLOSER: Readonly<Record<string, string>> = {
  '\u202A': '\u202C',
  '\u202B': '\u202C',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
}

/**
 * Gives `text` without what could disguise it on the screen (XSS-05). Carriage returns, form feeds and vertical tabs end
 * a line; other C0 controls but tab are taken out. Between two digits they become U+FFFD, as C1 controls do anywhere (they
 * are usually a wrongly decoded dash): taking one out would join two numbers. Bidi controls stay only when all of them
 * are properly paired and none is an override, since an override shows "5.1" as "1.5" even when it is closed.
 */
export function cleanText(text: string): string {
  if (!SUSPECT.test(text)) return text
  const kept = text
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replace(/(?<=\d)\p{Cc}(?=[\p{Cc}\d])/gu, (control) => (isBreak(control) ? control : '\uFFFD'))
    .replace(/\p{Cc}/gu, (control) => (isBreak(control) ? control : control < ' ' ? '' : '\uFFFD'))
  return hasPairedBidi(kept) ? kept : kept.replace(BIDI, '')
}

/** Reads a FHIR R4 string for showing: cleaned and trimmed; undefined when it says nothing. */
export function readText(json: unknown): string | undefined {
  const text = toText(json)
  return text === undefined ? undefined : toText(cleanText(text))?.trim()
}

/**
 * Gives a text on one line, cleaned, of at most `length` characters ("…" where it is cut); undefined when it says
 * nothing. It is cut before it is cleaned, as a cut may part a pair of bidi controls.
 */
export function toOneLine(text: string, length: number): string | undefined {
  const characters = Array.from(text.slice(0, 10 * length).replace(/\s+/g, ' '))
  const isLong = characters.length > length
  return readText((isLong ? [...characters.slice(0, length - 1), '…'] : characters).join(''))
}

const isBreak = (control: string) => control === '\n' || control === '\t'

function hasPairedBidi(text: string): boolean {
  const expected: string[] = []
  for (const control of text.match(BIDI) ?? []) {
    const closer = CLOSER[control]
    if (closer !== undefined) expected.push(closer)
    else if (expected.pop() !== control) return false
  }
  return expected.length === 0
}
