import { createHash, createHmac, createPublicKey } from 'node:crypto'

import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import type { JWK } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { authorizeFaults, idTokenFaults, tokenFaults } from './faults.ts'
import type { AuthorizeFault, Faults, IdTokenFault, TokenFault } from './faults.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appOrigin, appRoot, readAnswer, readJson } from './smart-client.ts'
import type { Answer } from './smart-client.ts'
import { clientId } from './tenant.ts'
import { passSeconds } from './test-clock.ts'

let ehr: LocalEhr
let client: SmartClient

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  client = new SmartClient(ehr.origin, 'faulty')
})
afterAll(async () => ehr.close())
afterEach(() => vi.useRealTimers())

/** Switches exactly these faults on at a tenant of its own. */
async function switchOn(faults: Faults): Promise<void> {
  const { status, text } = await client.control('PUT', '', { profile: 'strict-ig', faults })
  expect([status, text]).toEqual([200, expect.stringContaining('"iss"')])
}

describe('discovery faults', () => {
  const discover = async () =>
    readAnswer(
      await fetch(`${client.iss}/.well-known/smart-configuration`, {
        headers: { Origin: appOrigin },
        signal: AbortSignal.timeout(300),
      }),
    )

  it.each([
    ['not-found', ({ status }: Answer) => status === 404],
    ['html', ({ status, text }: Answer) => status === 200 && text.startsWith('<!DOCTYPE')],
    ['without-s256', ({ json }: Answer) => !('code_challenge_methods_supported' in json)],
    [
      'plain-only',
      ({ json }: Answer) => String(json['code_challenge_methods_supported']) === 'plain',
    ],
    ['without-issuer', ({ json }: Answer) => !('issuer' in json) && !('jwks_uri' in json)],
    [
      'without-cors',
      ({ status, headers }: Answer) =>
        status === 200 && headers.get('Access-Control-Allow-Origin') === null,
    ],
  ] as const)('%s', async (discovery, isSeen) => {
    await switchOn({})
    expect(isSeen(await discover())).toBe(false)
    await switchOn({ discovery })
    expect(isSeen(await discover())).toBe(true)
  })

  it('hang', async () => {
    await switchOn({ discovery: 'hang' })
    await expect(discover()).rejects.toThrow(/timeout/)
  })
})

describe('authorize faults', () => {
  const seen: Record<AuthorizeFault, (query: URLSearchParams | undefined) => boolean> = {
    'wrong-state': (query) => query?.get('state') === 'a-state-nobody-sent',
    'without-state': (query) => query !== undefined && !query.has('state'),
    'access-denied': (query) => query?.get('error') === 'access_denied' && !query.has('code'),
    'error-page': (query) => query === undefined,
    'wrong-iss': (query) => query?.get('iss') === 'https://other.example/oauth2',
    'hostile-code': (query) => /[+/=&%].* /.test(query?.get('code') ?? ''),
    'hostile-description': (query) =>
      query?.get('error') === 'server_error' &&
      /<script>.*\u202E/s.test(query.get('error_description') ?? ''),
    'without-code': (query) =>
      query?.has('state') === true && !query.has('code') && !query.has('error'),
  }

  it.each(Object.keys(authorizeFaults) as AuthorizeFault[])('%s', async (authorize) => {
    await switchOn({})
    expect(seen[authorize]((await client.launch()).location?.searchParams)).toBe(false)
    await switchOn({ authorize })
    expect(seen[authorize]((await client.launch()).location?.searchParams)).toBe(true)
  })

  it('TOK-01 a hostile code is taken when it arrives byte by byte as it was sent', async () => {
    await switchOn({ authorize: 'hostile-code' })
    const authorization = await client.launch()
    const code = authorization.location?.searchParams.get('code') ?? ''
    expect(code.length).toBeGreaterThan(2000)
    const spoiled = await client.exchange(authorization, { code: code.replaceAll('+', ' ') })
    expect(spoiled.json['error']).toBe('invalid_grant')
    expect((await client.exchange(authorization)).json).toHaveProperty('access_token')
    expect((await client.exchange(authorization)).json['error']).toBe('invalid_grant')
  })
})

