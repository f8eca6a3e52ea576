import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { resourceServer } from './clients.ts'
import { categorySystem } from './epic-registration.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appOrigin, appRoot, readAnswer } from './smart-client.ts'
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

const categoryScope = (code: string) => `patient/Observation.rs?category=${categorySystem}|${code}`

describe('the token endpoint', () => {
  it.each([
    ['a wrong verifier', { code_verifier: 'x'.repeat(60) }],
    ['no such code', { code: 'made-up' }],
    ['another redirect_uri', { redirect_uri: `${appRoot}callback/` }],
  ])('answers invalid_grant to %s', async (_case, form) => {
    const { status, json } = await strict.exchange(await strict.launch(), form)
    expect(status).toBe(400)
    expect(json['error']).toBe('invalid_grant')
  })

  it('CB-07 takes a code once, and a second use ends what the first one got', async () => {
    const authorization = await strict.launch()
    const { json } = await strict.exchange(authorization)
    const token = String(json['access_token'])
    expect((await strict.fhir('Patient/gen-dana-demo', token)).status).toBe(200)
    expect((await strict.exchange(authorization)).json['error']).toBe('invalid_grant')
    expect((await strict.fhir('Patient/gen-dana-demo', token)).status).toBe(401)
  })

  it('refuses a code older than a minute', async () => {
    const authorization = await strict.launch()
    passSeconds(61)
    expect((await strict.exchange(authorization)).json['error']).toBe('invalid_grant')
  })

  it('refuses a foreign origin and gives it no CORS header', async () => {
    const answer = await strict.exchange(await strict.launch(), {}, 'https://evil.example')
    expect(answer.status).toBe(400)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('REF-04 rotates refresh tokens; reuse ends the whole family', async () => {
    const authorization = await strict.launch()
    const first = (await strict.exchange(authorization)).json
    const refresh = (token: unknown) =>
      strict.token(authorization, { grant_type: 'refresh_token', refresh_token: String(token) })

    const second = await refresh(first['refresh_token'])
    expect(second.status).toBe(200)
    expect(second.json['refresh_token']).not.toBe(first['refresh_token'])
    expect(second.json['patient']).toBe('gen-dana-demo')
    const token = String(second.json['access_token'])
    expect((await strict.fhir('Patient/gen-dana-demo', token)).status).toBe(200)

    expect((await refresh(first['refresh_token'])).json['error']).toBe('invalid_grant')
    expect((await refresh(second.json['refresh_token'])).json['error']).toBe('invalid_grant')
    expect((await strict.fhir('Patient/gen-dana-demo', token)).status).toBe(401)
  })

  it('REF-01 gives no refresh token that was not asked for', async () => {
    const scope = 'openid fhirUser launch patient/Patient.r'
    const { json } = await strict.exchange(await strict.launch({ scope }))
    expect(json).not.toHaveProperty('refresh_token')
    expect(json['scope']).toBe(scope)
  })
})

describe('scopes', () => {
  it.each([
    ['patient/Patient.read patient/Observation.read', 200],
    ['patient/*.read', 200],
    ['patient/*.rs', 200],
    ['user/Observation.s', 200],
    ['patient/Observation.r', 403],
    ['patient/Observation.sr', 403],
    ['patient/Patient.rs', 403],
    [categoryScope('vital-signs'), 200],
    ['patient/Observation.rs?value=1', 403],
  ])('SCOPE-02 %s searches Observations: %i', async (scope, status) => {
    const token = await strict.signIn({ scope: `launch openid ${scope}` })
    const answer = await strict.fhir('Observation?patient=gen-dana-demo', token)
    expect(answer.status).toBe(status)
  })

  it('SCOPE-05 a granular scope shows its category only', async () => {
    const token = await strict.signIn({ scope: `launch openid ${categoryScope('vital-signs')}` })
    const all = await strict.fhir('Observation?patient=gen-dana-demo', token)
    const labs = await strict.fhir('Observation?patient=gen-dana-demo&category=laboratory', token)
    expect(all.json['total']).toBe(361)
    expect(labs.json['total']).toBe(0)
    expect((await strict.fhir('Observation/gen-00001', token)).status).toBe(403)
  })

  it('leaves out what it does not know, and says so in scope', async () => {
    const scope = 'launch openid patient/Claim.rs patient/Patient.r system/*.rs nonsense'
    const { json } = await strict.exchange(await strict.launch({ scope }))
    expect(json['scope']).toBe('launch openid patient/Patient.r')
  })

  it('a token is good at its own tenant only', async () => {
    const token = await strict.signIn()
    expect((await epic.fhir('Patient/gen-dana-demo', token)).status).toBe(401)
  })
})

describe('revocation and introspection', () => {
  it('END-02 a public client revokes its token', async () => {
    const authorization = await strict.launch()
    const { json } = await strict.exchange(authorization)
    const token = String(json['access_token'])
    const response = await fetch(String(authorization.configuration['revocation_endpoint']), {
      method: 'POST',
      headers: { Origin: appOrigin },
      body: new URLSearchParams({ client_id: clientId, token }),
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(appOrigin)
    expect((await strict.fhir('Patient/gen-dana-demo', token)).status).toBe(401)
  })

  it('a resource server reads the context of a token', async () => {
    const authorization = await strict.launch()
    const { json } = await strict.exchange(authorization)
    const basic = Buffer.from(`${resourceServer.id}:${resourceServer.secret}`).toString('base64')
    const response = await fetch(String(authorization.configuration['introspection_endpoint']), {
      method: 'POST',
      headers: { Authorization: `Basic ${basic}` },
      body: new URLSearchParams({ token: String(json['access_token']) }),
    })
    const introspected = (await readAnswer(response)).json
    expect(introspected).toMatchObject({ active: true, patient: 'gen-dana-demo' })
  })
})
