import { createHash, randomBytes } from 'node:crypto'

import { clientId } from './tenant.ts'

/** JSON of an answer, of whatever shape; tests read members off it. */
export type Json = { readonly [member: string]: unknown }

/** A token request or FHIR request, answered. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The body as a JSON object; empty when it is none. */
  readonly json: Json
}

/** An authorization under way: what a client remembers between its request and the answer. */
export type Authorization = {
  readonly iss: string
  readonly verifier: string
  readonly redirectUri: string
  readonly configuration: Json
  /** The answer to the authorization request. */
  readonly response: Response
  /** Where it redirects to, if it does. */
  readonly location: URL | undefined
  /** Cookies the server set, to send along when following to the sign-in page. */
  readonly cookies: Map<string, string>
}

export const appRoot = 'http://localhost:5180/'
export const appOrigin = 'http://localhost:5180'
const defaultScope =
  'openid fhirUser launch offline_access patient/Patient.r patient/Observation.rs'

/** Reads an answer to the end. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  let json: Json = {}
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null) json = parsed as Json
  } catch {
    // Not JSON: `json` stays empty.
  }
  return { status: response.status, headers: response.headers, text, json }
}

/** Reads JSON at an address as an object. */
export async function readJson(url: string, init?: RequestInit): Promise<Json> {
  return (await readAnswer(await fetch(url, init))).json
}

/** The requests a client's tenant has received, newest last. */
export async function readLog({ origin, tenant }: SmartClient): Promise<readonly Json[]> {
  return (await (await fetch(`${origin}/_control/${tenant}/log`)).json()) as readonly Json[]
}

/** A client of one tenant that does what a SMART app does, by plain fetch. */
export class SmartClient {
  readonly origin: string
  readonly tenant: string
  readonly iss: string

  /** `slash` is what the profile's FHIR base ends in: nothing, or `/` at Oracle. */
  constructor(origin: string, tenant: string, slash: '' | '/' = '') {
    this.origin = origin
    this.tenant = tenant
    this.iss = `${origin}/${tenant}/api/FHIR/R4${slash}`
  }

  /** An address of the FHIR server. */
  address(path: string): string {
    return `${this.iss.replace(/\/$/, '')}/${path}`
  }

  /** Sends a request to the control API of the tenant. */
  async control(method: string, path: string, body?: object): Promise<Answer> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    return readAnswer(await fetch(`${this.origin}/_control/${this.tenant}${path}`, init))
  }

  /** Prepares a launch and gives its token. */
  async prepareLaunch(patient = 'gen-dana-demo', more: object = {}): Promise<string> {
    const { json } = await this.control('POST', '/launches', { patient, ...more })
    return String(json['launch'])
  }

  /** Sends an authorization request; `change` may spoil its parameters first. */
  async authorize(
    parameters: Readonly<Record<string, string>>,
    change: (query: URLSearchParams) => void = () => undefined,
  ): Promise<Authorization> {
    const configuration = await readJson(this.address('.well-known/smart-configuration'))
    const verifier = randomBytes(48).toString('base64url')
    const redirectUri = `${appRoot}callback/${this.tenant}/`
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: defaultScope,
      state: 'the-state',
      nonce: 'the-nonce',
      aud: this.iss,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    })
    change(query)
    const response = await fetch(`${String(configuration['authorization_endpoint'])}?${query}`, {
      redirect: 'manual',
    })
    const location = response.headers.get('location')
    const cookies = new Map<string, string>()
    keepCookies(cookies, response)
    return {
      iss: this.iss,
      verifier,
      redirectUri,
      configuration,
      response,
      location: location === null ? undefined : new URL(location, this.origin),
      cookies,
    }
  }

  /** Launches from the chart: prepares a launch and asks for authorization with it. */
  async launch(
    parameters: Readonly<Record<string, string>> = {},
    patient = 'gen-dana-demo',
  ): Promise<Authorization> {
    return this.authorize({ launch: await this.prepareLaunch(patient), ...parameters })
  }

  /** Sends a request to the token endpoint. */
  async token(
    authorization: Authorization,
    form: Readonly<Record<string, string>>,
    origin = appOrigin,
  ): Promise<Answer> {
    const response = await fetch(String(authorization.configuration['token_endpoint']), {
      method: 'POST',
      headers: { Origin: origin },
      body: new URLSearchParams({ client_id: clientId, ...form }),
    })
    return readAnswer(response)
  }

  /** Exchanges the code of an authorization. */
  async exchange(
    authorization: Authorization,
    more: Readonly<Record<string, string>> = {},
    origin = appOrigin,
  ): Promise<Answer> {
    return this.token(
      authorization,
      {
        grant_type: 'authorization_code',
        code: authorization.location?.searchParams.get('code') ?? 'none',
        redirect_uri: authorization.redirectUri,
        code_verifier: authorization.verifier,
        ...more,
      },
      origin,
    )
  }

  /** Launches and exchanges the code; gives the access token. */
  async signIn(
    parameters: Readonly<Record<string, string>> = {},
    patient = 'gen-dana-demo',
  ): Promise<string> {
    const { json, text } = await this.exchange(await this.launch(parameters, patient))
    const token = json['access_token']
    if (typeof token !== 'string') throw new Error(`no access token: ${text}`)
    return token
  }

  /** Reads an address of the FHIR server, relative or absolute. */
  async fhir(
    path: string,
    token: string | undefined,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const url = URL.canParse(path) ? path : this.address(path)
    const all = new Headers({ Accept: 'application/fhir+json', ...headers })
    if (token !== undefined) all.set('Authorization', `Bearer ${token}`)
    const response = await fetch(url, { headers: all })
    return readAnswer(response)
  }
}

/** Notes the cookies an answer sets, and forgets those it clears. */
export function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '') cookies.delete(name)
    else cookies.set(name, value)
  }
}

/** The entries of a searchset, matches and outcomes. */
export function entriesOf({ json }: Answer): Json[] {
  return Array.isArray(json['entry']) ? (json['entry'] as Json[]) : []
}

/** The matches of a searchset. */
export function matchesOf(answer: Answer): Json[] {
  return entriesOf(answer)
    .filter((entry) => (entry['search'] as Json | undefined)?.['mode'] === 'match')
    .map((entry) => entry['resource'] as Json)
}

/** The address of the next page, or undefined. */
export function nextOf({ json }: Answer): string | undefined {
  const links = Array.isArray(json['link']) ? (json['link'] as Json[]) : []
  const next = links.find((link) => link['relation'] === 'next')
  return next === undefined ? undefined : String(next['url'])
}

/** The vendor codes of the issues of an OperationOutcome, else their types. */
export function issueCodesOf(outcome: Json): string[] {
  const issues = Array.isArray(outcome['issue']) ? (outcome['issue'] as Json[]) : []
  return issues.map((issue) => {
    const coding = ((issue['details'] as Json | undefined)?.['coding'] as Json[] | undefined)?.[0]
    return String(coding?.['code'] ?? issue['code'])
  })
}

/** Reads a search page by page, as far as the next links go; gives the ids of all matches and the number of pages. */
export async function walkPages(
  client: SmartClient,
  token: string,
  path: string,
): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = []
  let pages = 0
  for (let next: string | undefined = path; next !== undefined; pages += 1) {
    const page = await client.fhir(next, token)
    if (page.status !== 200) throw new Error(`page ${pages + 1}: ${page.status} ${page.text}`)
    ids.push(...matchesOf(page).map(({ id }) => String(id)))
    next = nextOf(page)
  }
  return { ids, pages }
}
