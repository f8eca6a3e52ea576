import { UnansweredError } from '../../src/smart/check/explain-failure.ts'
import type { Ask } from '../../src/smart/strict-fetch.ts'
import { headersToAsk, judgeOrigin, judgePreflight, needsPreflight } from './cors.ts'

/**
 * Asks as a browser would for a page of this origin: with `Origin`, by preflight where one is due, following no
 * redirect, and keeping from the caller what the browser would keep from the page. Unlike a browser it says why.
 */
export function askAsPage(origin: string): Ask {
  return async (url, init, timeoutMs) => {
    const signal = AbortSignal.timeout(timeoutMs)
    const headers = new Headers(init.headers)
    const method = init.method ?? 'GET'
    const isCross = new URL(url).origin !== origin
    if (isCross && needsPreflight({ method, headers })) {
      const preflight = await send(url, {
        method: 'OPTIONS',
        headers: toPreflight(origin, method, headers),
        signal,
      })
      await preflight.text()
      judgePreflight(preflight, origin, { method, headers })
    }
    if (isCross) headers.set('origin', origin)
    const response = await send(url, { method, headers, body: init.body ?? null, signal })
    // Before CORS: a browser that may follow none looks no further.
    if (response.status >= 300 && response.status < 400)
      throw new UnansweredError(
        'redirect',
        `The answer is a redirect${toPlace(response, url)}, and the app follows none.`,
      )
    if (isCross) judgeOrigin(response.headers, origin)
    return { ok: response.ok, status: response.status, text: await response.text() }
  }
}

function toPreflight(origin: string, method: string, headers: Headers): Headers {
  const asked = headersToAsk(headers)
  return new Headers({
    accept: '*/*',
    origin,
    'access-control-request-method': method,
    ...(asked.length > 0 ? { 'access-control-request-headers': asked.join(',') } : {}),
  })
}

function toPlace(response: Response, url: string): string {
  const location = response.headers.get('location') ?? ''
  return URL.canParse(location, url) ? ` to ${new URL(location, url).host}` : ''
}

/** What goes wrong below HTTP, in words; codes are those of Node and OpenSSL. */
const networkWords: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no host of this name.',
  EAI_AGAIN: 'The name of the host could not be looked up.',
  ECONNREFUSED: 'The host refuses the connection: nothing listens at this address.',
  ECONNRESET: 'The host broke off the connection.',
  EHOSTUNREACH: 'There is no way to the host from this network.',
  ENETUNREACH: 'There is no way to the host from this network.',
  CERT_HAS_EXPIRED: 'The host’s certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The host’s certificate is signed by nobody but itself.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The host’s certificate is signed by nobody known here.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The host doesn’t send the certificates between its own and a known one.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The host’s certificate is for another name.',
  UND_ERR_CONNECT_TIMEOUT: 'The host doesn’t answer.',
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'manual', credentials: 'omit', cache: 'no-store' })
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') throw error
    throw new UnansweredError('network', networkWords[codeOf(error)] ?? 'The connection failed.', {
      cause: error,
    })
  }
}

/** The code lies in the cause of undici's error; of several tries, in that of the first. */
function codeOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : {}
  const inner = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause
  return inner instanceof Error && 'code' in inner ? String(inner.code) : ''
}
