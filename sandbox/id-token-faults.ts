import { createPublicKey } from 'node:crypto'

import { SignJWT, base64url, decodeJwt, importJWK } from 'jose'
import type { JWTPayload } from 'jose'

import type { IdTokenFault } from './faults.ts'
import { toPublicJwk } from './signing-keys.ts'
import type { SigningKey } from './signing-keys.ts'
import type { Tenant } from './tenant.ts'

const now = () => Math.floor(Date.now() / 1000)
const encode = (json: object) => base64url.encode(JSON.stringify(json))

/** Claims changed and signed again with the right key. */
const claimFaults: Partial<
  Record<IdTokenFault, (claims: JWTPayload, tenant: Tenant) => JWTPayload>
> = {
  'wrong-iss': (claims) => ({ ...claims, iss: 'https://other.example/oauth2' }),
  'iss-slash': (claims) => ({ ...claims, iss: `${claims.iss ?? ''}/` }),
  'wrong-aud': (claims) => ({ ...claims, aud: 'another-client' }),
  'aud-without-azp': (claims) => ({ ...claims, aud: [String(claims.aud), 'another-client'] }),
  expired: (claims) => ({ ...claims, iat: now() - 7200, exp: now() - 3600 }),
  'future-iat': (claims) => ({ ...claims, iat: now() + 600, exp: now() + 900 }),
  'wrong-nonce': (claims) => ({ ...claims, nonce: 'another-nonce' }),
  'nonce-missing': ({ nonce: _nonce, ...claims }) => claims,
  'user-relative': (claims) => ({ ...claims, fhirUser: 'Practitioner/dr-grey' }),
  'user-foreign': (claims, { id, foreignOrigin }) => ({
    ...claims,
    fhirUser: `${foreignOrigin}/${id}/api/FHIR/R4/Practitioner/dr-grey`,
  }),
  'user-related': (claims, { fhirRoot }) => ({
    ...claims,
    fhirUser: `${fhirRoot}/RelatedPerson/parent-of-infant`,
  }),
  'user-odd': (claims, { fhirRoot }) => ({ ...claims, fhirUser: `${fhirRoot}/Device/pump-1` }),
  // The marks at the end come out as - and _ of base64url, whatever stands before them.
  'non-ascii': (claims) => ({
    ...claims,
    name: 'Zoë Łukasz-Ångström 李 \u{1FA7A}',
    marks: `${'>'.repeat(5)}${'?'.repeat(5)}`,
  }),
}

/** Tokens that are made anew: other algorithm, other key, or no token at all. */
const forgeries: Partial<
  Record<
    IdTokenFault,
    (claims: JWTPayload, key: SigningKey, tenant: Tenant) => Promise<string | undefined>
  >
> = {
  missing: async () => undefined,
  garbage: async () => 'not.a.token',
  'alg-none': async (claims) => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`,
  hs256: async (claims, key) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: key.kid, typ: 'JWT' })
      .sign(toPublicPem(key)),
  'unknown-kid': async (claims, _key, tenant) => sign(claims, await tenant.spareKey()),
  'bad-signature': async (claims, { kid }, tenant) =>
    sign(claims, { ...(await tenant.spareKey()), kid }),
  'header-jwk': async (claims, _key, tenant) => {
    const own = await tenant.spareKey()
    return sign(claims, own, { jwk: toPublicJwk(own) })
  },
  'header-jku': async (claims, _key, tenant) =>
    sign(claims, await tenant.spareKey(), { jku: `${tenant.oauthBase}/forged-keys` }),
  'rotated-key': async (claims, _key, tenant) => sign(claims, await tenant.spareKey()),
  'without-kid': async (claims, key) => sign(claims, key, { kid: undefined }),
}

/** Spoils an id_token as `fault` says; undefined when the fault is that there is none. */
export async function spoilIdToken(
  idToken: string,
  fault: IdTokenFault,
  tenant: Tenant,
): Promise<string | undefined> {
  const claims = decodeJwt(idToken)
  const changed = claimFaults[fault]?.(claims, tenant)
  if (changed !== undefined) return sign(changed, tenant.key)
  const forge = forgeries[fault]
  return forge === undefined ? idToken : forge(claims, tenant.key, tenant)
}

/** An id_token with other claims in place of some of its own, signed rightly. */
export async function changeIdToken(
  idToken: string,
  claims: JWTPayload,
  key: SigningKey,
): Promise<string> {
  return sign({ ...decodeJwt(idToken), ...claims }, key)
}

/** The public key as bytes that a careless verifier takes for an HMAC secret. */
function toPublicPem(key: SigningKey): Uint8Array {
  const publicKey = createPublicKey({ key: toPublicJwk(key), format: 'jwk' })
  return new TextEncoder().encode(String(publicKey.export({ type: 'spki', format: 'pem' })))
}

async function sign(claims: JWTPayload, key: SigningKey, header: object = {}): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT', ...header })
    .sign(await importJWK(key, key.alg))
}
