import { UnansweredError } from '../../src/smart/check/explain-failure.ts'

/** Methods that need no leave (Fetch standard, CORS-safelisted methods). */
const freeMethods = ['GET', 'HEAD', 'POST']

const freeTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

/** A request as far as CORS looks at it. */
export type CrossRequest = { readonly method: string; readonly headers: Headers }

/**
 * Names of the headers that a browser asks leave for, sorted as it sends them (Fetch standard, CORS-unsafe request
 * headers). Lengths are not looked at: nothing here is that long.
 */
export function headersToAsk(headers: Headers): string[] {
  const isFree = (name: string, value: string) =>
    ['accept', 'accept-language', 'content-language'].includes(name) ||
    (name === 'content-type' &&
      freeTypes.includes((value.split(';')[0] ?? '').trim().toLowerCase()))
  return [...headers]
    .filter(([name, value]) => !isFree(name, value))
    .map(([name]) => name)
    .toSorted()
}

/** Whether a browser asks first, by OPTIONS. */
export function needsPreflight({ method, headers }: CrossRequest): boolean {
  return !freeMethods.includes(method) || headersToAsk(headers).length > 0
}

/**
 * Judges the answer to a preflight (Fetch standard, CORS-preflight fetch): `*` covers every header but Authorization.
 *
 * @throws {UnansweredError} saying what a browser misses in it
 */
export function judgePreflight(
  { ok, status, headers }: Pick<Response, 'ok' | 'status' | 'headers'>,
  origin: string,
  request: CrossRequest,
): void {
  const refused = (words: string) =>
    new UnansweredError('preflight', `The browser asks first by OPTIONS (preflight), and ${words}.`)
  if (!ok) throw refused(`is answered with status ${status} in place of 2xx`)
  judgeOrigin(headers, origin, refused)
  const methods = listOf(headers, 'access-control-allow-methods')
  const { method } = request
  if (!freeMethods.includes(method) && !methods.some((one) => one === '*' || one === method))
    throw refused(`Access-Control-Allow-Methods doesn’t hold ${method}`)
  const allowed = listOf(headers, 'access-control-allow-headers').map((one) => one.toLowerCase())
  const missing = headersToAsk(request.headers).filter(
    (name) => !allowed.includes(name) && !(allowed.includes('*') && name !== 'authorization'),
  )
  if (missing.length > 0)
    throw refused(`Access-Control-Allow-Headers doesn’t hold ${missing.join(', ')}`)
}

/**
 * Judges whether a page of `origin` may read an answer (Fetch standard, CORS check, without credentials).
 *
 * @throws {UnansweredError} by `refused`, saying what is wrong
 */
export function judgeOrigin(
  headers: Headers,
  origin: string,
  refused = (words: string) =>
    new UnansweredError('cors', `A page of ${origin} may not read the answer: ${words}.`),
): void {
  const allowed = headers.get('access-control-allow-origin')
  if (allowed === '*' || allowed === origin) return
  if (allowed === null) throw refused('there is no Access-Control-Allow-Origin')
  throw refused(
    allowed.includes(',')
      ? 'Access-Control-Allow-Origin holds several values, where only one may stand'
      : `Access-Control-Allow-Origin names another origin than ${origin}`,
  )
}

function listOf(headers: Headers, name: string): string[] {
  return (headers.get(name) ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}
