import { get } from 'node:http'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import {
  SmartClient,
  appOrigin,
  appRoot,
  entriesOf,
  issueCodesOf,
  matchesOf,
  walkPages,
} from './smart-client.ts'
import type { Json } from './smart-client.ts'

let ehr: LocalEhr
let strict: SmartClient
let token: string

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  strict = new SmartClient(ehr.origin, 'strict-ig')
  token = await strict.signIn({ scope: 'launch openid patient/*.rs' })
})
afterAll(async () => ehr.close())

const read = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  strict.fhir(path, token, headers)
const total = async (query: string) =>
  (await read(`Observation?patient=gen-dana-demo&_count=1&${query}`)).json['total']

describe('reading at strict-ig', () => {
  it('gives the patient of the launch, not to be stored', async () => {
    const { status, json, headers } = await read('Patient/gen-dana-demo')
    expect(status).toBe(200)
    expect(json).toMatchObject({ resourceType: 'Patient', id: 'gen-dana-demo' })
    expect(headers.get('Content-Type')).toBe('application/fhir+json; charset=utf-8')
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  it.each([
    ['Patient/infant', 403],
    ['Observation?patient=infant', 403],
    ['Observation?subject=Patient/infant', 403],
    ['Observation?patient=gen-dana-demo,infant', 403],
    ['Patient/nobody', 404],
    ['Observation/none', 404],
    ['Condition?patient=gen-dana-demo', 404],
    ['Observation/gen-00001', 200],
    ['Observation/gen-00001/_history', 200],
    ['Observation/none/_history', 404],
    ['Patient/gen-dana-demo/_history', 404],
    ['Practitioner/dr-grey', 200],
  ])('SCOPE-06 %s answers %i to a token for one patient', async (path, status) => {
    const answer = await read(path)
    expect(answer.status).toBe(status)
    const isRead = answer.json['resourceType'] !== 'OperationOutcome'
    expect(isRead).toBe(status === 200)
  })

  it('shows only the context patient where a search names none', async () => {
    expect((await read('Patient')).json['total']).toBe(1)
    expect((await read('Observation?_count=1')).json['total']).toBe(2682)
  })

  it('lets a user-level scope see every patient', async () => {
    const wide = await strict.signIn({ scope: 'launch openid user/*.rs' })
    expect((await strict.fhir('Patient/infant', wide)).status).toBe(200)
    expect(Number((await strict.fhir('Patient', wide)).json['total'])).toBeGreaterThan(5)
  })

  it.each([
    ['no token', {}],
    ['a made-up token', { Authorization: 'Bearer made-up' }],
    ['another scheme', { Authorization: 'Basic bWFkZTp1cA==' }],
  ])('answers 401 to %s', async (_case, headers) => {
    const { status, json } = await strict.fhir('Patient/gen-dana-demo', undefined, headers)
    expect(status).toBe(401)
    expect(issueCodesOf(json)).toEqual(['login'])
  })

  it.each([
    ['application/fhir+json', 200],
    ['application/json', 200],
    ['*/*', 200],
    ['application/fhir+xml', 406],
    ['text/html', 406],
  ])('answers Accept %s with %i', async (accept, status) => {
    expect((await read('Patient/gen-dana-demo', { Accept: accept })).status).toBe(status)
  })

  it('lets the app ask beforehand and no other origin', async () => {
    const preflight = async (origin: string) =>
      fetch(`${strict.iss}/Observation`, {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'authorization',
        },
      })
    const mine = await preflight(appOrigin)
    expect(mine.status).toBe(204)
    expect(mine.headers.get('Access-Control-Allow-Origin')).toBe(appOrigin)
    expect(mine.headers.get('Access-Control-Allow-Headers')).toMatch(/authorization/i)
    const foreign = await preflight('https://evil.example')
    expect(foreign.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })

  it('refuses a host name that only points to this computer', async () => {
    const status = await new Promise((resolve) => {
      get({ port: ehr.port, headers: { Host: `evil.example:${ehr.port}` } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
    })
    expect(status).toBe(421)
  })
})

describe('searching at strict-ig', () => {
  it.each([
    ['category=vital-signs', 361],
    ['category=http://terminology.hl7.org/CodeSystem/observation-category|vital-signs', 361],
    ['category=http://loinc.org|vital-signs', 0],
    ['category=vital-signs,social-history', 362],
    ['category=laboratory', 2320],
    ['code=718-7', 24],
    ['code=http://loinc.org|718-7', 24],
    ['code=718-7,2160-0', 48],
    ['code=718-7&category=vital-signs', 0],
    ['status=entered-in-error', 1],
    ['status=final,amended', 2680],
    ['date=2019', 1],
    ['date=ge2025-07-01', 2],
    ['date=ge2025-06-01&date=lt2025-07-01&category=vital-signs', 60],
    ['_id=gen-no-date,gen-error', 2],
    ['_id=gen-no-date&status=final', 0],
  ])('%s finds %i', async (query, found) => {
    expect(await total(query)).toBe(found)
  })

  it('_sort=-date puts the newest first and the undated last', async () => {
    const { ids } = await walkPages(
      strict,
      token,
      'Observation?patient=gen-dana-demo&_sort=-date&_count=1000',
    )
    const newest = await read(`Observation/${ids[0] ?? ''}`)
    expect(newest.json['effectiveDateTime']).toBe('2025-07-01T21:00:00Z')
    expect(ids.at(-1)).toBe('gen-no-date')
  })

  it('takes a search by POST', async () => {
    const response = await fetch(`${strict.iss}/Observation/_search`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/fhir+json' },
      body: new URLSearchParams({ patient: 'gen-dana-demo', code: '718-7' }),
    })
    expect(((await response.json()) as Json)['total']).toBe(24)
  })

  it('gives 100 a page by default and 1,000 at most, with the true total', async () => {
    const byDefault = await read('Observation?patient=gen-dana-demo')
    const many = await read('Observation?patient=gen-dana-demo&_count=5000')
    const none = await read('Observation?patient=gen-dana-demo&_count=0')
    expect(matchesOf(byDefault)).toHaveLength(100)
    expect(matchesOf(many)).toHaveLength(1000)
    expect(none.json).not.toHaveProperty('entry')
    expect([byDefault, many, none].map(({ json }) => json['total'])).toEqual([2682, 2682, 2682])
  })

  it('walks to every Observation once, by opaque next links', async () => {
    const { ids, pages } = await walkPages(
      strict,
      token,
      'Observation?patient=gen-dana-demo&_count=700',
    )
    expect(pages).toBe(4)
    expect(new Set(ids).size).toBe(2682)
  })

  it('answers a page token nobody gave out with 410', async () => {
    expect((await read('Observation?_page=bm9uc2Vuc2U')).status).toBe(410)
  })

  it('does not let a page token widen what a token may see', async () => {
    const query = [['patient', 'infant']]
    const forged = Buffer.from(JSON.stringify({ query, offset: 0, count: 10 })).toString(
      'base64url',
    )
    expect((await read(`Observation?_page=${forged}`)).status).toBe(403)
  })

  it('ignores an unknown parameter and says so, or refuses it when asked to be strict', async () => {
    const path = 'Observation?patient=gen-dana-demo&code=718-7&mood=good'
    const lenient = await read(path)
    expect(lenient.json['total']).toBe(24)
    const last = entriesOf(lenient).at(-1)
    expect(last?.['search']).toEqual({ mode: 'outcome' })
    expect((await read(path, { Prefer: 'handling=strict' })).status).toBe(400)
  })

  it.each(['date=yesterday', 'date=ge', '_sort=value'])('answers 400 to %s', async (query) => {
    const { status, json } = await read(`Observation?patient=gen-dana-demo&${query}`)
    expect([status, json['resourceType']]).toEqual([400, 'OperationOutcome'])
  })
})

it('F-R24 makes a record of the size its id says', async () => {
  const big = await strict.signIn({ scope: 'launch openid patient/*.rs' }, 'gen-2500')
  const path = 'Observation?patient=gen-2500&_count=1000'
  const { ids } = await walkPages(strict, big, path)
  expect(new Set(ids).size).toBe(2500)
  const labs = await strict.fhir('Observation?patient=gen-2500&category=laboratory', big)
  expect(labs.json['total']).toBe(1250)
})
