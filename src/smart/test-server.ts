import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { vi } from 'vitest'
import { usualSettings } from '../config/observation-settings.ts'
import type { ServerConfig } from '../config/server-config.ts'

/** Where the app under test lives. */
export const appRoot = new URL('https://app.example/')

/** A configured server, for tests. */
export const exampleServer: ServerConfig = {
  id: 'example',
  name: 'Example Hospital',
  iss: 'https://ehr.example/api/FHIR/R4',
  standalone: {
    clientId: 'app-1',
    scope: {
      v2: 'openid fhirUser launch/patient patient/Patient.rs',
      v1: 'openid fhirUser launch/patient patient/Patient.read',
    },
  },
  ehr: {
    clientId: 'app-1-ehr',
    scope: {
      v2: 'launch openid fhirUser patient/Patient.rs',
      v1: 'launch openid fhirUser patient/Patient.read',
    },
  },
  redirectUri: 'https://app.example/callback/',
  issuer: undefined,
  patientFromFhirUser: false,
  patientSearch: false,
  observations: usualSettings,
  origins: [],
  isReady: true,
}

/** What the example server says of itself. */
export const smartConfiguration = {
  issuer: 'https://ehr.example/oauth2',
  jwks_uri: 'https://ehr.example/oauth2/jwks',
  authorization_endpoint: 'https://ehr.example/oauth2/authorize',
  token_endpoint: 'https://ehr.example/oauth2/token',
  code_challenge_methods_supported: ['S256'],
  capabilities: ['launch-ehr', 'launch-standalone', 'client-public', 'permission-v2'],
}

/** A request as the page sent it. */
export type SentRequest = { readonly url: string; readonly init: RequestInit }

/** The form that a request carries; empty where it carries none. */
export function formOf(request: SentRequest | undefined): URLSearchParams {
  const body = request?.init.body
  return body instanceof URLSearchParams
    ? body
    : new URLSearchParams(typeof body === 'string' ? body : '')
}

type Answer = (request: SentRequest) => Response | Promise<Response>

/**
 * Answers the page's requests by the beginning of their address, and keeps what was sent. An address without an
 * answer fails as an unreachable host does.
 */
export function answerRequests(answers: Readonly<Record<string, Answer>>): SentRequest[] {
  const sent: SentRequest[] = []
  vi.stubGlobal('fetch', (url: string | URL, init: RequestInit = {}) => {
    const request = { url: String(url), init }
    sent.push(request)
    const answer = Object.entries(answers).find(([start]) => request.url.startsWith(start))
    return answer
      ? Promise.resolve(request).then(answer[1])
      : Promise.reject(new TypeError('Failed to fetch'))
  })
  return sent
}

/** A key pair of the example server: signs id_tokens, and stands in its JWKS. */
export async function createSigner(kid: string, alg = 'RS256') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return {
    jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' },
    sign: (claims: Record<string, unknown>, header: Record<string, unknown> = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid, ...header }).sign(privateKey),
  }
}
