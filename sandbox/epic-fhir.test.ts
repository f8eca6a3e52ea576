import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import {
  SmartClient,
  appOrigin,
  appRoot,
  entriesOf,
  issueCodesOf,
  matchesOf,
  nextOf,
  walkPages,
} from './smart-client.ts'
import type { Json } from './smart-client.ts'
import { passSeconds } from './test-clock.ts'

let ehr: LocalEhr
let epic: SmartClient
let bearer: string

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  epic = new SmartClient(ehr.origin, 'epic-ehr')
  bearer = await epic.signIn()
})
afterAll(async () => ehr.close())
afterEach(() => vi.useRealTimers())

describe('the FHIR server of Epic', () => {
  const search = (query: string) => epic.fhir(`Observation?patient=gen-dana-demo${query}`, bearer)

  it.each([
    ['', ['59108']],
    ['&_count=5', ['59108']],
    ['&mood=good', ['59100', '59108']],
    ['&category=nonsense', ['59111']],
    ['&category=core-characteristics', ['59111']],
    ['&category=laboratory,nonsense', ['59111']],
    ['&category=laboratory&date=yesterday', ['59102']],
  ])('answers 400 to the search "%s" with %j', async (query, codes) => {
    const { status, json } = await search(query)
    expect(status).toBe(400)
    expect(issueCodesOf(json)).toEqual(codes)
  })

  it('answers 403 with an empty body to a category the app is not registered for', async () => {
    const { status, text } = await search('&category=LDA')
    expect([status, text]).toEqual([403, ''])
  })

  it('OBS-07 ends a page with an outcome entry', async () => {
    const answer = await search('&category=vital-signs&_count=5')
    const last = entriesOf(answer).at(-1)
    expect(matchesOf(answer)).toHaveLength(5)
    expect(last?.['search']).toEqual({ mode: 'outcome' })
    expect(issueCodesOf(last?.['resource'] as Json)).toEqual(['59204'])
    expect(entriesOf(answer)[0]).toHaveProperty('link')
  })

  it('counts the matches of the page as total', async () => {
    expect((await search('&category=vital-signs&_count=5')).json['total']).toBe(5)
    expect((await search('&category=laboratory')).json['total']).toBe(1000)
  })

  it('answers a search without results with one outcome entry', async () => {
    const answer = await search('&code=0-0')
    expect(answer.json['total']).toBe(0)
    expect(entriesOf(answer).map(({ resource }) => issueCodesOf(resource as Json))).toEqual([
      ['4101'],
    ])
  })

  it('names an unknown parameter first', async () => {
    const answer = await search('&code=718-7&mood=good')
    const outcome = entriesOf(answer).at(-1)?.['resource'] as Json
    expect(issueCodesOf(outcome)).toEqual(['59100', '59204'])
  })

  it('PAT-03 walks to every Observation by category, over sessionID links', async () => {
    const found = new Set<string>()
    let pages = 0
    for (const category of ['laboratory', 'vital-signs', 'social-history', 'survey']) {
      const path = `Observation?patient=gen-dana-demo&category=${category}`
      const walked = await walkPages(epic, bearer, path)
      for (const id of walked.ids) found.add(id)
      pages += walked.pages
    }
    expect(pages).toBe(6)
    expect(found.size).toBe(2682)
    const next = nextOf(await search('&category=laboratory'))
    expect(next).toMatch(/\/R4\/Observation\?sessionID=16-[0-9A-F]+$/)
  })

  it('F-R12 ends a paging session after its time', async () => {
    await epic.control('PUT', '', { faults: { pagingSeconds: 1 } })
    const next = nextOf(await search('&category=laboratory')) ?? 'missing'
    expect((await epic.fhir(next, bearer)).status).toBe(200)
    passSeconds(2)
    const { status, json } = await epic.fhir(next, bearer)
    expect([status, issueCodesOf(json)]).toEqual([400, ['4113']])
    await epic.control('PUT', '', { faults: {} })
  })

  it.each([
    ['*/*', 'application/fhir+xml; charset=utf-8'],
    ['text/plain', 'application/fhir+xml; charset=utf-8'],
    ['application/json', 'application/json'],
    ['application/fhir+json', 'application/fhir+json; charset=utf-8'],
  ])('LEAK-09 answers Accept %s with %s', async (accept, type) => {
    const answer = await epic.fhir('Patient/gen-dana-demo', bearer, { Accept: accept })
    expect(answer.headers.get('Content-Type')).toBe(type)
    expect(answer.text.startsWith('<?xml')).toBe(type.includes('xml'))
  })

  it('answers an id nobody has with 59008, an unknown type with an HTML page', async () => {
    const unknownId = await epic.fhir('Patient/nobody', bearer)
    expect([unknownId.status, issueCodesOf(unknownId.json)]).toEqual([404, ['59008']])
    const unknownType = await epic.fhir('Nonsense?patient=gen-dana-demo', bearer)
    expect(unknownType.status).toBe(404)
    expect(unknownType.headers.get('Content-Type')).toBe('text/html; charset=iso-8859-1')
  })

  it('REF-10 answers 401 with an empty JSON text, its challenge unreadable to scripts', async () => {
    const { status, text, headers } = await epic.fhir('Patient/gen-dana-demo', 'made-up', {
      Origin: appOrigin,
    })
    expect([status, text]).toEqual([401, '""'])
    expect(headers.get('WWW-Authenticate')).toContain('invalid_token')
    expect(headers.get('Access-Control-Expose-Headers')).toBeNull()
  })
})
