import { setTimeout as delay } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Faults, FhirFault, FhirFaultKind } from './faults.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appOrigin, appRoot, issueCodesOf, nextOf } from './smart-client.ts'
import type { Answer } from './smart-client.ts'
import { switchFaults } from './switch-faults.ts'

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

const switchOn = (faults: Faults) => switchFaults(client, faults)
const search = (category: string, more = '') =>
  client.fhir(`Observation?patient=gen-dana-demo&category=${category}${more}`, token, {
    Origin: appOrigin,
  })

describe('faults of FHIR answers', () => {
  const seen: Record<
    Exclude<FhirFaultKind, 'hang' | 'drop' | 'slow' | 'out-of-order' | 'foreign-redirect'>,
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
    'required-missing': ({ status, json }) => status === 400 && issueCodesOf(json)[0] === '59108',
    'break-the-glass': ({ status, json }) =>
      status === 403 && issueCodesOf(json).join() === '4134,4131',
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

  it('F-R30 out-of-order answers the first of three requests last', async () => {
    await switchOn({ fhir: [{ kind: 'out-of-order', ms: 100 }] })
    const order: number[] = []
    const ask = async (turn: number) => {
      expect((await search('survey')).status).toBe(200)
      order.push(turn)
    }
    const first = ask(1)
    await delay(20)
    const second = ask(2)
    await delay(20)
    await Promise.all([first, second, ask(3)])
    expect(order).toEqual([3, 2, 1])
  })

  it('LEAK-03 foreign-redirect sends on to another origin, search and all', async () => {
    await switchOn({ fhir: [{ kind: 'foreign-redirect' }] })
    const response = await fetch(client.address('Patient/gen-dana-demo?x=1'), {
      redirect: 'manual',
      headers: { Authorization: `Bearer ${token}` },
    })
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      `http://127.0.0.1:${ehr.port}/faulty/api/FHIR/R4/Patient/gen-dana-demo?x=1`,
    ])
    expect((await client.fhir(response.headers.get('location') ?? '', token)).status).toBe(200)
  })
})
