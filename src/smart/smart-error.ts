/**
 * Why a launch, a sign-in or a session could not go on. One member a cause that a person can act on differently;
 * the words for each live with the view that shows them.
 */
export type SmartFailure =
  /** The launch address came without `iss` or `launch`, or with one of them twice (LAUNCH-01). */
  | 'launch-incomplete'
  /** The address carries a parameter that would override our configuration (ISS-04). */
  | 'launch-overridden'
  /** `iss` is not in config.json: nothing was sent to it (ISS-03). */
  | 'issuer-unknown'
  /** The server's client id is still the placeholder. */
  | 'server-not-set-up'
  /** Sign-in pages refuse to be framed (EMB-10). */
  | 'framed-sign-in'
  /** sessionStorage is blocked, as in a sandboxed frame (EMB-04). */
  | 'storage-blocked'
  /** No answer from the server, or none that this site may read (DISC-08). */
  | 'discovery-unreachable'
  /** The server answered, but not with a usable SMART configuration (DISC-04, DISC-05). */
  | 'discovery-unusable'
  /** The callback page was opened without an answer in its address (CB-04). */
  | 'callback-empty'
  /** Neither or both of `code` and `error`, or a parameter twice (CB-03). */
  | 'callback-malformed'
  /** `state` names no sign-in begun here, or one that is over (CB-01, CB-09). */
  | 'transaction-unknown'
  /** The answer arrived at another address, or names another server, than the one asked (MIX-01, MIX-02). */
  | 'answer-mixed-up'
  /** The server, or the person, said no (ERR-01). */
  | 'authorization-refused'
  /** No answer from the token endpoint, or none that this site may read (ERR-05). */
  | 'token-unreachable'
  /** The token endpoint answered with an error (ERR-04). */
  | 'token-refused'
  /** The token response lacks what it must have, such as `token_type` Bearer (TOK-03). */
  | 'token-unusable'
  /** Nothing at all was granted (SCOPE-03). */
  | 'nothing-granted'
  /** No patient came with the sign-in (TOK-08). */
  | 'no-patient'
  /** The id_token did not pass (IDT-01). */
  | 'identity-invalid'
  /** No session of this id in this browser tab (TAB-06). */
  | 'session-missing'
  /** The session's time is over (REF-09). */
  | 'session-expired'
  /** Nobody touched the page for a while (END-06). */
  | 'session-idle'
  /** The longest time that any session lasts is over (REF-08). */
  | 'session-too-long'
  /** The server gave no new token (REF-06). */
  | 'session-refused'
  /** A new token came with an id_token of another person, or with none that is genuine (IDT-09). */
  | 'session-changed'

/** What may be told beside the failure. Never a token, code, patient or resource (LOG-02). */
export type SmartErrorDetails = {
  /** Host of the server concerned; text only. */
  readonly host?: string | undefined
  /** The server's own short error code, such as `access_denied` or `invalid_grant`. */
  readonly code?: string | undefined
  /** HTTP status. */
  readonly status?: number | undefined
  /** The server's own words: untrusted, length-limited, to be shown as text on demand (ERR-01). */
  readonly serverText?: string | undefined
  /** Where the server says more: untrusted, https, to be shown as text and never opened (ERR-02). */
  readonly errorUri?: string | undefined
  /** What exactly failed, in our words, for support. */
  readonly reason?: string | undefined
  /** How the person came, since an EHR launch can't be repeated from here (ERR-06). */
  readonly launch?: 'ehr' | 'standalone' | undefined
}

/** The one error of `src/smart`. */
export class SmartError extends Error {
  readonly failure: SmartFailure
  readonly details: SmartErrorDetails

  constructor(failure: SmartFailure, details: SmartErrorDetails = {}, options?: ErrorOptions) {
    super(`SMART: ${failure}`, options)
    this.name = 'SmartError'
    this.failure = failure
    this.details = details
  }
}

/**
 * Whether an error is ours. By name, not by class: the development server bundles fhirclient apart, with a copy of
 * the class of its own.
 */
export function isSmartError(error: unknown): error is SmartError {
  return error instanceof Error && error.name === 'SmartError'
}
