import { isFhirId } from '../fhir/fhir-id.ts'
import { createFhirAccess, type FhirSearch } from './fhir-http.ts'
import { createSession, type SignInResult } from './new-session.ts'
import { revokeSession } from './revoke-session.ts'
import { keepSession, type StoredSession } from './session-store.ts'
import { SmartError } from './smart-error.ts'

/**
 * A sign-in that has no patient yet. It lives in this page's memory alone: nothing of it is stored until somebody was
 * chosen, and a reload ends it.
 */
export type PendingSession = {
  readonly serverName: string
  /** The FHIR base, verbatim. */
  readonly iss: string
  /** When the token runs out, epoch milliseconds. */
  readonly expiresAt: number
  /** The one thing that may be asked meanwhile: who the patient may be. */
  readonly search: FhirSearch
  /**
   * Makes the session of the patient chosen, and keeps it; once.
   *
   * @throws {SmartError} `session-missing` after that, or after `leave`; `session-expired`
   */
  readonly choose: (patientId: string) => StoredSession
  /** Ends it unused: the token is revoked where the server offers it (END-02). */
  readonly leave: () => void
}

/** Opens one for a sign-in whose scopes are those of a user (TOK-08). */
export function openPendingSession(result: SignInResult): PendingSession {
  const { transaction, server, token, at } = result
  const expiresAt = at + token.expires_in * 1000
  let isOver = false
  const isOpen = () => !isOver && Date.now() < expiresAt
  const { search } = createFhirAccess({
    iss: transaction.iss,
    getToken: () => (isOpen() ? token.access_token : undefined),
    renew: () => Promise.resolve(false),
    onRejected: () => {},
  })
  return {
    serverName: server.name,
    iss: transaction.iss,
    expiresAt,
    search,
    choose(patientId) {
      if (isOver || !isFhirId(patientId)) throw new SmartError('session-missing')
      if (!isOpen()) throw new SmartError('session-expired', { launch: transaction.launch })
      const stored = createSession(result, { patientId, patientFrom: 'choice' })
      // Where the browser denies its storage, the token is still to be taken back by `leave`.
      keepSession(stored)
      isOver = true
      return stored
    },
    leave() {
      if (isOver) return
      isOver = true
      revokeSession(createSession(result, { patientId: 'none', patientFrom: 'choice' }))
    },
  }
}
