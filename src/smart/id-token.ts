import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
} from 'jose'
import { toBaseUrl } from '../fhir/base-url.ts'
import { toText } from '../fhir/json.ts'
import type { Subject } from './connection.ts'
import type { Identity } from './session.ts'
import { readDocument } from './sign-in-document.ts'
import { signingAlgorithms } from './signing-algorithms.ts'
import { SmartError } from './smart-error.ts'
import { askStrictly, signInTimeoutMs } from './strict-fetch.ts'

/** What an id_token must agree with: the transaction it answers. */
export type ExpectedIdentity = {
  /** The OpenID issuer of the server's metadata; undefined when it names none. */
  readonly issuer: string | undefined
  readonly clientId: string
  /**
   * As sent with the request; undefined for a token that came with a refresh. That one answers no request, and its
   * times are not looked at again: what counts is that it is about the same person (OpenID Connect Core §12.2).
   */
  readonly nonce: string | undefined
  /** Who an earlier id_token of this session named; a later one must not differ (IDT-09). */
  readonly subject?: string | undefined
  /** The FHIR base, against which a relative `fhirUser` is read (IDT-10). */
  readonly iss: string
}

/** What an id_token that passed says, and whom it is about at its issuer. */
export type CheckedIdToken = { readonly identity: Identity; readonly subject: Subject }

/** The server's keys; undefined when a browser app can't read them, as where CORS is missing (IDT-08). */
export type ServerKeys = JSONWebKeySet | undefined

const skewSeconds = 120
const maxAgeSeconds = 600

/**
 * Reads the keys at `jwks_uri` of the checked metadata, the only place keys come from (IDT-07). Never rejects.
 */
export async function fetchKeys(jwksUri: string | undefined): Promise<ServerKeys> {
  if (jwksUri === undefined) return undefined
  try {
    const { ok, text } = await askStrictly(
      jwksUri,
      { headers: { accept: 'application/json' } },
      signInTimeoutMs,
    )
    const keySet = ok ? readDocument(text) : undefined
    return Array.isArray(keySet?.['keys']) ? (keySet as unknown as JSONWebKeySet) : undefined
  } catch {
    return undefined
  }
}

/**
 * Verifies an id_token once, at receipt (OpenID Connect Core §3.1.3.7; IDT-02 to IDT-07, IDT-09).
 *
 * `refetchKeys` is asked once when the token names a key that `keys` doesn't hold, as after a key rotation.
 *
 * @throws {SmartError} `identity-invalid`: nothing may be shown then (IDT-01)
 */
export async function verifyIdToken(
  idToken: string,
  expected: ExpectedIdentity,
  keys: ServerKeys,
  refetchKeys: () => Promise<ServerKeys>,
): Promise<CheckedIdToken> {
  try {
    if (keys === undefined) {
      checkAlgorithm(idToken)
      const subject = checkClaims(decodeJwt(idToken), expected)
      return { identity: { kind: 'unverified' }, subject }
    }
    const payload = await verifySignature(idToken, keys).catch(async (error: unknown) => {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      const fresh = await refetchKeys()
      if (fresh === undefined) throw error
      return verifySignature(idToken, fresh)
    })
    const subject = checkClaims(payload, expected)
    const fhirUser = readFhirUser(payload['fhirUser'], expected.iss)
    return { identity: { kind: 'verified', fhirUser }, subject }
  } catch (cause) {
    if (cause instanceof SmartError) throw cause
    throw invalid(cause instanceof errors.JOSEError ? cause.code : 'unreadable', cause)
  }
}

async function verifySignature(idToken: string, keys: JSONWebKeySet): Promise<JWTPayload> {
  const { payload } = await jwtVerify(idToken, createLocalJWKSet(keys), {
    algorithms: [...signingAlgorithms],
    // Times are looked at with the other claims, whether or not the signature could be verified.
    clockTolerance: Number.MAX_SAFE_INTEGER,
  })
  return payload
}

function checkAlgorithm(idToken: string): void {
  const { alg } = decodeProtectedHeader(idToken)
  if (alg === undefined || !signingAlgorithms.includes(alg)) throw invalid('algorithm')
}

function checkClaims(claims: JWTPayload, expected: ExpectedIdentity): Subject {
  const { aud } = claims
  const audiences = Array.isArray(aud) ? aud : [aud]
  if (expected.issuer === undefined || claims.iss !== expected.issuer) throw invalid('issuer')
  if (!audiences.includes(expected.clientId)) throw invalid('audience')
  if ((audiences.length > 1 || claims['azp'] !== undefined) && claims['azp'] !== expected.clientId)
    throw invalid('authorized party')
  if (expected.nonce !== undefined) {
    checkTimes(claims)
    if (claims['nonce'] !== expected.nonce) throw invalid('nonce')
  }
  const sub = toText(claims.sub)
  if (sub === undefined || (expected.subject !== undefined && sub !== expected.subject))
    throw invalid('subject')
  return { issuer: expected.issuer, sub }
}

function checkTimes({ exp, iat }: JWTPayload): void {
  const now = Date.now() / 1000
  if (typeof exp !== 'number' || exp + skewSeconds <= now) throw invalid('expired')
  if (typeof iat !== 'number' || iat - skewSeconds > now || iat + maxAgeSeconds + skewSeconds < now)
    throw invalid('issued at')
}

const userTypes =
  /\/(?:Patient|Practitioner|PractitionerRole|RelatedPerson|Person)\/[A-Za-z0-9\-.]{1,64}$/

/** Absolute, or relative to the FHIR base; of another kind it is left out (IDT-10). */
function readFhirUser(json: unknown, iss: string): string | undefined {
  const text = toText(json)
  const base = toBaseUrl(iss)
  if (text === undefined || !URL.canParse(text, base)) return undefined
  const { href } = new URL(text, base)
  return userTypes.test(href) ? href : undefined
}

function invalid(reason: string, cause?: unknown): SmartError {
  return new SmartError('identity-invalid', { reason }, { cause })
}
