import { describe, expect, it } from 'vitest'
import { searchServer } from './test-fhir-server.ts'
import { parametersOf, results } from './test-large-record.ts'
import {
  bundle,
  fakeServer,
  fhirBase,
  observation,
  outcome,
  patientId,
  toStream,
  usualPlan,
} from './test-server.ts'
import type { Answer } from './test-server.ts'
import { FhirError } from './fhir-error.ts'
import type { FhirRequest } from './fhir-request.ts'
import type { JsonObject } from './json.ts'
import type { SearchContext } from './category-pages.ts'
import { loadCategory } from './load-category.ts'
import { readOutcome } from './operation-outcome.ts'
import { readPage } from './read-page.ts'

const category = { code: 'laboratory', system: 'http://codes.example/cat', title: 'Laboratory' }

type Options = {
  abort?: AbortController
  maxPages?: number
  byDate?: (boolean | undefined)[]
  count?: number
}

async function load(request: FhirRequest, options: Options = {}, resumeAt: string[] = []) {
  const { abort = new AbortController(), maxPages = 500, byDate = [], count = 1000 } = options
  const answers = [...byDate]
  const { signal } = abort
  const ids: unknown[] = []
  const stream = toStream(request)
  const context: SearchContext = {
    read: async (url, hearer) =>
      readPage(await stream(url, signal), hearer, () => Promise.resolve(), signal),
    patientId,
    fhirBase,
    signal,
    maxPages,
    dialect: { ...usualPlan.dialect, count },
    // What it says when it is asked, one after the other; at last that it doesn't.
    searchesByDate: () => Promise.resolve(answers.length > 0 ? answers.shift() : false),
  }
  const ending = await loadCategory({
    context,
    category,
    resumeAt,
    onStart: () => {},
    onEntries: ({ resources }) => ids.push(...resources.map(({ id }) => id)),
    onPageEnd: () => {},
  })
  return { ending, ids, context }
}

async function loadFromPages(...pages: Answer[]) {
  const server = fakeServer({ laboratory: pages })
  return { ...(await load(server.request)), asked: server.asked }
}

function rejected(status: number, ...outcomes: JsonObject[]) {
  return new FhirError('rejected', { status, issues: outcomes.flatMap(readOutcome) })
}

