import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

import { decodeProtectedHeader } from 'jose'
import type { JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AuthorizeFault, Faults } from './faults.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appRoot, readJson, readLog } from './smart-client.ts'
import { switchFaults } from './switch-faults.ts'

let ehr: LocalEhr
let client: SmartClient

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  client = new SmartClient(ehr.origin, 'faulty')
})
afterAll(async () => ehr.close())

const switchOn = (faults: Faults) => switchFaults(client, faults)

describe('authorize faults', () => {
  const seen: Record<
    Exclude<AuthorizeFault, 'hang' | 'query-limit' | 'unframable-page'>,
    (query: URLSearchParams | undefined) => boolean
  > = {
    'wrong-state': (query) => query?.get('state') === 'a-state-nobody-sent',
    'without-state': (query) => query !== undefined && !query.has('state'),
    'access-denied': (query) => query?.get('error') === 'access_denied' && !query.has('code'),
    'error-page': (query) => query === undefined,
    'wrong-iss': (query) => query?.get('iss') === 'https://other.example/oauth2',
    'hostile-code': (query) => /[+/=&%].* /.test(query?.get('code') ?? ''),
    'hostile-description': (query) =>
      query?.get('error') === 'server_error' &&
      /<script>.*\u202E/s.test(query.get('error_description') ?? ''),
    'without-iss': (query) => query?.has('code') === true && !query.has('iss'),
    'code-and-error': (query) =>
      query?.has('code') === true && query.get('error') === 'server_error',
    'duplicate-state': (query) =>
      query?.getAll('state').join(' ') === 'the-state another-state' && query.has('code'),
    'duplicate-code': (query) => query?.getAll('code')[1] === 'another-code',
    'launch-used': (query) =>
      query?.get('error') === 'invalid_request' &&
      query.get('error_description') === 'invalid_launch_token',
    'without-code': (query) =>
      query?.has('state') === true && !query.has('code') && !query.has('error'),
  }

  it.each(Object.keys(seen) as (keyof typeof seen)[])('%s', async (authorize) => {
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

  it('EMB-02 F-A9 a page that no frame may show comes before a good callback', async () => {
    await switchOn({ authorize: 'unframable-page' })
    const authorization = await client.launch()
    expect(authorization.location).toBeUndefined()
    expect(authorization.response.status).toBe(200)
    expect(authorization.response.headers.get('X-Frame-Options')).toBe('DENY')
    const href = /<a href="([^"]+)">/.exec(await authorization.response.text())?.[1] ?? ''
    const location = new URL(href.replaceAll('&#38;', '&').replaceAll('&#61;', '='))
    const { json } = await client.exchange({ ...authorization, location })
    expect(json).toHaveProperty('access_token')
  })

  it('F-A10 hang never answers an authorization, and lets the sign-in page through', async () => {
    await switchOn({ authorize: 'hang' })
    const waiting = client.launch().then(
      () => 'answered',
      () => 'gone',
    )
    const first = await Promise.race([waiting, delay(200, 'still waiting')])
    expect(first).toBe('still waiting')
    const standalone = await client.authorize({ scope: 'openid launch/patient' })
    expect(standalone.location?.pathname).toMatch(/^\/faulty\/sign-in\//)
  })

  it('AUTHZ-08 F-A15 a query of 2 kB is answered 404 with a page, and POST gets through', async () => {
    await switchOn({ authorize: 'query-limit' })
    const { response, configuration } = await client.launch()
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ])
    const query = new URL(response.url).searchParams
    expect(query.get('launch')?.length).toBe(2048)
    query.set('launch', await client.prepareLaunch())
    const posted = await fetch(String(configuration['authorization_endpoint']), {
      method: 'POST',
      redirect: 'manual',
      body: query,
    })
    expect(posted.status).toBe(303)
    expect(posted.headers.get('location')).toMatch(/callback\/faulty\/\?code=/)
    expect((await readLog(client)).at(-1)).toMatchObject({
      method: 'POST',
      form: [...query.keys()],
      query: {},
    })
    expect(configuration['capabilities']).toContain('authorize-post')
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
