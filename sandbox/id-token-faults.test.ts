import { createHmac, createPublicKey } from 'node:crypto'

import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import type { JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Faults, IdTokenFault } from './faults.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { idTokenFaults } from './sign-in-fault-tables.ts'
import { SmartClient, appOrigin, appRoot, readJson } from './smart-client.ts'
import { switchFaults } from './switch-faults.ts'
import { clientId } from './tenant.ts'

let ehr: LocalEhr
let client: SmartClient

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  client = new SmartClient(ehr.origin, 'faulty')
})
afterAll(async () => ehr.close())

const switchOn = (faults: Faults) => switchFaults(client, faults)

describe('id_token faults', () => {
  /** Verifies as a careful client does; gives what it finds wrong, or "good". */
  async function verify(idToken: unknown): Promise<string> {
    const issuer = `${ehr.origin}/faulty/oauth2`
    if (typeof idToken !== 'string') return 'missing'
    try {
      const { payload } = await jwtVerify(idToken, createRemoteJWKSet(new URL(`${issuer}/jwks`)), {
        issuer,
        audience: clientId,
        algorithms: ['RS256'],
        requiredClaims: ['nonce', 'iat', 'exp'],
      })
      if (payload['nonce'] !== 'the-nonce') return 'other nonce'
      if (Array.isArray(payload.aud) && payload['azp'] === undefined) return 'no azp'
      return (payload.iat ?? 0) > Date.now() / 1000 + 120 ? 'from the future' : 'good'
    } catch (error) {
      const { code, claim } = error as { code?: string; claim?: string }
      return [code, claim].filter((part) => part !== undefined).join(' ')
    }
  }

  const found: Record<IdTokenFault, string> = {
    'alg-none': 'ERR_JOSE_ALG_NOT_ALLOWED',
    hs256: 'ERR_JOSE_ALG_NOT_ALLOWED',
    'wrong-iss': 'ERR_JWT_CLAIM_VALIDATION_FAILED iss',
    'iss-slash': 'ERR_JWT_CLAIM_VALIDATION_FAILED iss',
    'wrong-aud': 'ERR_JWT_CLAIM_VALIDATION_FAILED aud',
    'aud-without-azp': 'no azp',
    expired: 'ERR_JWT_EXPIRED exp',
    'future-iat': 'from the future',
    'wrong-nonce': 'other nonce',
    'nonce-missing': 'ERR_JWT_CLAIM_VALIDATION_FAILED nonce',
    'unknown-kid': 'ERR_JWKS_NO_MATCHING_KEY',
    'bad-signature': 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    // One key set asked for once holds the key from the second fetch on: jose asks again after a while only.
    'rotated-key': 'ERR_JWKS_NO_MATCHING_KEY',
    'without-kid': 'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
    'header-jku': 'ERR_JWKS_NO_MATCHING_KEY',
    'user-relative': 'good',
    'user-foreign': 'good',
    'user-related': 'good',
    'user-odd': 'good',
    'non-ascii': 'good',
    'header-jwk': 'ERR_JWKS_NO_MATCHING_KEY',
    garbage: 'ERR_JWS_INVALID',
    missing: 'missing',
  }

  it.each(Object.keys(idTokenFaults) as IdTokenFault[])('IDT-01 %s', async (idToken) => {
    await switchOn({ idToken })
    const { json } = await client.exchange(await client.launch())
    expect(await verify(json['id_token'])).toBe(found[idToken])
    expect(json).toHaveProperty('access_token')
  })

  it('passes a good id_token when no fault is on', async () => {
    await switchOn({})
    const { json } = await client.exchange(await client.launch())
    expect(await verify(json['id_token'])).toBe('good')
  })

  it('F-I2 the HMAC is the one a verifier finds that takes the public key for a secret', async () => {
    await switchOn({ idToken: 'hs256' })
    const { json } = await client.exchange(await client.launch())
    const [header = '', payload = '', signature] = String(json['id_token']).split('.')
    const { keys } = await readJson(`${ehr.origin}/faulty/oauth2/jwks`)
    const publicKey = createPublicKey({ key: (keys as JWK[])[0] as never, format: 'jwk' })
    const pem = publicKey.export({ type: 'spki', format: 'pem' })
    const hmac = createHmac('sha256', pem).update(`${header}.${payload}`).digest('base64url')
    expect(signature).toBe(hmac)
  })

  it('IDT-07 F-I8 the key of rotated-key is published from the second fetch on', async () => {
    await switchOn({ idToken: 'rotated-key' })
    const { json } = await client.exchange(await client.launch())
    const { kid } = decodeProtectedHeader(String(json['id_token']))
    const kids = async () => {
      const { keys } = await readJson(`${ehr.origin}/faulty/oauth2/jwks`)
      return (keys as JWK[]).map((key) => key.kid)
    }
    expect(await kids()).not.toContain(kid)
    expect(await kids()).toContain(kid)
    expect(await verify(json['id_token'])).toBe('good')
  })

  it('IDT-07 F-I9 the address in the header holds the key that signed', async () => {
    await switchOn({ idToken: 'header-jku' })
    const { json } = await client.exchange(await client.launch())
    const { jku } = decodeProtectedHeader(String(json['id_token']))
    const keys = createRemoteJWKSet(new URL(jku ?? 'missing'))
    expect((await jwtVerify(String(json['id_token']), keys)).payload.sub).toBe('dr-grey')
  })

  it.each([
    ['user-relative', 'Practitioner/dr-grey'],
    ['user-foreign', expect.stringMatching(/^http:\/\/127\.0\.0\.1:.*\/Practitioner\/dr-grey$/)],
    ['user-related', expect.stringMatching(/\/R4\/RelatedPerson\/parent-of-infant$/)],
    ['user-odd', expect.stringMatching(/\/R4\/Device\/pump-1$/)],
  ] as const)('IDT-10 F-I10 %s', async (idToken, fhirUser) => {
    await switchOn({ idToken })
    const { json } = await client.exchange(await client.launch())
    expect(decodeJwt(String(json['id_token']))['fhirUser']).toEqual(fhirUser)
  })

  it('F-I11 non-ascii holds - and _ in its text, and a name that is no Latin-1', async () => {
    await switchOn({ idToken: 'non-ascii' })
    const { json } = await client.exchange(await client.launch())
    const [, payload = ''] = String(json['id_token']).split('.')
    expect(payload).toMatch(/-.*_|_.*-/)
    expect(decodeJwt(String(json['id_token']))['name']).toMatch(/^Zoë .* 李/)
  })

  it('F-I13 the key set has no CORS header', async () => {
    const read = async () =>
      fetch(`${ehr.origin}/faulty/oauth2/jwks`, { headers: { Origin: appOrigin } })
    await switchOn({})
    expect((await read()).headers.get('Access-Control-Allow-Origin')).toBe(appOrigin)
    await switchOn({ jwks: 'without-cors' })
    expect((await read()).headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})
