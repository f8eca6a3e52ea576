import { toObject, toText } from '../fhir/json.ts'

/**
 * What was unusual about a sign-in, though no reason to stop it.
 *
 * - `pkce-not-announced`: the server lists no PKCE method; S256 was sent all the same (DISC-05)
 * - `launch-not-announced`: its capabilities don't name this kind of launch (DISC-06)
 * - `public-client-not-announced`: its capabilities don't name apps without a secret (DISC-06)
 * - `lifetime-not-said`: the token response names no usable lifetime, so a short one is assumed (TOK-04)
 * - `scope-not-said`: the token response names no scope, which means as asked (SCOPE-03)
 * - `style-not-its-own`: its style is at an address of another server, so it isn't used (CTX-05)
 */
export type SignInWarning = (typeof signInWarnings)[number]

const signInWarnings = [
  'pkce-not-announced',
  'launch-not-announced',
  'public-client-not-announced',
  'lifetime-not-said',
  'scope-not-said',
  'style-not-its-own',
] as const

/** How a sign-in went and what was checked in it: for whoever has to find out why something doesn't work. */
export type SignInReport = {
  /** When the session began, epoch milliseconds. */
  readonly at: number
  /** Which document described the server; the capability statement is the older way (DISC-07). */
  readonly discovery: 'smart-configuration' | 'capability-statement'
  /** How the answer was bound to its server: by `iss` in it (RFC 9207) or by the address it came to (MIX-01). */
  readonly answer: 'issuer-named' | 'redirect-address'
  /** Scopes as asked for, separated by spaces. */
  readonly requestedScope: string
  readonly warnings: readonly SignInWarning[]
  /** Milliseconds each step took; `authorization` is the time on the server's own pages. */
  readonly timings: {
    readonly discovery: number
    readonly authorization: number
    readonly token: number
    readonly identity: number
  }
}

/** Whether a stored report is one; storage is checked like any other input (STO-02). */
export function isSignInReport(json: unknown): json is SignInReport {
  const report = toObject(json)
  const timings = toObject(report?.['timings'])
  return (
    typeof report?.['at'] === 'number' &&
    ['discovery', 'answer'].every((name) => toText(report[name]) !== undefined) &&
    typeof report['requestedScope'] === 'string' &&
    isWarnings(report['warnings']) &&
    ['discovery', 'authorization', 'token', 'identity'].every(
      (name) => typeof timings?.[name] === 'number',
    )
  )
}

/** Whether stored warnings are some. */
export function isWarnings(json: unknown): json is readonly SignInWarning[] {
  return Array.isArray(json) && json.every((one) => signInWarnings.includes(one as SignInWarning))
}
