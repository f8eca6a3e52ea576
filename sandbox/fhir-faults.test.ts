import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { twoVersions } from './fhir-bundle.ts'
import type { ContentFaultKind, Faults, FhirFault, FhirFaultKind } from './faults.ts'
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
} from './smart-client.ts'
import type { Answer, Json } from './smart-client.ts'

let ehr: LocalEhr
let client: SmartClient
let token: string

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  client = new SmartClient(ehr.origin, 'faulty')
  await client.control('PUT', '', { profile: 'strict-ig' })
  token = await client.signIn()
})
afterAll(async () => ehr.close())

const switchOn = async (faults: Faults) => {
  expect((await client.control('PUT', '', { faults })).status).toBe(200)
}
const search = (category: string, more = '') =>
  client.fhir(`Observation?patient=gen-dana-demo&category=${category}${more}`, token, {
    Origin: appOrigin,
  })

describe('faults of FHIR answers', () => {
  const seen: Record<
    Exclude<FhirFaultKind, 'hang' | 'drop' | 'slow'>,
    (answer: Answer) => boolean
  > = {
    status: ({ status, json }) => status === 500 && issueCodesOf(json)[0] === 'exception',
    html: ({ status, headers }) =>
      status === 200 && (headers.get('Content-Type') ?? '').startsWith('text/html'),
    empty: ({ status, text }) => status === 200 && text === '',
    truncated: ({ status, text, json }) =>
      status === 200 && text.startsWith('{"resourceType":"Bundle"') && !('resourceType' in json),
    xml: ({ status, text }) => status === 200 && text.includes('<Bundle xmlns='),
    'without-cors': ({ status, headers }) =>
      status === 200 && !headers.has('Access-Control-Allow-Origin'),
    'wrong-content-type': ({ headers, json }) =>
      headers.get('Content-Type') === 'text/plain; charset=utf-8' && 'resourceType' in json,
  }

  it.each(Object.entries(seen))('%s, for one category only', async (kind, isSeen) => {
    await switchOn({})
    expect(isSeen(await search('laboratory'))).toBe(false)
    await switchOn({ fhir: [{ kind: kind as FhirFaultKind, category: 'laboratory' }] })
    expect(isSeen(await search('laboratory'))).toBe(true)
    expect(isSeen(await search('vital-signs'))).toBe(false)
  })

  it.each([
    [{ kind: 'status', status: 401, body: 'quotes' }, 401, '""', null],
    [{ kind: 'status', status: 403, body: 'empty' }, 403, '', null],
    [{ kind: 'status', status: 404 }, 404, expect.stringContaining('not-found'), null],
    [{ kind: 'status', status: 429 }, 429, expect.stringContaining('throttled'), '1'],
    [{ kind: 'status', status: 503, retryAfter: 7 }, 503, expect.any(String), '7'],
    [{ kind: 'html', status: 404 }, 404, expect.stringContaining('<h2>404'), null],
  ] as [FhirFault, number, string, string | null][])(
    'ERR-07 %j',
    async (fault, status, text, retryAfter) => {
      await switchOn({ fhir: [fault] })
      const answer = await search('laboratory')
      expect([answer.status, answer.text]).toEqual([status, text])
      expect(answer.headers.get('Retry-After')).toBe(retryAfter)
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(appOrigin)
    },
  )

  it('is for a resource type', async () => {
    await switchOn({ fhir: [{ kind: 'status', status: 403, type: 'Patient' }] })
    expect((await client.fhir('Patient/gen-dana-demo', token)).status).toBe(403)
    expect((await search('laboratory')).status).toBe(200)
  })

  it('is for a number of requests', async () => {
    await switchOn({ fhir: [{ kind: 'status', status: 503, times: 2 }] })
    const statuses = []
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await search('laboratory')).status)
    expect(statuses).toEqual([503, 503, 200])
  })

  it('is for one page of a search', async () => {
    await switchOn({ fhir: [{ kind: 'status', status: 500, category: 'laboratory', page: 2 }] })
    const first = await search('laboratory')
    expect(first.status).toBe(200)
    expect((await client.fhir(nextOf(first) ?? 'missing', token)).status).toBe(500)
  })

  it('slow answers after its milliseconds', async () => {
    await switchOn({ fhir: [{ kind: 'slow', ms: 300 }] })
    const start = performance.now()
    expect((await search('survey')).status).toBe(200)
    expect(performance.now() - start).toBeGreaterThanOrEqual(295)
  })

  it('drop closes the connection without an answer', async () => {
    await switchOn({ fhir: [{ kind: 'drop' }] })
    await expect(search('survey')).rejects.toThrow(/fetch failed/)
  })

  it('hang never answers, and does not keep the server from closing', async () => {
    const own = await startLocalEhr({ port: 0, appRoots: [appRoot] })
    const other = new SmartClient(own.origin, 'strict-ig')
    const bearer = await other.signIn()
    await other.control('PUT', '', { faults: { fhir: [{ kind: 'hang' }] } })
    let end = 'still waiting'
    const waiting = other.fhir('Patient/gen-dana-demo', bearer).catch((error: Error) => {
      end = error.message
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(end).toBe('still waiting')
    await own.close()
    await waiting
    expect(end).toBe('fetch failed')
  })
})

