import type { Request, Response } from '@playwright/test'

/** A secret or a name that went over the wire during a test: what it is, and its text. */
export type Secret = { readonly kind: string; readonly text: string }

/** Too short to be told from other text. */
const shortest = 8
const shortestName = 3

/** Everything that may not be found anywhere else, collected from the traffic itself: the app isn't asked. */
export class SecretLedger {
  readonly #found = new Map<string, Secret>()
  readonly #pending: Promise<void>[] = []

  /** Waits for answers that are still being read, but not for one that the page itself never reads to its end. */
  async settle(): Promise<void> {
    const patience = new Promise((later) => setTimeout(later, 2_000))
    await Promise.race([Promise.allSettled(this.#pending), patience])
  }

  /** Tokens, codes and whatever else belongs to a sign-in. */
  get signIn(): Secret[] {
    return [...this.#found.values()].filter(({ kind }) => !kind.startsWith('patient'))
  }

  /** Names and ids of patients whose record was read. */
  get patients(): Secret[] {
    return [...this.#found.values()].filter(({ kind }) => kind.startsWith('patient'))
  }

  add(kind: string, text: string | null | undefined, least = shortest): void {
    if (typeof text === 'string' && text.length >= least) this.#found.set(text, { kind, text })
  }

  addRequest(request: Request): void {
    const url = new URL(request.url())
    const [, id] = /\/api\/FHIR\/R4\/Patient\/([^/]+)$/.exec(url.pathname) ?? []
    this.add('patient id', id, shortestName)
    if (!/\/(?:launch|callback)\/|\/oauth2\//.test(url.pathname)) return
    const form = new URLSearchParams(request.method() === 'POST' ? (request.postData() ?? '') : '')
    for (const parameters of [url.searchParams, form]) {
      for (const name of ['code', 'code_verifier', 'nonce', 'launch', 'refresh_token', 'state'])
        this.add(name, parameters.get(name))
    }
  }

  addResponse(response: Response): void {
    const { pathname } = new URL(response.url())
    if (response.status() !== 200) return
    if (pathname.endsWith('/oauth2/token')) this.#read(response, (body) => this.#addTokens(body))
    if (/\/Patient\/[^/]+$/.test(pathname)) this.#read(response, (body) => this.#addNames(body))
  }

  #read(response: Response, take: (body: Record<string, unknown>) => void): void {
    const reading = response.json().then((body: unknown) => {
      if (typeof body === 'object' && body !== null) take(body as Record<string, unknown>)
    })
    // An answer that is no JSON, or whose page is gone, holds nothing to collect.
    this.#pending.push(reading.catch(() => {}))
  }

  #addTokens(body: Record<string, unknown>): void {
    for (const name of ['access_token', 'refresh_token', 'id_token']) {
      const token = body[name]
      if (typeof token === 'string') this.add(name, token)
    }
  }

  #addNames({ name }: Record<string, unknown>): void {
    if (!Array.isArray(name)) return
    for (const { family, given } of name as { family?: string; given?: string[] }[]) {
      for (const text of [family, ...(Array.isArray(given) ? given : [])])
        this.add('patient name', text, shortestName)
    }
  }
}

/** Which of the secrets a text holds, as written or percent-encoded; names and ids as whole words alone. */
export function findSecrets(text: string, secrets: readonly Secret[]): string[] {
  const isIn = ({ kind, text: secret }: Secret) =>
    kind.startsWith('patient')
      ? new RegExp(`(?<![\\w-])${secret.replaceAll(/[^\w\s]/g, String.raw`\$&`)}(?![\\w-])`).test(
          decodeLoosely(text),
        )
      : text.includes(secret) || text.includes(encodeURIComponent(secret))
  return secrets.filter(isIn).map(({ kind }) => kind)
}

function decodeLoosely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
