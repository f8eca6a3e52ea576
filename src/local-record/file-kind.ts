/**
 * Why nothing of a file can be shown.
 *
 * - `empty`: there is nothing in it
 * - `too-large`: it holds more than the app takes
 * - `too-large-together`: with the files before it, it is more than the app takes at once
 * - `zip`, `pdf`, `xml`, `cda`, `web-page`, `binary`: it is something other than FHIR as JSON
 * - `not-json`: a text that is no JSON
 * - `cut-off`: JSON that isn't whole, with nothing before the break that could be used
 * - `not-fhir`: JSON that is no FHIR resource
 * - `old-version`: all its results are in a version of FHIR before R4
 * - `only-contained`: its results stand inside of other resources
 * - `only-notice`: in place of data a server says something, as that it was refused
 * - `nothing-here`: FHIR, but neither a Patient nor an Observation
 * - `unreadable`: the browser could not read it
 */
export type FileFault =
  | 'empty'
  | 'too-large'
  | 'too-large-together'
  | 'zip'
  | 'pdf'
  | 'xml'
  | 'cda'
  | 'web-page'
  | 'binary'
  | 'not-json'
  | 'cut-off'
  | 'not-fhir'
  | 'old-version'
  | 'only-contained'
  | 'only-notice'
  | 'nothing-here'
  | 'unreadable'

/** What the first bytes of a file say of it: how to go on, or why not to. */
export type ByteKind =
  | { readonly kind: 'gzip' }
  | { readonly kind: 'text'; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
  | { readonly kind: 'fault'; readonly fault: FileFault }

/** So many bytes are enough to tell what a file is. */
export const sniffedLength = 512

/** Tells by its first bytes what a file is: names and types that come with files are often wrong. */
export function sniffBytes(start: Uint8Array): ByteKind {
  const begins = (...bytes: number[]) => bytes.every((byte, index) => start[index] === byte)
  if (begins(0x1f, 0x8b)) return { kind: 'gzip' }
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06))
    return { kind: 'fault', fault: 'zip' }
  if (begins(0x25, 0x50, 0x44, 0x46)) return { kind: 'fault', fault: 'pdf' }
  if (begins(0xff, 0xfe)) return { kind: 'text', encoding: 'utf-16le' }
  if (begins(0xfe, 0xff)) return { kind: 'text', encoding: 'utf-16be' }
  const isBinary = start.subarray(0, sniffedLength).some(isControl)
  return isBinary ? { kind: 'fault', fault: 'binary' } : { kind: 'text', encoding: 'utf-8' }
}

/** Control characters that no text holds (tab, line ends, form feed and escape aside). */
const isControl = (byte: number) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)

/** Tells by the first characters of a text, white space aside, why it can't be JSON; undefined where it may be. */
export function sniffText(start: string): FileFault | undefined {
  if (start === '') return 'empty'
  if (start.startsWith('{')) return undefined
  if (!start.startsWith('<')) return start.startsWith('[') ? 'not-fhir' : 'not-json'
  if (/<(?:\w+:)?ClinicalDocument\b/.test(start)) return 'cda'
  return /<(?:!doctype\s+html|html)\b/i.test(start) ? 'web-page' : 'xml'
}