describe('token faults', () => {
  const seen: Record<TokenFault, (answer: Answer) => boolean> = {
    'invalid-grant': ({ status, json }) =>
      status === 400 && json['error'] === 'invalid_grant' && json['error_description'] === null,
    'expires-in-text': ({ json }) => json['expires_in'] === '3600',
    'expires-in-missing': ({ json }) => 'access_token' in json && !('expires_in' in json),
    'scope-empty': ({ json }) => json['scope'] === '',
    'scope-missing': ({ json }) => 'access_token' in json && !('scope' in json),
    'type-lower-case': ({ json }) => json['token_type'] === 'bearer',
    'type-dpop': ({ json }) => json['token_type'] === 'DPoP',
    'type-missing': ({ json }) => 'access_token' in json && !('token_type' in json),
    'patient-missing': ({ json }) => 'access_token' in json && !('patient' in json),
    'banner-text': ({ json }) => json['need_patient_banner'] === 'false',
    'unknown-members': ({ json }) =>
      Object.hasOwn(json, '__proto__') && Object.hasOwn(json, 'access_token'),
    'html-500': ({ status, headers, text }) =>
      status === 500 &&
      headers.get('Content-Type') === 'text/html; charset=utf-8' &&
      text.includes('Internal Server Error'),
    'without-cors': ({ status, headers }) =>
      status === 200 && !headers.has('Access-Control-Allow-Origin'),
    'too-many': ({ status, headers }) => status === 429 && headers.get('Retry-After') === '1',
  }

  it.each(Object.keys(tokenFaults) as TokenFault[])('%s', async (fault) => {
    await switchOn({})
    const healthy = await client.exchange(await client.launch())
    expect(seen[fault](healthy)).toBe(false)
    expect(healthy.headers.get('Access-Control-Allow-Origin')).toBe(appOrigin)
    await switchOn({ token: [fault] })
    expect(seen[fault](await client.exchange(await client.launch()))).toBe(true)
  })

  it('two at once', async () => {
    await switchOn({ token: ['expires-in-text', 'patient-missing'] })
    const { json } = await client.exchange(await client.launch())
    expect([json['expires_in'], 'patient' in json]).toEqual(['3600', false])
  })

  it('F-T4 grantOnly grants a subset, and enforces it', async () => {
    await switchOn({ grantOnly: ['patient/Patient.r'] })
    const { json } = await client.exchange(await client.launch())
    expect(json['scope']).toBe('openid fhirUser launch offline_access patient/Patient.r')
    const token = String(json['access_token'])
    expect((await client.fhir('Observation?patient=gen-dana-demo', token)).status).toBe(403)
  })

  it('F-R21 tokenSeconds makes tokens that run out', async () => {
    await switchOn({ tokenSeconds: 1 })
    const { json } = await client.exchange(await client.launch())
    expect(json['expires_in']).toBe(1)
    const token = String(json['access_token'])
    expect((await client.fhir('Patient/gen-dana-demo', token)).status).toBe(200)
    passSeconds(2)
    expect((await client.fhir('Patient/gen-dana-demo', token)).status).toBe(401)
  })
})

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

  it('F-I13 the key set has no CORS header', async () => {
    const read = async () =>
      fetch(`${ehr.origin}/faulty/oauth2/jwks`, { headers: { Origin: appOrigin } })
    await switchOn({})
    expect((await read()).headers.get('Access-Control-Allow-Origin')).toBe(appOrigin)
    await switchOn({ jwks: 'without-cors' })
    expect((await read()).headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

it('rotateKeys replaces the key; what is signed in stays signed in', async () => {
  await switchOn({})
  const authorization = await client.launch()
  const { json } = await client.exchange(authorization)
  const before = decodeProtectedHeader(String(json['id_token'])).kid
  await client.control('PUT', '', { rotateKeys: true })
  const refreshed = await client.token(authorization, {
    grant_type: 'refresh_token',
    refresh_token: String(json['refresh_token']),
  })
  const after = decodeProtectedHeader(String(refreshed.json['id_token'])).kid
  const { keys } = await readJson(`${ehr.origin}/faulty/oauth2/jwks`)
  expect(after).not.toBe(before)
  expect((keys as JWK[]).map(({ kid }) => kid)).toEqual([after])
  expect((await client.fhir('Patient/gen-dana-demo', String(json['access_token']))).status).toBe(
    200,
  )
})

it('AUTHZ-03 checks the verifier against the challenge by SHA-256', async () => {
  await switchOn({})
  const launch = await client.prepareLaunch()
  const verifier = 'v'.repeat(43)
  const authorization = await client.authorize({
    launch,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  })
  expect((await client.exchange(authorization)).json['error']).toBe('invalid_grant')
  const good = await client.exchange(authorization, { code_verifier: verifier })
  expect(good.json).toHaveProperty('access_token')
})
