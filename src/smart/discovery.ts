import { isSecure, parseUrl } from '../config/secure-url.ts'
import { toBaseUrl } from '../fhir/base-url.ts'
import { toList, toText, type JsonObject } from '../fhir/json.ts'
import { readDocument } from './sign-in-document.ts'
import { SmartError } from './smart-error.ts'
import {
  askStrictly,
  signInTimeoutMs,
  type Ask,
  type StrictAnswer,
  type StrictInit,
} from './strict-fetch.ts'

/** Where a server is asked and its answers come from, as it says of itself. */
export type ServerEndpoints = {
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  /** The OpenID issuer, not the FHIR base (DISC-11). */
  readonly issuer: string | undefined
  readonly jwksUri: string | undefined
  readonly revocationEndpoint: string | undefined
  /** Where a patient reviews which apps may see the record (END-05). */
  readonly managementEndpoint: string | undefined
  /** Whether answers carry `iss`, so that its absence is an attack (RFC 9207 §2.4). */
  readonly sendsIss: boolean
  /** Which document said so: the capability statement is the older way (DISC-07). */
  readonly source: 'smart-configuration' | 'capability-statement'
}

/** What a server says of itself, checked (SMART App Launch 2.2, A1). */
export type ServerMetadata = {
  readonly endpoints: ServerEndpoints
  /** Whether it names PKCE's S256, which is used in any case (DISC-05). */
  readonly announcesPkce: boolean
  /** Advice, since vendors list too much and too little (DISC-06). */
  readonly capabilities: readonly string[]
}

/**
 * Discovers one server, without credentials (DISC-01, DISC-02). The app keeps nothing for another launch (DISC-10); the
 * browser may keep the document of this very address, as long as its server says.
 *
 * Where there is no SMART configuration, 404 or something that isn't a JSON object, the older way is tried: the
 * CapabilityStatement. A failure of network, CORS or server is no such case (DISC-07).
 *
 * `ask` sends the requests.
 *
 * @throws {SmartError} `discovery-unreachable` or `discovery-unusable`
 */
export async function discover(
  iss: string,
  appRoot: URL,
  ask: Ask = askStrictly,
): Promise<ServerMetadata> {
  const address = `${toBaseUrl(iss)}.well-known/smart-configuration`
  const { status, text } = await request(ask, address, { mayBeKept: true })
  if (status !== 200 && status !== 404)
    throw unusable(iss, `answered with status ${status}`, status)
  const configuration = status === 200 ? readDocument(text) : undefined
  if (configuration) return readMetadata(configuration, 'smart-configuration', iss, appRoot)
  // Few servers need it, and the launch page should stay small.
  const { readOauthUris } = await import('./oauth-uris.ts')
  const statement = await request(ask, `${toBaseUrl(iss)}metadata`).catch(() => undefined)
  const uris = statement?.status === 200 ? readOauthUris(readDocument(statement.text)) : undefined
  if (!uris)
    throw unusable(
      iss,
      status === 404 ? 'there is no SMART configuration' : 'the answer is not a JSON object',
      status,
    )
  return readMetadata(uris, 'capability-statement', iss, appRoot)
}

/** One retry when nothing came back (DISC-12); a redirect counts as no answer (DISC-09). */
async function request(ask: Ask, url: string, more: StrictInit = {}): Promise<StrictAnswer> {
  const send = () => ask(url, { headers: { accept: 'application/json' }, ...more }, signInTimeoutMs)
  try {
    return await send().catch(send)
  } catch (cause) {
    throw new SmartError('discovery-unreachable', { host: new URL(url).host }, { cause })
  }
}

function readMetadata(
  json: JsonObject,
  source: ServerEndpoints['source'],
  iss: string,
  appRoot: URL,
): ServerMetadata {
  const endpoint = (name: string) => readEndpoint(json, name, iss, appRoot)
  const authorizationEndpoint = endpoint('authorization_endpoint')
  const tokenEndpoint = endpoint('token_endpoint')
  if (!authorizationEndpoint || !tokenEndpoint)
    throw unusable(iss, 'authorization_endpoint or token_endpoint is missing')
  const challenges = toList(json['code_challenge_methods_supported'])
  if (challenges.length > 0 && !challenges.includes('S256'))
    throw unusable(iss, 'the server offers no PKCE method S256')
  return {
    endpoints: {
      authorizationEndpoint,
      tokenEndpoint,
      issuer: toText(json['issuer']),
      jwksUri: endpoint('jwks_uri'),
      revocationEndpoint: endpoint('revocation_endpoint'),
      managementEndpoint: endpoint('management_endpoint'),
      sendsIss: json['authorization_response_iss_parameter_supported'] === true,
      source,
    },
    announcesPkce: challenges.length > 0,
    capabilities: toList(json['capabilities']).filter((one) => typeof one === 'string'),
  }
}

function readEndpoint(
  json: JsonObject,
  name: string,
  iss: string,
  appRoot: URL,
): string | undefined {
  const text = toText(json[name])
  if (text === undefined) return undefined
  // Legacy servers write relative addresses (DISC-03).
  const url = parseUrl(text, toBaseUrl(iss))
  if (!url || !isSecure(url, appRoot)) throw unusable(iss, `${name} is not an https address`)
  return url.href
}

function unusable(iss: string, reason: string, status?: number): SmartError {
  return new SmartError('discovery-unusable', { host: new URL(iss).host, reason, status })
}