describe('loadCategory', () => {
  it.each([
    ['says so', [true], true],
    ['says so after the first page', [undefined, true], true],
    ['hasn’t said so by then', [undefined, undefined], false],
    ['says that it doesn’t', [false], false],
  ])('reads by spans of time, or on by pages, where a server %s', async (_, byDate, isDivided) => {
    const server = searchServer({ observations: { laboratory: results(1200) } })
    const { ending, ids } = await load(server.request, { byDate })
    expect(ending).toEqual({ kind: 'complete' })
    expect(new Set(ids).size).toBe(1200)
    const dated = server.asked.filter((url) => parametersOf(url).has('date'))
    expect(dated.length > 0).toBe(isDivided)
    // Never by both.
    const pages = server.asked.filter((url) => parametersOf(url).has('_page'))
    expect(pages.some((url) => !parametersOf(url).has('date'))).toBe(!isDivided)
  })

  it('OBS-05 reads all pages and says that it is complete', async () => {
    const { ending, ids } = await loadFromPages(
      bundle([observation('1')]),
      bundle([]),
      bundle([observation('3')]),
    )
    expect({ ending, ids }).toEqual({ ending: { kind: 'complete' }, ids: ['1', '3'] })
  })

  it('OBS-05 says that a loop and the page limit are no end', async () => {
    const loop = (): Answer =>
      bundle([], { link: [{ relation: 'next', url: 'Observation?sessionID=laboratory-1' }] })
    expect((await loadFromPages(loop, loop)).ending).toEqual({
      kind: 'stopped',
      why: 'loop',
      resumeAt: [],
    })
    const { request } = fakeServer({ laboratory: [bundle([]), bundle([]), bundle([])] })
    const { ending } = await load(request, { maxPages: 1 })
    expect(ending).toMatchObject({ kind: 'stopped', why: 'page-limit' })
  })

  it.each([
    ['403', new FhirError('refused', { status: 403 })],
    ['59111', rejected(400, outcome('fatal', '59111', 'Invalid value'))],
    ['59102', rejected(400, outcome('fatal', '59102', 'Bad value'))],
    ['break-the-glass', rejected(400, outcome('fatal', '4131', 'Break the glass'))],
    ['a not-supported issue', rejected(400, outcome('error', 'x', 'No', 'not-supported'))],
    [
      'an ignored parameter before the fatal issue',
      rejected(400, outcome('information', '59100', 'Unknown'), outcome('fatal', '59111', 'No')),
    ],
  ])('OBS-02 calls a category refused for %s', async (_, error) => {
    const { ending, asked } = await loadFromPages(error)
    const { failure, status, issues } = error
    expect(ending).toEqual({ kind: 'refused', failure, status, issues, resumeAt: [] })
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['400', rejected(400, outcome('fatal', '59108', 'Must have either code or category.'))],
    ['400 with a warning only', rejected(400, outcome('warning', '59111', 'Odd value'))],
    ['401', new FhirError('signed-out', { status: 401 })],
    ['404', rejected(404)],
    ['500', new FhirError('server', { status: 500 })],
    ['no answer', new FhirError('unreachable')],
    ['a foreign next link', new FhirError('confined')],
  ])('ERR-07 calls a category failed for %s, with the reason', async (_, error) => {
    const { ending } = await loadFromPages(error)
    const { failure, status, issues } = error
    expect(ending).toEqual({ kind: 'failed', failure, status, issues, resumeAt: [] })
  })

  it('ERR-07 keeps the pages before a failure', async () => {
    const { ending, ids } = await loadFromPages(bundle([observation('1')]), new FhirError('server'))
    expect(ids).toEqual(['1'])
    expect(ending).toMatchObject({ kind: 'failed', failure: 'server', issues: [] })
    expect(ending).toHaveProperty('resumeAt', [`${fhirBase}/Observation?sessionID=laboratory-1`])
  })

  it('ERR-07 calls an answer unreadable that made its reader throw', async () => {
    const { ending } = await load(() => Promise.reject(new TypeError('bug')))
    expect(ending).toMatchObject({ kind: 'failed', failure: 'unreadable', issues: [] })
  })

  it('OBS-08 takes a page with a fatal issue in its last place for a failure, after its data (F-R12)', async () => {
    const entry = [
      observation('1'),
      outcome('information', '59100', 'x'),
      outcome('fatal', '4113', 'y'),
    ]
    const { ending, ids } = await loadFromPages(
      bundle(entry, { link: [{ relation: 'next', url: 'Observation?sessionID=more' }] }),
    )
    expect(ids).toEqual(['1'])
    expect(ending).toMatchObject({
      kind: 'failed',
      failure: 'rejected',
      issues: [{ code: '4113' }],
    })
  })

  const wantsStatus = rejected(400, outcome('error', 'x', 'The status parameter is required.'))

  it('OBS-11 asks once more with every status when the server insists on it', async () => {
    const { ending, ids, asked } = await loadFromPages((url) =>
      url.includes('&status=') ? bundle([observation('1')]) : wantsStatus,
    )
    expect({ ending, ids }).toEqual({ ending: { kind: 'complete' }, ids: ['1'] })
    expect(asked).toHaveLength(2)
    expect(new URLSearchParams(asked[1]?.split('?')[1]).get('status')?.split(',').sort()).toEqual([
      'amended',
      'cancelled',
      'corrected',
      'entered-in-error',
      'final',
      'preliminary',
      'registered',
      'unknown',
    ])
    expect(asked[1]?.replace(/&status=[^&]+/, '')).toBe(asked[0])
  })

  it('OBS-11 asks no third time, and says what the second answer was', async () => {
    const { ending, asked } = await loadFromPages(() => wantsStatus)
    expect(asked).toHaveLength(2)
    expect(ending).toMatchObject({ kind: 'failed', failure: 'rejected' })
  })

  it.each([
    new FhirError('refused', { status: 403, issues: wantsStatus.issues }),
    rejected(422, outcome('error', 'x', 'The status parameter is required.')),
    rejected(400, outcome('fatal', 'x', 'Something else is amiss.')),
  ])('OBS-11 does not ask again for another reason', async (error) => {
    expect((await loadFromPages(error)).asked).toHaveLength(1)
  })

  it('OBS-11 does not begin again in the middle of paging', async () => {
    const { ending, asked } = await loadFromPages(bundle([observation('1')]), wantsStatus)
    expect(asked).toHaveLength(2)
    expect(ending).toMatchObject({ kind: 'failed', failure: 'rejected' })
  })

  it.each(['first', 'second'])('PAT-04 rejects when the %s search is aborted', async (which) => {
    const abort = new AbortController()
    const request: FhirRequest = (url) => {
      if (which === 'second' && !url.includes('status')) return Promise.reject(wantsStatus)
      abort.abort(new Error('session changed'))
      return Promise.reject(new FhirError('unreachable'))
    }
    await expect(load(request, { abort })).rejects.toThrow('session changed')
  })
})
