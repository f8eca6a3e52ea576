import { formRequest } from './form-request.ts'
import type { StoredSession } from './session-store.ts'
import { signInTimeoutMs, strictFetch } from './strict-fetch.ts'

/**
 * Takes a session's tokens back where the server offers it (RFC 7009 §2.1, END-02): the refresh token first, whose
 * revocation takes the rest along at many servers. Only at the token endpoint's own origin, so that metadata can't
 * have tokens sent elsewhere. Doesn't wait, the requests outlive the page, and nothing depends on their answers.
 *
 * An access token that `isExpired` is left alone: to take it back could end what a copy of the tab has renewed.
 */
export function revokeSession({ accessToken, connection }: StoredSession, isExpired = false): void {
  const { revocationEndpoint, tokenEndpoint, clientId, refresh } = connection
  if (revocationEndpoint === undefined) return
  if (new URL(revocationEndpoint).origin !== new URL(tokenEndpoint).origin) return
  const revoke = (token: string, kind: 'access_token' | 'refresh_token') => {
    const form = new URLSearchParams({ token, token_type_hint: kind, client_id: clientId })
    const init = { ...formRequest(form), keepalive: true }
    strictFetch(revocationEndpoint, init, signInTimeoutMs).catch(() => {})
  }
  if (refresh) revoke(refresh.token, 'refresh_token')
  if (!isExpired) revoke(accessToken, 'access_token')
}
