import type { OutcomeIssue } from './operation-outcome.ts'

/**
 * Why a FHIR request failed (ERR-07). Each is its own state on the screen; none is ever shown as "no data".
 *
 * - `signed-out`: 401, or the session's token has run out
 * - `refused`: 403, the server doesn't let this app or this person see it
 * - `rejected`: 400, 404, 410, 422: the server did not accept this request
 * - `busy`: 429 or 503
 * - `unreachable`: no answer: offline, blocked, or CORS missing
 * - `timed-out`: no answer in time
 * - `server`: another 5xx
 * - `unreadable`: an answer that isn't the JSON it should be
 * - `redirected`: the server sent on to another address, as to the record that a merged one went into (F-R22)
 * - `confined`: the address lies outside the FHIR base, so the token was not sent
 */
export type FhirFailure =
  | 'signed-out'
  | 'refused'
  | 'rejected'
  | 'busy'
  | 'unreachable'
  | 'timed-out'
  | 'server'
  | 'unreadable'
  | 'redirected'
  | 'confined'

/** The one error of FHIR access. Its message carries no patient data: no URL, no body (LOG-01). */
export class FhirError extends Error {
  readonly failure: FhirFailure
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined
  /** Issues of the OperationOutcome in the answer; may carry the server's words, to be shown as text only. */
  readonly issues: readonly OutcomeIssue[]
  /** Seconds the server asked to wait (`Retry-After`), where it said so. */
  readonly retryAfter: number | undefined

  constructor(
    failure: FhirFailure,
    details: {
      status?: number
      issues?: readonly OutcomeIssue[]
      retryAfter?: number
      cause?: unknown
    } = {},
  ) {
    super(`FHIR request failed: ${failure}${details.status ? ` (${details.status})` : ''}`, {
      cause: details.cause,
    })
    this.name = 'FhirError'
    this.failure = failure
    this.status = details.status
    this.issues = details.issues ?? []
    this.retryAfter = details.retryAfter
  }
}

/** Why reading failed: whatever else than a {@link FhirError} was thrown came out of reading the answer. */
export function failureOf(error: unknown): FhirFailure {
  return error instanceof FhirError ? error.failure : 'unreadable'
}
