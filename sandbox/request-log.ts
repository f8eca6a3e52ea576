import type { IncomingMessage, ServerResponse } from 'node:http'

/** The kind of a token that was revoked (RFC 7009). */
export type RevokedToken = 'access_token' | 'refresh_token'

/** One request a tenant received. */
export type LoggedRequest = {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly method: string
  /** Path with the tenant's id, without query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Names, not values, of the fields of a form sent to the token, revocation or authorization endpoint. */
  form: readonly string[]
  /** What a request to the revocation endpoint took back; missing where it took back nothing. */
  revoked?: RevokedToken
  /** The Host header: which of the server's origins was asked. */
  readonly host: string | undefined
  readonly hasAuthorization: boolean
  readonly hasCookie: boolean
  readonly accept: string | undefined
  readonly origin: string | undefined
  readonly referer: string | undefined
  /** HTTP status; 0 while there is no answer, and for good when the connection was dropped. */
  status: number
}

const limit = 10_000

/** The requests of one tenant, newest last, for tests to look at. */
export class RequestLog {
  #entries: LoggedRequest[] = []
  readonly #byRequest = new WeakMap<IncomingMessage, LoggedRequest>()

  /** Notes a request now, and its status when the answer is out. */
  add(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const { headers } = request
    const entry: LoggedRequest = {
      at: new Date().toISOString(),
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      form: [],
      host: headers.host,
      hasAuthorization: headers.authorization !== undefined,
      hasCookie: headers.cookie !== undefined,
      accept: headers.accept,
      origin: headers.origin,
      referer: headers.referer,
      status: 0,
    }
    response.on('finish', () => {
      entry.status = response.statusCode
    })
    this.#entries.push(entry)
    if (this.#entries.length > limit) this.#entries.shift()
    this.#byRequest.set(request, entry)
  }

  /** Adds the field names of a form to the entry of its request. */
  addForm(request: IncomingMessage, names: readonly string[]): void {
    const entry = this.#byRequest.get(request)
    if (entry !== undefined) entry.form = names
  }

  /** Adds to the entry of a request what it revoked. */
  addRevoked(request: IncomingMessage, revoked: RevokedToken): void {
    const entry = this.#byRequest.get(request)
    if (entry !== undefined) entry.revoked = revoked
  }

  /** The requests so far, newest last. */
  get entries(): readonly LoggedRequest[] {
    return this.#entries
  }

  /** Forgets every request. */
  clear(): void {
    this.#entries = []
  }
}
