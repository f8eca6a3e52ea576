import { describe, expect, it } from 'vitest'
import { bundle, fakeServer, loadFrom, observation, outcome, type Answer } from './test-server.ts'
import { FhirError } from './fhir-error.ts'
import type { FhirRequest } from './fhir-request.ts'
import { readOutcome } from './operation-outcome.ts'

const busy = new FhirError('busy', { status: 429, retryAfter: 3 })
const warning = outcome('warning', '4119', 'More may exist')

/** Loads a record of these pages to its end. */
async function loaded(pages: Record<string, readonly Answer[]>) {
  const server = fakeServer(pages)
  const load = loadFrom(server.request)
  await load.record.start()
  return { ...load, ...server }
}

describe('createRecordLoad', () => {
  it('OBS-01 sends one search a category, each with patient and category', async () => {
    const { asked, record } = await loaded({})
    expect(asked).toHaveLength(9)
    expect(new Set(asked).size).toBe(9)
    for (const url of asked) {
      expect(url).toMatch(
        /^Observation\?patient=maria&category=http[^&]+%7C[a-z-]+&_sort=-date&_count=50$/,
      )
    }
    expect(record.status.categories.map(({ state }) => state.kind)).toEqual(Array(9).fill('empty'))
  })

  it('OBS-02 lets one category fail without the others, and says which (F-R26)', async () => {
    const issues = readOutcome(outcome('fatal', '59111', 'Not offered'))
    const { state, held } = await loaded({
      'vital-signs': [bundle([observation('1')])],
      laboratory: [new FhirError('refused', { status: 403 })],
      survey: [new FhirError('rejected', { status: 400, issues })],
      exam: [new FhirError('timed-out')],
      imaging: [bundle([observation('2')]), new FhirError('signed-out', { status: 401 })],
    })
    expect(state('vital-signs')).toEqual({ kind: 'loaded', count: 1 })
    expect(state('laboratory')).toEqual({ kind: 'refused', count: 0, status: 403, issues: [] })
    expect(state('survey')).toEqual({ kind: 'refused', count: 0, status: 400, issues })
    expect(state('exam')).toEqual({ kind: 'failed', count: 0, failure: 'timed-out', issues: [] })
    expect(state('therapy')).toEqual({ kind: 'empty' })
    expect(new Set(held().keys())).toEqual(new Set(['1', '2']))
  })

  it('REF-10 leaves a category marked signed-out with what it has, and does not ask again (F-R21)', async () => {
    const { state, asked } = await loaded({
      laboratory: [bundle([observation('1')]), new FhirError('signed-out', { status: 401 })],
    })
    expect(state('laboratory')).toEqual({
      kind: 'failed',
      count: 1,
      failure: 'signed-out',
      status: 401,
      issues: [],
    })
    expect(asked.filter((url) => url.includes('laboratory'))).toHaveLength(2)
  })

  it('OBS-08 says what the server said beside the data, each once, and keeps categories apart (F-R7)', async () => {
    const { line } = await loaded({
      laboratory: [
        bundle([observation('1'), warning, outcome('warning', '59204', 'x')]),
        bundle([warning]),
      ],
      exam: [bundle([outcome('warning', '4101', 'Nothing found.')])],
    })
    expect(line('laboratory')?.notices).toEqual([
      'This may not be the complete record.',
      'Some results are withheld from this app.',
    ])
    expect(line('exam')).toMatchObject({ state: { kind: 'empty' }, notices: [] })
  })

  it('OBS-08 says a fatal issue with the failure, not as a notice beside good data', async () => {
    const { line } = await loaded({
      laboratory: [bundle([observation('1'), warning, outcome('fatal', '4113', 'x')])],
    })
    expect(line('laboratory')).toMatchObject({
      state: { kind: 'failed', count: 1, failure: 'rejected', issues: [{ code: '4113' }] },
      notices: ['This may not be the complete record.'],
    })
  })

  it('OBS-12 says that a subsetted answer is only a part', async () => {
    const { line } = await loaded({
      laboratory: [bundle([observation('1')], { meta: { tag: [{ code: 'SUBSETTED' }] } })],
    })
    expect(line('laboratory')?.notices).toEqual(['The server sent only a part of these results.'])
  })

  it('OBS-05 says when a category was stopped, and keeps what it had (F-R11)', async () => {
    const server = fakeServer({
      laboratory: [bundle([observation('1')]), bundle([observation('2')]), bundle([])],
    })
    const { record, state } = loadFrom(server.request, { plan: { maxPages: 2 } })
    await record.start()
    expect(state('laboratory')).toEqual({ kind: 'stopped', count: 2, why: 'page-limit' })
  })

  it('OBS-05 says that a category was stopped where the next page is named without its address', async () => {
    const link = [{ relation: 'next', url: null }]
    const { state, asked } = await loaded({ laboratory: [bundle([observation('1')], { link })] })
    expect(state('laboratory')).toEqual({ kind: 'stopped', count: 1, why: 'lost-link' })
    expect(asked).toHaveLength(9)
  })

  it('ERR-07 waits as long as a busy server asks, page by page, and goes on (F-R19)', async () => {
    let refusals = 2
    const { state, waits } = await loaded({
      laboratory: [
        bundle([observation('1')]),
        () => (refusals-- > 0 ? busy : bundle([observation('2')])),
      ],
    })
    expect(waits).toEqual([3000, 3000])
    expect(state('laboratory')).toEqual({ kind: 'loaded', count: 2 })
  })

  it('ERR-07 says busy after three repetitions', async () => {
    const { state, asked } = await loaded({ laboratory: [busy] })
    expect(asked.filter((url) => url.includes('laboratory'))).toHaveLength(4)
    expect(state('laboratory')).toMatchObject({ kind: 'failed', failure: 'busy' })
  })

  it('PAT-07 tells each state a category passes through, and leaves told ones as they were', async () => {
    const server = fakeServer({
      laboratory: [bundle([observation('1')]), bundle([observation('2')])],
    })
    const load = loadFrom(server.request)
    expect(load.state('laboratory')).toEqual({ kind: 'waiting' })
    await load.record.start()
    const states = load.said.map((status) => load.state('laboratory', status))
    expect(
      states.filter((state, index) => index === 0 || state?.kind !== states[index - 1]?.kind),
    ).toEqual([{ kind: 'waiting' }, { kind: 'loading', count: 0 }, { kind: 'loaded', count: 2 }])
    expect(states).toContainEqual({ kind: 'loading', count: 1 })
    expect(load.said.at(-1)).toBe(load.record.status)
  })

  it('PAT-07 keeps categories waiting until one of six places is free', async () => {
    const load = loadFrom(() => new Promise(() => {}))
    void load.record.start()
    await Promise.resolve()
    const kinds = load.record.status.categories.map(({ state }) => state.kind)
    expect(kinds).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) => (index < 6 ? 'loading' : 'waiting')),
    )
    load.record.abort()
  })

  it('PAT-07 says when the last page arrived, and nothing before the first', async () => {
    let time = 100
    const server = fakeServer({ laboratory: [bundle([]), new FhirError('server')] })
    const { record, said } = loadFrom(server.request, { now: () => (time += 1) })
    expect(record.status.asOf).toBeUndefined()
    await record.start()
    expect(said[0]?.asOf).toBeUndefined()
    // Nine first pages; the page that failed did not arrive.
    expect(record.status.asOf).toBe(109)
  })

  it('PAT-04 says and gives nothing after an abort, though answers still come (F-R30)', async () => {
    const late: (() => void)[] = []
    const request: FhirRequest = () =>
      new Promise((resolve) => {
        late.push(() => resolve({ body: bundle([observation('1')]) }))
      })
    const { record, said, given } = loadFrom(request)
    const end = record.start()
    const before = said.length
    record.abort()
    for (const answer of late) answer()
    await end
    await record.retry('laboratory')
    await record.start()
    expect(late).toHaveLength(6)
    expect(said).toHaveLength(before)
    expect(given).toEqual([])
  })

  it('PAT-04 ends the wait for a busy server when aborted', async () => {
    const server = fakeServer({ laboratory: [busy] })
    const load = loadFrom(server.request, { sleep: undefined })
    const end = load.record.start()
    while (load.state('activity')?.kind !== 'empty') await Promise.resolve()
    expect(load.state('laboratory')).toEqual({ kind: 'loading', count: 0 })
    load.record.abort()
    await end
    expect(server.asked.filter((url) => url.includes('laboratory'))).toHaveLength(1)
  })

  it('loads each category once when started twice', async () => {
    const server = fakeServer({})
    const { record } = loadFrom(server.request)
    await Promise.all([record.start(), record.start()])
    expect(server.asked).toHaveLength(9)
  })

  it('lets an error of its listener out instead of hiding it', async () => {
    const onChange = () => {
      throw new Error('listener')
    }
    await expect(loadFrom(fakeServer({}).request, { onChange }).record.start()).rejects.toThrow(
      'listener',
    )
  })
})
