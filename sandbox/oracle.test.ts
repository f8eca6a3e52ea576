import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { allowAll, follow, submit, valuesIn } from './sign-in-client.ts'
import { SmartClient, appRoot, issueCodesOf, matchesOf, nextOf, walkPages } from './smart-client.ts'
import type { Answer, Authorization, Json } from './smart-client.ts'

const scope = 'openid fhirUser launch online_access patient/Patient.rs patient/Observation.rs'
let ehr: LocalEhr
let oracle: SmartClient
let authorization: Authorization
let exchanged: Answer
let token: string

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  oracle = new SmartClient(ehr.origin, 'oracle-provider', '/')
  authorization = await oracle.launch({ scope })
  exchanged = await oracle.exchange(authorization)
  token = String(exchanged.json['access_token'])
})
afterAll(async () => ehr.close())

describe('signing in at oracle-provider', () => {
  it('ISS-02 launches with a base that ends in a slash, and takes no other aud', async () => {
    const { json } = await oracle.control('PUT', '', {})
    expect(json['iss']).toBe(`${ehr.origin}/oracle-provider/api/FHIR/R4/`)
    const launched = await oracle.control('POST', '/launches', { patient: 'infant' })
    expect(new URL(String(launched.json['url'])).searchParams.get('iss')).toBe(json['iss'])
    const refused = await oracle.launch({ scope, aud: oracle.iss.slice(0, -1) })
    expect(refused.location?.searchParams.get('error')).toBe('invalid_request')
  })

  it('DISC-06 promises less than it does', () => {
    const { configuration } = authorization
    expect(configuration['capabilities']).not.toContain('context-ehr-encounter')
    expect(configuration['capabilities']).toContain('permission-online')
    expect(configuration['grant_types_supported']).not.toContain('refresh_token')
    expect(configuration).not.toHaveProperty('revocation_endpoint')
  })

  it('answers the exchange for 570 seconds, with members of its own', async () => {
    const launch = await oracle.prepareLaunch('gen-dana-demo', { encounter: 'visit-1' })
    const { json, headers } = await oracle.exchange(await oracle.authorize({ launch, scope }))
    expect(json).toMatchObject({
      expires_in: 570,
      token_type: 'Bearer',
      patient: 'gen-dana-demo',
      encounter: 'visit-1',
      need_patient_banner: true,
      username: 'mgrey',
      tenant: expect.any(String) as string,
      scope,
    })
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  })

  it('IDT-02 names an issuer with a slash at the end, in an id_token of ten minutes', async () => {
    const { configuration } = authorization
    const issuer = `${ehr.origin}/oracle-provider/oauth2/`
    expect(configuration['issuer']).toBe(issuer)
    const keys = createRemoteJWKSet(new URL(String(configuration['jwks_uri'])))
    const { payload } = await jwtVerify(String(exchanged.json['id_token']), keys, { issuer })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(600)
    expect(payload['fhirUser']).toBe(`${oracle.iss}Practitioner/dr-grey`)
  })

  it('REF-04 refreshes by one token that lasts, and sends no other', async () => {
    const refreshToken = String(exchanged.json['refresh_token'])
    for (const turn of [1, 2]) {
      const { status, json } = await oracle.token(authorization, {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      })
      expect([turn, status, json['patient']]).toEqual([turn, 200, 'gen-dana-demo'])
      expect(json).not.toHaveProperty('refresh_token')
    }
  })

  it('ERR-02 gives an error_uri in place of a description, in callback and token errors', async () => {
    const denied = (await oracle.launch({ scope, launch: 'unknown' })).location?.searchParams
    expect(denied?.get('state')).toBe('the-state')
    expect(denied?.has('error_description')).toBe(false)
    expect(denied?.get('error_uri')).toMatch(/^https:\/\/authorization\.example\/errors\/urn%3A/)
    const { json } = await oracle.exchange(await oracle.launch({ scope }), { code: 'made-up' })
    expect(json).toEqual({
      error: 'invalid_grant',
      error_uri: expect.stringContaining('/instances/') as string,
    })
  })

  it('AUTHZ-09 knows no wildcard', async () => {
    const wide = 'openid launch patient/*.rs patient/Patient.r'
    const { json } = await oracle.exchange(await oracle.launch({ scope: wide }))
    expect(json['scope']).toBe('openid launch patient/Patient.r')
    const scopes = { scope: 'launch/everything patient/*.rs', launch: '' }
    const only = await oracle.authorize(scopes, (query) => query.delete('nonce'))
    expect(only.location?.searchParams.get('error')).toBe('invalid_scope')
  })
})

