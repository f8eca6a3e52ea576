import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { faultCatalogue } from './fault-catalogue.ts'
import { FaultError, readFaults } from './fault-reader.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appOrigin, appRoot, readLog } from './smart-client.ts'

let ehr: LocalEhr

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
})
afterAll(async () => ehr.close())

const client = (tenant: string) => new SmartClient(ehr.origin, tenant)

describe('PUT /_control/<tenant>', () => {
  it('makes a tenant and describes it', async () => {
    const { status, json } = await client('made').control('PUT', '', { profile: 'epic-ehr' })
    expect(status).toBe(200)
    expect(json).toEqual({
      iss: `${ehr.origin}/made/api/FHIR/R4`,
      issuer: `${ehr.origin}/made/oauth2`,
      clientId: 'chartside-local',
      profile: 'epic-ehr',
      faults: {},
    })
    expect(await client('made').signIn()).toMatch(/^[\w-]+$/)
  })

  it('replaces the faults as a whole and leaves them alone when they are not named', async () => {
    const put = async (body: object) => (await client('changed').control('PUT', '', body)).json
    await put({ profile: 'strict-ig', faults: { token: ['type-dpop'], jwks: 'without-cors' } })
    expect((await put({ faults: { idToken: 'garbage' } }))['faults']).toEqual({
      idToken: 'garbage',
    })
    expect((await put({ rotateKeys: true }))['faults']).toEqual({ idToken: 'garbage' })
    expect((await put({ faults: {} }))['faults']).toEqual({})
  })

  it('gives a tenant other app roots: redirect URIs and CORS follow, sessions stay', async () => {
    const moved = client('moved')
    await moved.control('PUT', '', { profile: 'strict-ig' })
    const token = await moved.signIn()
    await moved.control('PUT', '', { appRoots: ['http://127.0.0.1:6000/app/'] })
    const launch = String(
      (await moved.control('POST', '/launches', { patient: 'infant' })).json['launch'],
    )
    const old = await moved.authorize({ launch })
    expect([old.response.status, old.location]).toEqual([400, undefined])
    const redirectUri = 'http://127.0.0.1:6000/app/callback/'
    const now = await moved.authorize({ launch, redirect_uri: redirectUri })
    expect(now.location?.href.startsWith(`${redirectUri}?code=`)).toBe(true)
    const read = (origin: string) => moved.fhir('Patient/gen-dana-demo', token, { Origin: origin })
    const { status, headers } = await read('http://127.0.0.1:6000')
    expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([
      200,
      'http://127.0.0.1:6000',
    ])
    expect((await read(appOrigin)).headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it.each([
    ['no profile for a new tenant', 'new', {}],
    ['an unknown profile', 'new', { profile: 'nobody' }],
    ['an unknown fault', 'strict-ig', { faults: { authorize: 'wrong-stat' } }],
    ['an unknown member', 'strict-ig', { faults: { tokens: [] } }],
    ['a root without its slash', 'strict-ig', { appRoots: ['http://localhost:5180'] }],
    ['no root at all', 'strict-ig', { appRoots: [] }],
    ['a list', 'strict-ig', []],
    ['a strange id', '_x', { profile: 'strict-ig' }],
  ])('answers 400 to %s', async (_case, tenant, body) => {
    const { status, json } = await client(tenant).control('PUT', '', body)
    expect([status, typeof json['error']]).toEqual([400, 'string'])
  })

  it('keeps tenants apart', async () => {
    const [one, other] = [client('one'), client('other')]
    await one.control('PUT', '', { profile: 'strict-ig', faults: { discovery: 'not-found' } })
    await other.control('PUT', '', { profile: 'strict-ig' })
    const discover = async (tenant: SmartClient) =>
      (await fetch(`${tenant.iss}/.well-known/smart-configuration`)).status
    expect([await discover(one), await discover(other)]).toEqual([404, 200])
    expect((await readLog(client('other'))).length).toBe(1)
  })
})

describe('POST /_control/<tenant>/launches', () => {
  it('gives the launch and the address that starts the app', async () => {
    const strict = client('strict-ig')
    const { json } = await strict.control('POST', '/launches', { patient: 'infant' })
    const url = new URL(String(json['url']))
    expect(url.origin + url.pathname).toBe(`${appRoot}launch/`)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      iss: strict.iss,
      launch: json['launch'],
    })
  })

  it('says whether the app has to show who the patient is', async () => {
    const strict = client('strict-ig')
    const launch = await strict.prepareLaunch('infant', { needPatientBanner: false })
    const { json } = await strict.exchange(await strict.authorize({ launch }))
    expect(json['need_patient_banner']).toBe(false)
  })

  it.each([
    [{ patient: 'nobody' }, 400],
    [{}, 400],
    [{ patient: 'infant', root: 'http://elsewhere.example/' }, 400],
  ])('answers %j with %i', async (body, status) => {
    expect((await client('strict-ig').control('POST', '/launches', body)).status).toBe(status)
  })

  it('answers 404 where there is no such tenant', async () => {
    const { status } = await client('nowhere').control('POST', '/launches', { patient: 'infant' })
    expect(status).toBe(404)
  })
})

describe('GET /_control/<tenant>/log', () => {
  it('shows what the tenant received, field names of the token form but no values', async () => {
    const logged = client('logged')
    await logged.control('PUT', '', { profile: 'strict-ig' })
    const authorization = await logged.launch()
    const { json } = await logged.exchange(authorization)
    await logged.fhir('Patient/gen-dana-demo', String(json['access_token']), {
      Origin: appOrigin,
      Referer: `${appRoot}x`,
    })
    const log = await readLog(client('logged'))
    expect(log.map(({ method, path, status }) => [method, path, status])).toEqual([
      ['GET', '/logged/api/FHIR/R4/.well-known/smart-configuration', 200],
      ['GET', '/logged/oauth2/authorize', 303],
      ['POST', '/logged/oauth2/token', 200],
      ['GET', '/logged/api/FHIR/R4/Patient/gen-dana-demo', 200],
    ])
    expect(log[1]?.['query']).toMatchObject({ state: 'the-state', code_challenge_method: 'S256' })
    expect(log[2]).toMatchObject({
      form: ['client_id', 'grant_type', 'code', 'redirect_uri', 'code_verifier'],
      origin: appOrigin,
      hasAuthorization: false,
      hasCookie: false,
    })
    expect(JSON.stringify(log[2])).not.toContain(authorization.verifier)
    expect(log[3]).toMatchObject({
      hasAuthorization: true,
      accept: 'application/fhir+json',
      referer: `${appRoot}x`,
      host: `localhost:${ehr.port}`,
    })
    expect(JSON.stringify(log)).not.toContain(String(json['access_token']))
  })

  it.each([
    ['access_token', 'access_token'],
    ['refresh_token', 'refresh_token'],
    ['nothing', undefined],
  ])('END-02 shows a revocation of %s, and no token', async (kind, revoked) => {
    const logged = client('revoking')
    await logged.control('PUT', '', { profile: 'strict-ig' })
    const authorization = await logged.launch()
    const { json } = await logged.exchange(authorization)
    const issued = json[kind]
    const token = typeof issued === 'string' ? issued : 'nobody-got-this'
    await fetch(String(authorization.configuration['revocation_endpoint']), {
      method: 'POST',
      headers: { Origin: appOrigin },
      body: new URLSearchParams({ client_id: 'chartside-local', token, token_type_hint: kind }),
    })
    const entry = (await readLog(logged)).at(-1)
    expect(entry).toMatchObject({
      path: '/revoking/oauth2/revoke',
      form: ['client_id', 'token', 'token_type_hint'],
      origin: appOrigin,
      hasAuthorization: false,
      hasCookie: false,
      status: 200,
    })
    expect(entry?.['revoked']).toBe(revoked)
    expect(JSON.stringify(entry)).not.toContain(token)
  })

  it('is emptied by DELETE', async () => {
    await client('strict-ig').fhir('metadata', undefined)
    expect((await readLog(client('strict-ig'))).length).toBeGreaterThan(0)
    expect((await client('strict-ig').control('DELETE', '/log')).status).toBe(204)
    expect(await readLog(client('strict-ig'))).toEqual([])
  })
})

it('DELETE /_control/<tenant> removes it', async () => {
  await client('gone').control('PUT', '', { profile: 'strict-ig' })
  expect((await client('gone').control('DELETE', '')).status).toBe(204)
  expect((await client('gone').control('DELETE', '')).status).toBe(404)
  expect((await client('gone').fhir('metadata', undefined)).status).toBe(404)
})

it('close ends the server and can be called twice', async () => {
  const own = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  expect(own.origin).toBe(`http://localhost:${own.port}`)
  await Promise.all([own.close(), own.close()])
  await expect(fetch(own.origin)).rejects.toThrow('fetch failed')
})

it('start rejects when the port is taken', async () => {
  await expect(startLocalEhr({ port: ehr.port, appRoots: [appRoot] })).rejects.toThrow(/EADDRINUSE/)
})

describe('the fault catalogue', () => {
  it.each(faultCatalogue.map((fault) => [fault.name, fault.faults] as const))(
    '%s has a setting the control API takes',
    (_name, faults) => {
      expect(readFaults(structuredClone(faults))).toEqual(faults)
    },
  )

  it('names every fault once', () => {
    const names = faultCatalogue.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each([
    [null],
    [[]],
    [{ fhir: [{ kind: 'status', status: '403' }] }],
    [{ fhir: [{ kind: 'status', code: 403 }] }],
    [{ content: [{ kind: 'foreign-patient', page: 0 }] }],
    [{ token: 'type-dpop' }],
    [{ constructor: {} }],
  ])('refuses %j', (json) => {
    expect(() => readFaults(json)).toThrow(FaultError)
  })
})
