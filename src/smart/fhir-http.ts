import { toBaseUrl } from '../fhir/base-url.ts'
import { FhirError, type FhirFailure } from '../fhir/fhir-error.ts'
import type { FhirRequest, FhirResponse, FhirStream } from '../fhir/fhir-request.ts'
import { readOutcome } from '../fhir/operation-outcome.ts'
import { formRequest } from './form-request.ts'
import { watchStall, type StallWatch } from './stall-watch.ts'
import { strictFetch } from './strict-fetch.ts'

/** How long an answer may take that is read whole, and how long one that arrives in pieces may stand still. */
const timeoutMs = 60_000
/** How long the latter may take in all. */
const longestMs = 600_000

/** Where the token comes from, and what becomes of one that the server refuses. */
export type TokenSource = {
  /** The FHIR base, verbatim. */
  readonly iss: string
  /** The access token as it is now; undefined once the session is over. */
  readonly getToken: () => string | undefined
  /** Tries to get another token than the one refused; true when there is one. Never rejects. */
  readonly renew: (rejected: string) => Promise<boolean>
  /** Hears of a token that the server refuses and that could not be renewed. */
  readonly onRejected: (token: string) => void
}

/**
 * Searches one type by a form (FHIR R4 http "search using POST"), so that what is looked for stands in no address and in
 * no log of addresses. Rejects as {@link FhirRequest} does.
 */
export type FhirSearch = (
  type: 'Patient',
  form: URLSearchParams,
  signal?: AbortSignal,
) => Promise<FhirResponse>

/** The two ways to read the FHIR server: an answer whole, or its text while it arrives. */
export type FhirAccess = { readonly request: FhirRequest; readonly stream: FhirStream }

/**
 * Gives the one way that the session's token is sent (LEAK-01): as a header alone (LEAK-04), and only to addresses under
 * the FHIR base. Once the session's time is over it sends nothing (REF-09). A 401 leads to one renewal and one more try
 * at most (REF-10).
 */
export function createFhirAccess({
  iss,
  getToken,
  renew,
  onRejected,
}: TokenSource): FhirAccess & { readonly search: FhirSearch } {
  /** The server's answer, if it is a good one; its body is still to be read. */
  async function ask(
    reference: string,
    signal?: AbortSignal,
    within = timeoutMs,
    form?: URLSearchParams,
  ): Promise<Response> {
    const url = confine(reference, iss)
    const first = requireToken(getToken())
    let response = await send(url, first, within, signal, form)
    let token = first
    if (response.status === 401 && (await orAbort(renew(first), signal))) {
      token = requireToken(getToken())
      response = await send(url, token, within, signal, form)
    }
    if (response.status === 401) onRejected(token)
    // A merged record: Epic answers 301 with the address of another one (F-R22).
    if (response.type === 'opaqueredirect') throw new FhirError('redirected')
    if (!response.ok) throw toError(response, await readBody(response, signal))
    return response
  }

  async function readWhole(response: Response, signal?: AbortSignal): Promise<FhirResponse> {
    const body = await readBody(response, signal)
    if (body === undefined) throw new FhirError('unreadable', { status: response.status })
    return { body }
  }

  return {
    request: async (reference, signal) => readWhole(await ask(reference, signal), signal),
    search: async (type, form, signal) =>
      readWhole(await ask(`${type}/_search`, signal, timeoutMs, form), signal),
    async stream(reference, signal) {
      const stall = watchStall(timeoutMs)
      const either = AbortSignal.any([signal, stall.signal])
      try {
        return readPieces(await ask(reference, either, longestMs), signal, stall)
      } catch (cause) {
        stall.stop()
        throw toReadError(cause, signal)
      }
    },
  }
}

function requireToken(token: string | undefined): string {
  if (token === undefined) throw new FhirError('signed-out')
  return token
}

/** Waits for what others wait for too, but no longer than one's own request is wanted. */
function orAbort<T>(shared: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return shared
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error)
    signal.addEventListener('abort', abort, { once: true })
    shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

