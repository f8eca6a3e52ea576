import { describe, expect, it } from 'vitest'
import { FhirError } from './fhir-error.ts'
import { searchServer } from './test-fhir-server.ts'
import {
  bundle,
  categoryOf,
  fakeServer,
  loadFrom,
  observation,
  outcome,
  type Answer,
} from './test-server.ts'

/** A record whose laboratory answers once so, then so. */
async function loadTwice(first: Answer[], second: Answer[]) {
  let isSecond = false
  const pages = Array.from({ length: Math.max(first.length, second.length) }, (_, index) => () => {
    const answer = (isSecond ? second : first)[index]
    if (answer === undefined) throw new Error('no such page')
    return answer
  })
  const server = fakeServer({ laboratory: pages })
  const load = loadFrom(server.request)
  await load.record.start()
  isSecond = true
  const asked = server.asked.length
  const said = load.said.length
  return {
    ...load,
    retry: () => load.record.retry('laboratory'),
    askedSince: () => server.asked.slice(asked),
    saidSince: () => load.said.slice(said),
  }
}

/** A next link without an address: the search can only be made again from its first page. */
const lost = { link: [{ relation: 'next' }] }

describe('retry', () => {
  it('OBS-02 loads that category alone, and ends in a right count', async () => {
    const first = bundle([observation('1'), observation('2')])
    const load = await loadTwice(
      [first, new FhirError('server')],
      [new FhirError('server'), bundle([observation('2'), observation('3')])],
    )
    expect(load.state('laboratory')).toMatchObject({ kind: 'failed', count: 2 })
    await load.retry()
    expect(load.state('laboratory')).toEqual({ kind: 'loaded', count: 3 })
    expect([...load.held().keys()]).toEqual(['1', '2', '3'])
    expect(load.askedSince().every((url) => url.includes('laboratory'))).toBe(true)
    // It goes on at the page that failed.
    expect(load.askedSince()).toHaveLength(1)
  })

  it('OBS-02 says failed again, with everything it still has', async () => {
    const load = await loadTwice(
      [bundle([observation('1')]), new FhirError('server')],
      [bundle([]), new FhirError('unreachable')],
    )
    await load.retry()
    expect(load.state('laboratory')).toEqual({
      kind: 'failed',
      count: 1,
      failure: 'unreachable',
      issues: [],
    })
    expect(load.saidSince().map((status) => load.state('laboratory', status)?.kind)).toEqual([
      'loading',
      'failed',
    ])
  })

  it('OBS-03 gives what has changed since on a server without versions', async () => {
    const load = await loadTwice(
      [bundle([observation('1', { status: 'preliminary' })])],
      [bundle([observation('1', { status: 'final' })])],
    )
    await load.retry()
    expect(load.held().get('1')?.status).toBe('final')
    expect(load.state('laboratory')).toEqual({ kind: 'loaded', count: 1 })
  })

  it('D8 does not count the same unreadable entries twice, nor forget them while loading', async () => {
    const load = await loadTwice(
      [bundle([{}, { id: '2' }], lost)],
      [bundle([{}]), bundle([observation('1')])],
    )
    await load.retry()
    const counts = load.saidSince().map(({ unreadable }) => unreadable[0]?.count)
    expect(new Set(counts.slice(0, -1))).toEqual(new Set([2]))
    expect(counts.at(-1)).toBe(1)
  })

  it('D8 counts an unreadable entry once, however often its search is read', async () => {
    const entries = [...Array.from({ length: 60 }, (_, index) => observation(`o${index}`)), {}]
    const server = searchServer({ observations: { laboratory: entries } })
    const { record } = loadFrom(server.request)
    await record.start()
    expect(server.searches().filter((url) => categoryOf(url) === 'laboratory')).toHaveLength(2)
    expect(record.status.unreadable).toMatchObject([{ count: 1 }])
  })

  it('OBS-08 keeps earlier notices until the category is complete, then says only the new ones', async () => {
    const withheld = outcome('warning', '59204', 'x')
    const load = await loadTwice(
      [bundle([outcome('warning', '4119', 'x')], lost)],
      [bundle([withheld]), bundle([])],
    )
    await load.retry()
    expect(load.saidSince().at(-2)?.categories[1]?.notices).toHaveLength(2)
    expect(load.line('laboratory')?.notices).toEqual(['Some results are withheld from this app.'])
  })

  it('does nothing for a category that is being loaded or is unknown', async () => {
    const server = fakeServer({})
    const { record } = loadFrom(server.request)
    const end = record.start()
    await record.retry('laboratory')
    await record.retry('other')
    await end
    expect(server.asked).toHaveLength(9)
  })

  it('PAT-07 says that the category waits while all places are taken', async () => {
    let isHanging = false
    const server = fakeServer({ laboratory: [new FhirError('server')] })
    const load = loadFrom((url, signal) =>
      isHanging ? new Promise(() => {}) : server.request(url, signal),
    )
    await load.record.start()
    isHanging = true
    const others = ['vital-signs', 'survey', 'exam', 'imaging', 'procedure', 'therapy']
    for (const code of others) void load.record.retry(code)
    void load.record.retry('laboratory')
    await Promise.resolve()
    expect(load.said.at(-1)).toBe(load.record.status)
    expect(load.state('laboratory')).toEqual({ kind: 'waiting' })
    load.record.abort()
  })
})
