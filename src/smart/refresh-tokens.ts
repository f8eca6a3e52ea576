import { nameGrant, type RefreshGrant } from './connection.ts'
import { fetchKeys, verifyIdToken } from './id-token.ts'
import type { StoredSession } from './session-store.ts'
import { isSmartError } from './smart-error.ts'
import { requestToken } from './token-endpoint.ts'
import type { TokenResponse } from './token-response.ts'

/** What became of a refresh. */
export type Refreshed =
  | { readonly kind: 'renewed'; readonly stored: StoredSession }
  /** The server said no: this refresh token is of no more use (REF-06). */
  | { readonly kind: 'refused' }
  /** No answer, or one that decides nothing; the same token may be sent again (REF-06). */
  | { readonly kind: 'failed' }
  /** The answer is about another patient (CTX-10) or another person (IDT-09): the session may not go on. */
  | { readonly kind: 'changed'; readonly what: 'patient' | 'user' }

/**
 * Asks for a new access token (RFC 6749 §6). The client is named (REF-02); no scope is, so that what was granted
 * stays as it is (REF-03). A new refresh token replaces the old one; where none comes, the old one stays (REF-04).
 * Never throws.
 */
export async function refreshTokens(
  stored: StoredSession,
  { token }: RefreshGrant,
): Promise<Refreshed> {
  const { session, connection } = stored
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: token,
    client_id: connection.clientId,
  })
  const askedAt = Date.now()
  try {
    const answer = await requestToken(connection.tokenEndpoint, form)
    if (answer.patient !== undefined && answer.patient !== session.patientId)
      return { kind: 'changed', what: 'patient' }
    if (!(await isSameUser(answer, stored))) return { kind: 'changed', what: 'user' }
    return { kind: 'renewed', stored: renew(stored, answer, askedAt) }
  } catch (error) {
    return { kind: isRefusal(error) ? 'refused' : 'failed' }
  }
}

/** The lifetime counts from when the token was asked for: it is no longer than the server's. */
function renew(stored: StoredSession, answer: TokenResponse, askedAt: number): StoredSession {
  const { session, connection } = stored
  const { refresh } = connection
  return {
    session: {
      ...session,
      scope: answer.scope ?? session.scope,
      expiresAt: askedAt + answer.expires_in * 1000,
    },
    accessToken: answer.access_token,
    connection: {
      ...connection,
      // One that lasts gets a new name with each use, as one that rotates does.
      refresh: nameGrant(answer.refresh_token ?? refresh?.token),
      receivedAt: askedAt,
    },
    messaging: stored.messaging,
  }
}

/** OpenID Connect Core §12.2: an id_token that comes with a refresh is about the same person, or wrong (IDT-09). */
async function isSameUser(
  { id_token: idToken }: TokenResponse,
  { session, connection }: StoredSession,
): Promise<boolean> {
  const { subject, jwksUri, clientId } = connection
  if (idToken === undefined || subject === undefined) return true
  const expected = {
    issuer: subject.issuer,
    subject: subject.sub,
    clientId,
    nonce: undefined,
    iss: session.iss,
  }
  const keys = () => fetchKeys(jwksUri)
  try {
    await verifyIdToken(idToken, expected, await keys(), keys)
    return true
  } catch {
    return false
  }
}

/** Codes (RFC 6749 §4.1.2.1, RFC 8628 §3.5) and statuses that ask for patience. */
const patientCodes: ReadonlySet<string> = new Set([
  'temporarily_unavailable',
  'server_error',
  'slow_down',
])
const patientStatuses: ReadonlySet<number> = new Set([408, 425, 429])

/** A definite no in the words of RFC 6749 §5.2; a busy server, a proxy's page or a lost connection is none. */
function isRefusal(error: unknown): boolean {
  if (!isSmartError(error) || error.failure !== 'token-refused') return false
  const { status = 0, code } = error.details
  if (code === undefined || patientCodes.has(code)) return false
  return status >= 400 && status < 500 && !patientStatuses.has(status)
}
