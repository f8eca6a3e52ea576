import { decodeJwt } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Faults, TokenFault } from './faults.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { tokenFaults } from './sign-in-fault-tables.ts'
import { SmartClient, appOrigin, appRoot } from './smart-client.ts'
import type { Answer, Json } from './smart-client.ts'
import { switchFaults } from './switch-faults.ts'
import { passSeconds } from './test-clock.ts'

let ehr: LocalEhr
let client: SmartClient

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  client = new SmartClient(ehr.origin, 'faulty')
})
afterAll(async () => ehr.close())
afterEach(() => vi.useRealTimers())

const switchOn = (faults: Faults) => switchFaults(client, faults)

describe('token faults', () => {
  const contextOf = (json: Json) => JSON.stringify(json['fhirContext'] ?? '')
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
    'type-upper-case': ({ json }) => json['token_type'] === 'BEARER',
    'context-texts': ({ json }) => contextOf(json) === '["Encounter/visit-1","List/allergies-1"]',
    'context-objects': ({ json }) => /"role":"launch".*"canonical":/.test(contextOf(json)),
    'banner-missing': ({ json }) => !('need_patient_banner' in json),
    'context-result': ({ json }) => /"Observation\/.*"role":"launch"/.test(contextOf(json)),
    'context-odd': ({ json }) => contextOf(json).startsWith('[null,7,[]'),
    'jwt-token': ({ json }) =>
      /^eyJ[\w-]+\.[\w-]{600,}\.[\w-]+$/.test(String(json['access_token'])),
    'other-verifier': ({ status, json }) => status === 400 && json['error'] === 'invalid_grant',
    'other-redirect': ({ status, json }) => status === 400 && json['error'] === 'invalid_grant',
    'html-502': ({ status, text }) => status === 502 && text.includes('Bad Gateway'),
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

  it('TOK-05 F-T16 a JWT of 1 kB opens the FHIR server as an opaque token does', async () => {
    await switchOn({ token: ['jwt-token'] })
    const token = await client.signIn()
    expect(token.length).toBeGreaterThan(900)
    expect((await client.fhir('Patient/gen-dana-demo', token)).status).toBe(200)
    expect((await client.fhir('Patient/gen-dana-demo', `${token}x`)).status).toBe(401)
  })

  it('F-T17 tokenDelayMs answers late, with everything in it', async () => {
    await switchOn({ tokenDelayMs: 300 })
    const authorization = await client.launch()
    const start = performance.now()
    const { json } = await client.exchange(authorization)
    expect(performance.now() - start).toBeGreaterThanOrEqual(295)
    expect(json).toHaveProperty('access_token')
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

describe('refresh faults', () => {
  /** Signs in and gives a function that refreshes, by default with the first refresh token. */
  async function signIn() {
    const authorization = await client.launch()
    const { json } = await client.exchange(authorization)
    const first = String(json['refresh_token'])
    const refresh = async (token = first) =>
      client.token(authorization, { grant_type: 'refresh_token', refresh_token: token })
    return { json, first, refresh }
  }

  it('REF-04 F-T15a rotated brings a new refresh token where none would come', async () => {
    await client.control('PUT', '', { profile: 'oracle-provider' })
    const oracle = new SmartClient(ehr.origin, 'faulty', '/')
    const authorization = await oracle.launch()
    const { json } = await oracle.exchange(authorization)
    const refresh = async (token: unknown) =>
      (
        await oracle.token(authorization, {
          grant_type: 'refresh_token',
          refresh_token: String(token),
        })
      ).json
    expect(await refresh(json['refresh_token'])).not.toHaveProperty('refresh_token')
    await oracle.control('PUT', '', { faults: { refresh: ['rotated'] } })
    const rotated = (await refresh(json['refresh_token']))['refresh_token']
    expect(rotated).toMatch(/./)
    expect((await refresh(json['refresh_token']))['error']).toBe('invalid_grant')
  })

  it('REF-04 F-T15b not-rotated brings none, and the first stays good', async () => {
    await switchOn({ refresh: ['not-rotated'] })
    const { refresh } = await signIn()
    for (const turn of [1, 2]) {
      const { status, json } = await refresh()
      expect([turn, status]).toEqual([turn, 200])
      expect(json).not.toHaveProperty('refresh_token')
    }
  })

  it('REF-04 F-T15c reused ends the whole family', async () => {
    await switchOn({})
    const { json, refresh } = await signIn()
    await switchOn({ refresh: ['reused'] })
    expect((await refresh()).json['error']).toBe('invalid_grant')
    const read = await client.fhir('Patient/gen-dana-demo', String(json['access_token']))
    expect(read.status).toBe(401)
    await switchOn({})
    expect((await refresh()).json['error']).toBe('invalid_grant')
  })

  it('CTX-10 F-T15d other-patient names another patient in a refresh alone', async () => {
    await switchOn({ refresh: ['other-patient'] })
    const { json, refresh } = await signIn()
    expect(json['patient']).toBe('gen-dana-demo')
    expect((await refresh()).json['patient']).toBe('infant')
  })

  it('REF-06 F-T15e drop loses the request: the same token is good afterwards', async () => {
    await switchOn({ refresh: ['drop'] })
    const { refresh } = await signIn()
    await expect(refresh()).rejects.toThrow('fetch failed')
    await switchOn({})
    expect((await refresh()).json).toHaveProperty('access_token')
  })

  it('REF-06 F-T15e drop-after loses the answer: the same token is used up', async () => {
    await switchOn({ refresh: ['drop-after'] })
    const { refresh } = await signIn()
    await expect(refresh()).rejects.toThrow('fetch failed')
    await switchOn({})
    expect((await refresh()).json['error']).toBe('invalid_grant')
  })

  it('IDT-09 F-T15f other-sub signs an id_token for another person, in a refresh alone', async () => {
    await switchOn({ refresh: ['other-sub'] })
    const { json, refresh } = await signIn()
    const subOf = (idToken: unknown) => decodeJwt(String(idToken)).sub
    expect(subOf(json['id_token'])).toBe('dr-grey')
    expect(subOf((await refresh()).json['id_token'])).toBe('somebody-else')
  })
})