/**
 * Resolves a reference against the FHIR base and refuses whatever lies outside it: another scheme, host or port
 * (where `:443` is the same as none, LEAK-02), a path that only begins alike (`/fhirx`), one that climbs (`../`),
 * or one that hides a delimiter from this check.
 *
 * @throws {FhirError} `confined`
 */
export function confine(reference: string, iss: string): URL {
  const base = new URL(toBaseUrl(iss))
  const url = URL.canParse(reference, base) ? new URL(reference, base) : undefined
  const isInside =
    url !== undefined &&
    url.origin === base.origin &&
    url.pathname.startsWith(base.pathname) &&
    !/%2f|%5c/i.test(url.pathname) &&
    url.username === '' &&
    url.password === ''
  if (!isInside) throw new FhirError('confined')
  return url
}

async function send(
  url: URL,
  accessToken: string,
  within: number,
  signal?: AbortSignal,
  form?: URLSearchParams,
): Promise<Response> {
  const posted = form && formRequest(form)
  const init: RequestInit & { redirect: 'manual' } = {
    // Not followed (LEAK-03), but told apart from a server that does not answer.
    redirect: 'manual',
    ...posted,
    // Always named: Epic answers XML to anything else (LEAK-09).
    headers: {
      ...posted?.headers,
      accept: 'application/fhir+json',
      authorization: `Bearer ${accessToken}`,
    },
  }
  if (signal) init.signal = signal
  try {
    return await strictFetch(url, init, within)
  } catch (cause) {
    throw toReadError(cause, signal)
  }
}

/** No page of a search is as long; a text that is will not be parsed (XSS-07). */
const longestBody = 64_000_000

/** The body's text as it arrives. */
async function* readPieces(
  response: Response,
  signal: AbortSignal,
  stall: StallWatch,
): AsyncGenerator<string> {
  const either = AbortSignal.any([signal, stall.signal])
  const decoder = new TextDecoder()
  const reader = response.body?.getReader()
  let length = 0
  try {
    for (;;) {
      stall.alive()
      const { done, value } = (reader && (await orAbort(reader.read(), either))) ?? {
        done: true,
        value: undefined,
      }
      signal.throwIfAborted()
      const text = decoder.decode(value, { stream: !done })
      length += text.length
      if (length > longestBody) throw new FhirError('unreadable', { status: response.status })
      if (text !== '') yield text
      if (done) return
    }
  } catch (cause) {
    throw toReadError(cause, signal)
  } finally {
    stall.stop()
    // Of a body that nobody reads to its end, nothing more is to arrive.
    reader?.cancel().catch(() => {})
  }
}

/** Why reading ended early: because it isn't wanted any more, or a failure. */
function toReadError(cause: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true) return signal.reason
  if (cause instanceof FhirError) return cause
  return new FhirError(isTimeout(cause) ? 'timed-out' : 'unreachable', { cause })
}

/** The body as JSON; undefined when it is none: HTML, XML, nothing, cut short (ERR-07), or far too long (XSS-07). */
async function readBody(response: Response, signal?: AbortSignal): Promise<unknown> {
  try {
    const text = await response.text()
    return text.length > longestBody ? undefined : JSON.parse(text)
  } catch (cause) {
    signal?.throwIfAborted()
    if (cause instanceof SyntaxError) return undefined
    throw toReadError(cause, signal)
  }
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'TimeoutError'
}

function toError(response: Response, body: unknown): FhirError {
  const wait = readRetryAfter(response.headers.get('retry-after') ?? '')
  return new FhirError(toFailure(response.status), {
    status: response.status,
    issues: readOutcome(body),
    ...(Number.isFinite(wait) ? { retryAfter: wait } : {}),
  })
}

/** Seconds to wait: said as such, or as a date (RFC 9110 §10.2.3). NaN where it says neither. */
function readRetryAfter(header: string): number {
  if (/^\d+$/.test(header.trim())) return Number(header)
  return Math.max(0, (Date.parse(header) - Date.now()) / 1000)
}

function toFailure(status: number): FhirFailure {
  if (status === 401) return 'signed-out'
  if (status === 403) return 'refused'
  if (status === 429 || status === 503) return 'busy'
  return status >= 500 ? 'server' : 'rejected'
}