describe('faults of what FHIR answers say', () => {
  const subjects = (answer: Answer) =>
    matchesOf(answer).map(({ subject }) => (subject as Json | undefined)?.['reference'])
  const seen: Partial<Record<ContentFaultKind, (answer: Answer) => boolean>> = {
    'foreign-next': (answer) =>
      nextOf(answer)?.startsWith(client.iss.replace('localhost', '127.0.0.1')) === true,
    'relative-next': (answer) => nextOf(answer)?.startsWith('Observation?_page=') === true,
    'foreign-patient': (answer) => subjects(answer).includes('Patient/somebody-else'),
    'without-subject': (answer) => subjects(answer).includes(undefined),
    'paging-expired': ({ status, json }) => status === 410 && issueCodesOf(json)[0] === 'expired',
    'wrong-total': ({ json }) => json['total'] === 2330,
    'looping-next': (answer) => {
      const links = answer.json['link'] as Json[] | undefined
      return links?.[0]?.['url'] === nextOf(answer) && nextOf(answer) !== undefined
    },
  }

  it.each(Object.entries(seen))('%s, on the second page only', async (kind, isSeen) => {
    await switchOn({ content: [{ kind: kind as ContentFaultKind, page: 2 }] })
    const first = await search('laboratory')
    expect(isSeen(first)).toBe(false)
    expect(isSeen(await client.fhir(nextOf(first) ?? 'missing', token))).toBe(true)
  })

  it('LEAK-01 a foreign next that is followed shows in the log, with its host', async () => {
    await switchOn({ content: [{ kind: 'foreign-next' }] })
    await client.control('DELETE', '/log')
    await client.fhir(nextOf(await search('laboratory')) ?? 'missing', token)
    const log = (await (await fetch(`${ehr.origin}/_control/faulty/log`)).json()) as readonly Json[]
    expect(log.map(({ host, hasAuthorization }) => [host, hasAuthorization])).toEqual([
      [`localhost:${ehr.port}`, true],
      [`127.0.0.1:${ehr.port}`, true],
    ])
  })

  it('F-R14 the Patient has another id', async () => {
    await switchOn({ content: [{ kind: 'other-patient-id' }] })
    expect((await client.fhir('Patient/gen-dana-demo', token)).json['id']).toBe('another-id')
  })

  it('F-R16 one Observation comes as version 1 in laboratory and 2 elsewhere', async () => {
    await switchOn({ content: [{ kind: 'two-versions', page: 1 }] })
    const read = async (category: string) => {
      const found = matchesOf(await search(category)).find(({ id }) => id === twoVersions.id)
      return found
    }
    const { first, second } = twoVersions
    expect(await read('laboratory')).toMatchObject({
      meta: { versionId: '1' },
      valueQuantity: { value: first },
    })
    expect(await read('vital-signs')).toMatchObject({
      meta: { versionId: '2' },
      valueQuantity: { value: second },
    })
  })

  it('F-R21 the token runs out at a page, for good', async () => {
    await switchOn({ content: [{ kind: 'token-expires', page: 2 }] })
    token = await client.signIn()
    const first = await search('laboratory')
    expect(first.status).toBe(200)
    expect((await client.fhir(nextOf(first) ?? 'missing', token)).status).toBe(401)
    expect((await client.fhir('Patient/gen-dana-demo', token)).status).toBe(401)
    token = await client.signIn()
  })

  it('F-R27 an outcome entry has no search mode', async () => {
    await switchOn({ content: [{ kind: 'outcome-without-mode' }] })
    const last = entriesOf(await search('survey', '&mood=good')).at(-1)
    expect(last).toMatchObject({ resource: { resourceType: 'OperationOutcome' } })
    expect(last).not.toHaveProperty('search')
  })
})
