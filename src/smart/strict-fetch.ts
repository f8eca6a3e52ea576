/** What a request may choose of `fetch`; the rest is the same for all. */
export type StrictInit = Omit<RequestInit, 'redirect'> & {
  readonly redirect?: 'error' | 'manual'
}

/**
 * `fetch` as every request of this app uses it: no cookies, nothing cached, no referrer, no redirect followed
 * (TOK-02, LEAK-03, LEAK-06, DISC-02, URL-05), and an end to waiting. With `redirect: 'manual'` a redirect, which is not
 * followed either, is an answer of type `opaqueredirect` that says no more than that.
 *
 * Rejects as `fetch` does: `TypeError` without an answer that may be read (offline, blocked, CORS missing, a
 * redirect), `TimeoutError` after `timeoutMs`, or the reason of `init.signal`.
 */
export function strictFetch(
  url: string | URL,
  init: StrictInit,
  timeoutMs: number,
): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs)
  return fetch(url, {
    ...init,
    credentials: 'omit',
    cache: 'no-store',
    redirect: init.redirect ?? 'error',
    referrerPolicy: 'no-referrer',
    signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout,
  })
}

/** An answer read to its end, whatever its status. */
export type StrictAnswer = { readonly ok: boolean; readonly status: number; readonly text: string }

/** Asks by {@link strictFetch} and reads the answer to its end, within the same time; rejects as it does. */
export async function askStrictly(
  url: string,
  init: StrictInit,
  timeoutMs: number,
): Promise<StrictAnswer> {
  const response = await strictFetch(url, init, timeoutMs)
  return { ok: response.ok, status: response.status, text: await response.text() }
}

/** How requests of a sign-in go out, where it matters that they could go out otherwise: as {@link askStrictly}. */
export type Ask = typeof askStrictly

/** How long discovery, token and key requests may take (DISC-12). */
export const signInTimeoutMs = 15_000
