import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { toOtherSpelling } from './fhir-paging.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appOrigin, appRoot, matchesOf, nextOf } from './smart-client.ts'
import type { Answer, Authorization, Json } from './smart-client.ts'
import { clientId } from './tenant.ts'

let ehr: LocalEhr
let meditech: SmartClient
let authorization: Authorization
let exchanged: Answer
let token: string

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  meditech = new SmartClient(ehr.origin, 'meditech')
  authorization = await meditech.launch()
  exchanged = await meditech.exchange(authorization)
  token = String(exchanged.json['access_token'])
})
afterAll(async () => ehr.close())

describe('signing in at meditech', () => {
  it('IDT-02 names an issuer with a slash at the end', async () => {
    const issuer = `${ehr.origin}/meditech/oauth2/`
    expect(authorization.configuration['issuer']).toBe(issuer)
    expect(authorization.location?.searchParams.has('iss')).toBe(false)
    const keys = createRemoteJWKSet(new URL(String(authorization.configuration['jwks_uri'])))
    await jwtVerify(String(exchanged.json['id_token']), keys, { issuer, audience: clientId })
  })

  it('needs no aud, and refuses a wrong one', async () => {
    const launch = await meditech.prepareLaunch()
    const without = await meditech.authorize({ launch }, (query) => query.delete('aud'))
    expect((await meditech.exchange(without)).json['patient']).toBe('gen-dana-demo')
    const wrong = await meditech.launch({ aud: 'https://other.example' })
    expect(Object.fromEntries(wrong.location?.searchParams ?? [])).toEqual({
      error: 'invalid_request',
      state: 'the-state',
    })
  })

  it('END-02 revokes', async () => {
    const own = await meditech.signIn()
    const response = await fetch(String(authorization.configuration['revocation_endpoint']), {
      method: 'POST',
      headers: { Origin: appOrigin },
      body: new URLSearchParams({ client_id: clientId, token: own }),
    })
    expect(response.status).toBe(200)
    expect((await meditech.fhir('Patient/gen-dana-demo', own)).status).toBe(401)
  })
})

describe('the FHIR server of meditech', () => {
  const path = 'Observation?patient=gen-dana-demo&category=laboratory'

  /** The first pages of a search, following next links. */
  async function readPages(count: number): Promise<Answer[]> {
    const pages = []
    let next: string | undefined = path
    while (next !== undefined && pages.length < count) {
      const page: Answer = await meditech.fhir(next, token)
      pages.push(page)
      next = nextOf(page)
    }
    return pages
  }

  it('LEAK-02 F-R9 spells its own address otherwise in next links, which lead on all the same', async () => {
    const [first, second] = await readPages(2)
    const next = nextOf(first as Answer) ?? ''
    expect(next).toMatch(/^http:\/\/LOCALHOST:0\d+\/meditech\/api\/FHIR\/R4\/Observation\?patient=/)
    expect(next).toMatch(/&continue=LA\.[0-9A-F-]{36}$/)
    expect(next.startsWith(meditech.iss)).toBe(false)
    expect(new URL(next).origin).toBe(new URL(meditech.iss).origin)
    expect(second?.status).toBe(200)
    expect(matchesOf(second as Answer)[0]).not.toEqual(matchesOf(first as Answer)[0])
  })

  it('OBS-06 gives twenty a page whatever is asked, and calls that the total', async () => {
    const page = await meditech.fhir(`${path}&_count=200`, token)
    expect([matchesOf(page).length, page.json['total']]).toEqual([20, 20])
  })

  it('sends laboratory results without codes and units, one in about twenty entered in error', async () => {
    const results = (await readPages(20)).flatMap(matchesOf)
    expect(results).toHaveLength(400)
    const codes = results.map(({ code }) => Object.keys(code as Json).join())
    expect(new Set(codes)).toEqual(new Set(['text']))
    const members = results.flatMap(({ valueQuantity = {} }) => Object.keys(valueQuantity as Json))
    expect(new Set(members)).toEqual(new Set(['value']))
    const wrong = results.filter(({ status }) => status === 'entered-in-error')
    expect(wrong.length).toBeGreaterThan(8)
    expect(wrong.length).toBeLessThan(40)
  })

  it('writes resourceType last and an offset in place of Z', async () => {
    const [page] = await readPages(1)
    const [result] = matchesOf(page as Answer).filter((one) => 'effectiveDateTime' in one)
    expect(Object.keys(result ?? {}).at(-1)).toBe('resourceType')
    expect(result?.['effectiveDateTime']).toMatch(/\+00:00$/)
  })

  it('codes oxygen saturation twice over, with a range for women', async () => {
    const big = await meditech.signIn({}, 'gen-40')
    const answer = await meditech.fhir('Observation?patient=gen-40&code=59408-5', big)
    const [found] = matchesOf(answer)
    const { coding } = (found ?? {})['code'] as { coding: Json[] }
    expect(coding.map(({ code }) => code)).toEqual(['2708-6', '2708-6', '59408-5'])
    expect(JSON.stringify(found?.['referenceRange'])).toContain('Female')
  })

  it.each([
    ['Patient/gen-dana-demo', 'made-up', 401, 'Unauthorized'],
    ['Patient/infant', undefined, 403, 'Forbidden'],
    ['Patient/nobody', undefined, 404, 'Not Found'],
    ['Nonsense', undefined, 404, 'Not Found'],
    ['Observation?patient=gen-dana-demo&date=yesterday', undefined, 400, 'Bad Request'],
    ['Observation?continue=LA.none', undefined, 410, 'Gone'],
  ])('ERR-07 answers %s with no FHIR', async (address, bearer, status, detail) => {
    const answer = await meditech.fhir(address, bearer ?? token)
    expect([answer.status, answer.json]).toEqual([
      status,
      { resource: 'v1/resource/error/_version/1/', detail },
    ])
    expect(answer.headers.get('Content-Type')).toBe('application/json')
  })
})

it.each([
  ['http://localhost:5181', 'http://LOCALHOST:05181'],
  ['http://127.0.0.1:9400', 'http://127.0.0.1:09400'],
  ['https://ehr.example', 'https://EHR.EXAMPLE:443'],
])('LEAK-02 %s spelt otherwise is %s, the same origin', (origin, other) => {
  expect(toOtherSpelling(origin)).toBe(other)
  expect(new URL(other).origin).toBe(origin)
})
