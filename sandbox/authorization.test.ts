import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appOrigin, appRoot } from './smart-client.ts'
import type { Authorization } from './smart-client.ts'
import { clientId } from './tenant.ts'
import { passSeconds } from './test-clock.ts'

let ehr: LocalEhr
let strict: SmartClient
let epic: SmartClient

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  strict = new SmartClient(ehr.origin, 'strict-ig')
  epic = new SmartClient(ehr.origin, 'epic-ehr')
})
afterAll(async () => ehr.close())
afterEach(() => vi.useRealTimers())

const errorOf = ({ location }: Authorization) => location?.searchParams.get('error')

describe('an EHR launch at strict-ig', () => {
  it('LAUNCH-02 gives a code without sign-in and without a cookie', async () => {
    const { location, response } = await strict.launch()
    expect(response.status).toBe(303)
    expect(`${location?.origin ?? ''}${location?.pathname ?? ''}`).toBe(
      `${appRoot}callback/strict-ig/`,
    )
    expect(location?.searchParams.get('code')).toMatch(/^[\w-]{20,}$/)
    expect(location?.searchParams.get('state')).toBe('the-state')
  })

  it('MIX-02 names its issuer in the response and promises to', async () => {
    const { location, configuration } = await strict.launch()
    expect(location?.searchParams.get('iss')).toBe(`${ehr.origin}/strict-ig/oauth2`)
    expect(configuration['authorization_response_iss_parameter_supported']).toBe(true)
  })

  it('TOK-10 answers the exchange with the context and forbids storing it', async () => {
    const launch = await strict.prepareLaunch('gen-dana-demo', { encounter: 'visit-1' })
    const { status, json, headers } = await strict.exchange(await strict.authorize({ launch }))
    expect(status).toBe(200)
    expect(json).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'openid fhirUser launch offline_access patient/Patient.r patient/Observation.rs',
      patient: 'gen-dana-demo',
      encounter: 'visit-1',
      need_patient_banner: true,
    })
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Pragma')).toBe('no-cache')
    expect(headers.get('Access-Control-Allow-Origin')).toBe(appOrigin)
  })

  it('IDT-06 signs an id_token with the nonce and an absolute fhirUser', async () => {
    const authorization = await strict.launch()
    const { json } = await strict.exchange(authorization)
    const keys = createRemoteJWKSet(new URL(String(authorization.configuration['jwks_uri'])))
    const { payload, protectedHeader } = await jwtVerify(String(json['id_token']), keys, {
      issuer: `${ehr.origin}/strict-ig/oauth2`,
      audience: clientId,
    })
    expect(protectedHeader.alg).toBe('RS256')
    expect(payload['nonce']).toBe('the-nonce')
    expect(payload['fhirUser']).toBe(`${strict.iss}/Practitioner/dr-grey`)
  })

  it('gives every launch its own patient', async () => {
    const first = await strict.exchange(await strict.launch({}, 'gen-dana-demo'))
    const second = await strict.exchange(await strict.launch({}, 'infant'))
    expect([first.json['patient'], second.json['patient']]).toEqual(['gen-dana-demo', 'infant'])
  })
})

describe('what an authorization is refused for', () => {
  const change: [string, (query: URLSearchParams) => void, string][] = [
    [
      'PKCE is missing',
      (query) => {
        query.delete('code_challenge')
        query.delete('code_challenge_method')
      },
      'invalid_request',
    ],
    ['PKCE is plain', (query) => query.set('code_challenge_method', 'plain'), 'invalid_request'],
    ['aud is missing', (query) => query.delete('aud'), 'invalid_request'],
    ['aud comes twice', (query) => query.append('aud', strict.iss), 'invalid_request'],
    [
      'aud is another server',
      (query) => query.set('aud', 'https://other.example'),
      'invalid_request',
    ],
    ['the launch is unknown', (query) => query.set('launch', 'unknown'), 'invalid_request'],
    ['the launch scope is missing', (query) => query.set('scope', 'openid'), 'invalid_scope'],
    [
      'no scope is known',
      (query) => {
        query.set('scope', 'launch/everything system/*.rs')
        query.delete('nonce')
      },
      'invalid_scope',
    ],
  ]

  it.each(change)('AUTHZ-01 %s', async (_case, spoil, error) => {
    const launch = await strict.prepareLaunch()
    expect(errorOf(await strict.authorize({ launch }, spoil))).toBe(error)
  })

  it('AUTHZ-07 aud differs by a slash', async () => {
    const authorization = await strict.launch({ aud: `${strict.iss}/` })
    expect(errorOf(authorization)).toBe('invalid_request')
  })

  it.each([
    'http://localhost:5180/callback',
    'http://localhost:5180/callback/epic-ehr/',
    'http://localhost:5180/callback/strict-ig/?x=1',
    'http://127.0.0.1:5180/callback/strict-ig/',
    'https://other.example/callback/strict-ig/',
  ])('AUTHZ-06 redirect_uri %s is not registered: no redirect', async (redirectUri) => {
    const { response, location } = await strict.launch({ redirect_uri: redirectUri })
    expect(response.status).toBe(400)
    expect(location).toBeUndefined()
  })

  it('an unknown client: no redirect', async () => {
    const { response, location } = await strict.launch({ client_id: 'nobody' })
    expect(response.status).toBe(400)
    expect(location).toBeUndefined()
  })

  it('LAUNCH-02 a launch used before', async () => {
    const launch = await strict.prepareLaunch()
    expect(errorOf(await strict.authorize({ launch }))).toBeNull()
    expect(errorOf(await strict.authorize({ launch }))).toBe('invalid_request')
  })

  it('a launch older than five minutes', async () => {
    const launch = await strict.prepareLaunch()
    passSeconds(301)
    expect(errorOf(await strict.authorize({ launch }))).toBe('invalid_request')
  })

  it('a launch of another tenant', async () => {
    const launch = await epic.prepareLaunch()
    expect(errorOf(await strict.authorize({ launch }))).toBe('invalid_request')
  })
})
