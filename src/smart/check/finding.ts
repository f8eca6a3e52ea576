import { key } from '../../language/t.ts'

/** What a check looks at; the words that people see are in {@link subjectTitles}. */
export type Subject = keyof typeof subjectTitles

/** What a check looks at, in words. docs/checking.md explains each under this name. */
export const subjectTitles = {
  client: key('Client id'),
  address: key('Address (iss)'),
  discovery: key('Discovery'),
  pkce: key('PKCE'),
  capabilities: key('Capabilities'),
  extras: key('Extras'),
  'ways-in': key('Grant and response types'),
  scopes: key('Scopes'),
  'scopes-listed': key('Listed scopes'),
  'answer-iss': key('Issuer in the answer'),
  revocation: key('Revocation'),
  issuer: key('OpenID issuer'),
  keys: key('Keys (JWKS)'),
  'token-endpoint': key('Token endpoint'),
  fhir: key('FHIR requests'),
  statement: key('Capability statement'),
  'own-address': key('The server’s own address'),
  config: key('config.json'),
  'launch-page': key('Launch page'),
  'callback-page': key('Callback page'),
  policy: key('Content-Security-Policy'),
  framing: key('Who may frame the app'),
  headers: key('Other response headers'),
  caching: key('Caching'),
  storage: key('Tab storage'),
  frame: key('Frame'),
  crypto: key('Secure context'),
  tabs: key('Copies of a tab'),
}

type Said = {
  readonly subject: Subject
  /** What was found, in words of ours. */
  readonly words: string
  /** What the server wrote: unchecked, cut short, to be shown as text alone. */
  readonly quote?: string | undefined
}

/**
 * What one check found.
 *
 * - `well`: as it should be
 * - `advice`: the app works, but something would be better otherwise
 * - `fault`: signing in or reading a record fails of this
 * - `unknown`: it couldn't be looked at
 */
export type Finding =
  | (Said & { readonly verdict: 'well' })
  | (Said & { readonly verdict: 'advice' | 'fault'; readonly advice: string })
  | (Said & { readonly verdict: 'unknown'; readonly advice?: string })

export type Verdict = Finding['verdict']

/** Something as it should be. */
export const well = (subject: Subject, words: string, quote?: string): Finding => ({
  subject,
  verdict: 'well',
  words,
  ...(quote === undefined ? {} : { quote }),
})

/** Something that would be better otherwise, and how. */
export const advise = (
  subject: Subject,
  words: string,
  advice: string,
  quote?: string,
): Finding => ({ subject, verdict: 'advice', words, advice, quote })

/** Something that keeps the app from working, and what to do about it. */
export const fault = (
  subject: Subject,
  words: string,
  advice: string,
  quote?: string,
): Finding => ({ subject, verdict: 'fault', words, advice, quote })

/** Something that couldn't be looked at. */
export const unknown = (subject: Subject, words: string, advice?: string): Finding => ({
  subject,
  verdict: 'unknown',
  words,
  ...(advice === undefined ? {} : { advice }),
})

/** A server's text is cut here. */
export const mostQuoted = 300

/** Makes a server's text fit for a quote: one line, without what turns or hides text, and short. */
export function toQuote(text: string | undefined): string | undefined {
  const line = text?.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
  return line ? Array.from(line).slice(0, mostQuoted).join('') : undefined
}
