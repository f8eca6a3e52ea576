/** What a request may choose of `fetch`; the rest is the same for all. */
export type StrictInit = Omit<RequestInit, 'redirect' | 'cache' | 'credentials'> & {
  readonly redirect?: 'error' | 'manual'
  /**
   * For a public document that the page itself has asked for beforehand, or a little while ago: it may be kept as long as its server
   * says. To another origin no cookie goes with it either; to its own, the page's asking doesn't count.
   */
  readonly mayBeKept?: boolean
}

/**
 * `fetch` as every request of this app uses it: no cookies, nothing cached, no referrer, no redirect followed
 * (TOK-02, LEAK-03, LEAK-06, DISC-02, URL-05), and an end to waiting. With `redirect: 'manual'` a redirect, which is not
 * followed either, is an answer of type `opaqueredirect` that says no more than that.
 *
 * Rejects as `fetch` does: `TypeError` without an answer that may be read (offline, blocked, CORS missing, a
 * redirect), `TimeoutError` after `timeoutMs`, or the reason of `init.signal`.
 */
export async function strictFetch(
  url: string | URL,
  { mayBeKept = false, ...init }: StrictInit,
  timeoutMs: number,
): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs)
  const response = await fetch(url, {
    ...init,
    // What the page has asked for is found only in this mode, which to another origin sends nothing either.
    credentials: mayBeKept && !isOfOwnOrigin(url) ? 'same-origin' : 'omit',
    cache: mayBeKept ? 'default' : 'no-store',
    redirect: init.redirect ?? 'error',
    referrerPolicy: 'no-referrer',
    signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout,
  })
  // What the page asked for beforehand followed them.
  if (response.redirected) throw new TypeError('redirected')
  return response
}

const isOfOwnOrigin = (url: string | URL) => new URL(url).origin === globalThis.location?.origin

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