describe('the FHIR server of oracle-provider', () => {
  const search = (query: string) => oracle.fhir(`Observation?patient=gen-dana-demo${query}`, token)

  it('OBS-06 OBS-09 gives 50 a page, newest first, and no total', async () => {
    const page = await search('&category=laboratory')
    expect(matchesOf(page)).toHaveLength(50)
    expect(page.json).not.toHaveProperty('total')
    expect(page.json).toHaveProperty('id')
    const dates = matchesOf(page)
      .filter((one) => 'effectiveDateTime' in one)
      .map(({ effectiveDateTime }) => String(effectiveDateTime))
    expect(dates).toEqual(dates.toSorted().toReversed())
  })

  it('OBS-10 gives 200 a page at most, over -pageContext links, to the end', async () => {
    const page = await search('&category=laboratory&_count=1000')
    expect(matchesOf(page)).toHaveLength(200)
    const next = nextOf(page) ?? ''
    expect(next).toMatch(/&-pageContext=[\w%]+&-pageDirection=NEXT$/)
    expect(next.startsWith(`${oracle.iss}Observation?patient=gen-dana-demo&category=`)).toBe(true)
    const { ids, pages } = await walkPages(
      oracle,
      token,
      'Observation?patient=gen-dana-demo&_count=200',
    )
    expect([new Set(ids).size, pages]).toEqual([2682, 14])
    expect(ids).toContain('gen-error')
  })

  it('XSS-01 sends version, narrative, own codes and milliseconds with each Observation', async () => {
    const { json } = await oracle.fhir('Observation/gen-00001', token)
    expect(json).toMatchObject({
      meta: { versionId: '1' },
      text: { status: 'generated', div: expect.stringContaining('<div xmlns=') as string },
      effectiveDateTime: expect.stringMatching(/\.000Z$/) as string,
    })
    const { coding } = json['code'] as { coding: Json[] }
    expect(coding.map(({ system }) => system)).toEqual([
      'https://fhir.example/codeSet/72',
      'http://loinc.org',
    ])
  })

  it('returns what was entered in error', async () => {
    expect(matchesOf(await search('&status=entered-in-error'))).toHaveLength(1)
  })

  it.each([
    ['Patient/nobody', 404, 'Not Found'],
    ['Nonsense?patient=gen-dana-demo', 404, 'Not Found'],
    ['Patient', 400, 'at least one of _id'],
  ])('answers %s with %i and "%s"', async (path, status, words) => {
    const answer = await oracle.fhir(path, token)
    expect([answer.status, answer.json['resourceType']]).toEqual([status, 'OperationOutcome'])
    expect(answer.text).toContain(words)
  })

  it('answers 401 with issue login and the challenge in its diagnostics', async () => {
    const { status, json, text } = await oracle.fhir('Patient/gen-dana-demo', 'made-up')
    expect([status, issueCodesOf(json)]).toEqual([401, ['login']])
    expect(text).toContain('error=\\"invalid_token\\"')
  })
})

describe('oracle-patient', () => {
  it('TOK-08 says who the patient is in fhirUser alone', async () => {
    const client = new SmartClient(ehr.origin, 'oracle-patient', '/')
    const asked = await client.authorize({
      scope: 'openid fhirUser launch/patient patient/Patient.r patient/Observation.rs',
    })
    const page = await (await follow(asked, asked.location)).response.text()
    expect(valuesIn(page, 'person')).toEqual(['patient'])
    const answered = await submit(asked, [
      ['person', 'patient'],
      ['patient', 'infant'],
      ['decision', 'allow'],
      ...allowAll(page),
    ])
    const { json } = await client.exchange(answered)
    expect(json).not.toHaveProperty('patient')
    const keys = createRemoteJWKSet(new URL(String(asked.configuration['jwks_uri'])))
    const { payload } = await jwtVerify(String(json['id_token']), keys)
    expect(payload['fhirUser']).toBe(`${client.iss}Patient/infant`)
    const bearer = String(json['access_token'])
    expect((await client.fhir(String(payload['fhirUser']), bearer)).json['id']).toBe('infant')
    expect((await client.fhir('Patient/gen-dana-demo', bearer)).status).toBe(403)
  })

  it('has no launch from the chart', async () => {
    const client = new SmartClient(ehr.origin, 'oracle-patient', '/')
    const { status } = await client.control('POST', '/launches', { patient: 'infant' })
    expect(status).toBe(409)
  })
})
