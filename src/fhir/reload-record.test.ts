import { describe, expect, it } from 'vitest'
import { FhirError } from './fhir-error.ts'
import { bundle, fakeServer, loadFrom, observation, outcome } from './test-server.ts'
import type { Answer } from './test-server.ts'

/** A server whose laboratory can be changed between two loads. */
function changing(first: Answer) {
  const now = { laboratory: first }
  const server = fakeServer({ laboratory: [() => now.laboratory] })
  return { now, ...server, ...loadFrom(server.request) }
}

describe('reload', () => {
  it('gives what is new or newer, and the ids that are not sent any more', async () => {
    const { now, record, given, state } = changing(bundle([observation('1'), observation('2')]))
    await record.start()
    given.length = 0
    now.laboratory = bundle([observation('2', { status: 'amended' }), observation('3')])
    expect(await record.reload()).toEqual(['1'])
    expect(new Set(given.flat().map(({ id }) => id))).toEqual(new Set(['2', '3']))
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 2 })
  })

  it('ERR-07 tells of nothing as gone where a category could not be loaded to its end', async () => {
    const { now, record, state } = changing(bundle([observation('1')]))
    await record.start()
    now.laboratory = new FhirError('server')
    expect(await record.reload()).toBeUndefined()
    expect(state('laboratory')).toMatchObject({ kind: 'failed', count: 1 })
  })

  it('F-R26 tells what has gone though another category is refused each time, and never gave anything', async () => {
    const refused = new FhirError('refused', { status: 403 })
    const now = { laboratory: bundle([observation('1'), observation('2')]) }
    const server = fakeServer({ laboratory: [() => now.laboratory], exam: [refused] })
    const { record } = loadFrom(server.request)
    await record.start()
    now.laboratory = bundle([observation('2')])
    expect(await record.reload()).toEqual(['1'])
  })

  it('ERR-07 tells of nothing as gone where a category is refused that gave something before', async () => {
    let exam: Answer = bundle([observation('1')])
    const server = fakeServer({ exam: [() => exam] })
    const { record } = loadFrom(server.request)
    await record.start()
    exam = new FhirError('refused', { status: 403 })
    expect(await record.reload()).toBeUndefined()
  })

  it.each([
    ['counts more than it sends', bundle([observation('2')], { total: 2 })],
    ['counts some and sends none', bundle([], { total: 2 })],
    ['calls it a part', bundle([observation('2')], { meta: { tag: [{ code: 'SUBSETTED' }] } })],
    ['says so in words', bundle([observation('2'), outcome('warning', '4119', 'x')])],
    [
      'counts more, and calls it a part',
      bundle([observation('2', { meta: { tag: [{ code: 'SUBSETTED' }] } })], { total: 2 }),
    ],
  ])('OBS-05 OBS-12 tells of nothing as gone where the server %s', async (_, answer) => {
    const { now, record, state } = changing(bundle([observation('1'), observation('2')]))
    await record.start()
    now.laboratory = answer
    expect(await record.reload()).toBeUndefined()
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 2 })
  })

  it('OBS-05 OBS-06 tells of nothing as gone where pages end before their total', async () => {
    let second = bundle([observation('2'), observation('3')], { total: 3 })
    const server = fakeServer({
      laboratory: [bundle([observation('1')], { total: 3 }), () => second],
    })
    const { record, line } = loadFrom(server.request)
    await record.start()
    expect(line('laboratory')?.notices).toEqual([])
    second = bundle([observation('2')], { total: 3 })
    expect(await record.reload()).toBeUndefined()
    expect(line('laboratory')?.notices).toEqual(['There may be more results than the server sent.'])
  })

  it('REF-10 tells what has gone though a token was renewed in the middle', async () => {
    let isOld = false
    let second = bundle([observation('2')])
    const server = fakeServer({
      laboratory: [
        bundle([observation('1')]),
        () => {
          if (!isOld) return second
          isOld = false
          void record.resumeSignedOut()
          return new FhirError('signed-out', { status: 401 })
        },
      ],
    })
    const { record, state } = loadFrom(server.request)
    await record.start()
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 2 })
    second = bundle([observation('3')])
    isOld = true
    expect(await record.reload()).toEqual(['2'])
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 2 })
  })

  it('PAT-07 names as fresh only what comes with a category that was whole before', async () => {
    const now: Record<string, Answer> = {
      laboratory: bundle([observation('1'), observation('4', { subject: undefined })]),
      exam: new FhirError('server'),
    }
    const server = fakeServer({
      laboratory: [() => now['laboratory'] ?? bundle([])],
      exam: [() => now['exam'] ?? bundle([])],
    })
    const fresh: string[] = []
    const onResources = (_: unknown, ids: readonly string[]) => {
      fresh.push(...ids)
      return []
    }
    const { record } = loadFrom(server.request, { onResources })
    await record.start()
    expect(fresh).toEqual([])
    now['laboratory'] = bundle([observation('1'), observation('2'), observation('4')])
    now['exam'] = bundle([observation('3'), observation('2')])
    await record.reload()
    // The last one could not be shown before, since it named nobody.
    expect(fresh).toEqual(['2', '4'])
  })

  it('D3 takes one that has gone out of what is counted as left out', async () => {
    const wrong = observation('1', { status: 'entered-in-error' })
    const { now, record } = changing(bundle([wrong, observation('2')]))
    await record.start()
    expect(record.status.enteredInError).toBe(1)
    now.laboratory = bundle([observation('2')])
    await record.reload()
    expect(record.status.enteredInError).toBe(0)
  })

  it('PAT-07 says as of when, anew', async () => {
    let time = 0
    const { request } = fakeServer({})
    const { record } = loadFrom(request, { now: () => (time += 1) })
    await record.start()
    const before = record.status.asOf ?? 0
    await record.reload()
    expect(record.status.asOf).toBeGreaterThan(before)
  })
})

describe('retry of what was stopped', () => {
  it('OBS-05 reads on beyond the page limit when it is told to', async () => {
    const pages = ['1', '2', '3'].map((id) => bundle([observation(id)]))
    const server = fakeServer({ laboratory: pages })
    const { record, state } = loadFrom(server.request, { plan: { maxPages: 2 } })
    await record.start()
    expect(state('laboratory')).toEqual({ kind: 'stopped', why: 'page-limit', count: 2 })
    await record.retry('laboratory')
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 3 })
  })

  it('F-R12 makes the search again where the paging session is over', async () => {
    let isOver = true
    const server = fakeServer({
      laboratory: [
        bundle([observation('1')]),
        () => (isOver ? new FhirError('rejected', { status: 410 }) : bundle([observation('2')])),
      ],
    })
    const { record, state } = loadFrom(server.request)
    await record.start()
    expect(state('laboratory')).toMatchObject({ kind: 'failed', failure: 'rejected', count: 1 })
    const { length } = server.asked
    await record.retry('laboratory')
    // The old page once, then from the beginning.
    expect(server.asked.slice(length)).toHaveLength(3)
    isOver = false
    await record.retry('laboratory')
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 2 })
  })
})
