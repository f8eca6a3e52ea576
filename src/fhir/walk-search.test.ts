import { describe, expect, it, vi } from 'vitest'
import type { BundleEntries } from './bundle.ts'
import { FhirError } from './fhir-error.ts'
import type { FhirRequest } from './fhir-request.ts'
import type { JsonObject } from './json.ts'
import { readPage } from './read-page.ts'
import { bundle, fhirBase, observation, outcome, toStream } from './test-server.ts'
import { walkSearch } from './walk-search.ts'

type Options = {
  request?: FhirRequest
  fhirBase?: string
  maxPages?: number
  signal?: AbortSignal
  urls?: string[]
}

/** Reads a search to its end over a table of addresses. */
async function readAll(bodies: Record<string, unknown>, options: Options = {}) {
  const { signal = new AbortController().signal, maxPages = 500 } = options
  const asked: string[] = []
  const batches: BundleEntries[] = []
  const request: FhirRequest =
    options.request ??
    ((url) => {
      asked.push(url)
      return Promise.resolve({ body: bodies[url] })
    })
  const stream = toStream(request)
  const walk = await walkSearch(options.urls ?? ['Observation?a=1'], {
    read: async (url, hearer) =>
      readPage(await stream(url, signal), hearer, () => Promise.resolve(), signal),
    fhirBase: options.fhirBase ?? fhirBase,
    signal,
    maxPages,
    onStart: () => {},
    onEntries: (entries) => batches.push(entries),
    onPageEnd: () => {},
  })
  const ids = batches.flatMap(({ resources }) => resources.map(({ id }) => id))
  return { ...walk, ids, asked }
}

function pageTo(url: string | undefined, ...resources: JsonObject[]) {
  return bundle(resources, url === undefined ? {} : { link: [{ relation: 'next', url }] })
}

describe('walkSearch', () => {
  it('OBS-05 follows next until there is none, relative and absolute links alike (F-R10)', async () => {
    const second = 'https://ehr.example:443/r4/Observation?sessionID=2'
    const { stopped, error, asked, ids } = await readAll({
      'Observation?a=1': pageTo(second, observation('1')),
      [second]: pageTo('Observation?sessionID=3'),
      'Observation?sessionID=3': pageTo(undefined, observation('3')),
    })
    expect([stopped, error]).toEqual([undefined, undefined])
    expect(asked).toEqual(['Observation?a=1', second, 'Observation?sessionID=3'])
    expect(ids).toEqual(['1', '3'])
  })

  it.each([
    ['relative', 'Observation?a=1'],
    ['absolute', 'https://ehr.example/r4/Observation?a=1'],
    ['with the default port', 'https://EHR.example:443/r4/Observation?a=1'],
  ])('OBS-05 ends a loop back to the first page, written %s (F-R11)', async (_, first) => {
    const { stopped, asked } = await readAll({
      'Observation?a=1': pageTo('Observation?a=2'),
      'Observation?a=2': pageTo(first),
    })
    expect(stopped).toBe('loop')
    expect(asked).toEqual(['Observation?a=1', 'Observation?a=2'])
  })

  it('REF-10 tells of a refused token before any other failure', async () => {
    const request = (url: string) =>
      Promise.reject(new FhirError(url === 'b' ? 'signed-out' : 'server'))
    const { error, resumeAt } = await readAll({}, { request, urls: ['a', 'b', 'c'] })
    expect(error).toMatchObject({ failure: 'signed-out' })
    expect(resumeAt).toEqual(['a', 'b', 'c'])
  })

  it.each([
    ['the one after it', ['b', 'c'], 4],
    ['one further on', ['a', 'c'], 4],
    ['the same', ['a', 'a'], 4],
  ])(
    'OBS-05 goes on at a failed page and at %s, and takes their meeting for no loop',
    async (_, urls, pages) => {
      const bodies = { a: pageTo('b'), b: pageTo('c'), c: pageTo('d'), d: pageTo(undefined) }
      for (const inOrder of [urls, urls.toReversed()]) {
        const { stopped, error, asked } = await readAll(bodies, { urls: inOrder })
        expect([stopped, error]).toEqual([undefined, undefined])
        expect(new Set(asked).size).toBe(asked.length)
        expect(asked.length).toBe(urls.includes('a') ? pages : pages - 1)
      }
    },
  )

  it.each([[['a']], [['a', 'c']], [['c', 'a']], [['d', 'b', 'a']]])(
    'OBS-05 ends a circle that is entered at %j (F-R11)',
    async (urls) => {
      const bodies = { a: pageTo('b'), b: pageTo('c'), c: pageTo('d'), d: pageTo('a') }
      const { stopped, asked } = await readAll(bodies, { urls })
      expect(stopped).toBe('loop')
      expect(asked.toSorted()).toEqual(['a', 'b', 'c', 'd'])
    },
  )

  it('OBS-05 knows a loop under a base with a trailing slash', async () => {
    const self = { 'Observation?a=1': pageTo(`${fhirBase}/Observation?a=1`) }
    const { stopped, asked } = await readAll(self, { fhirBase: `${fhirBase}/` })
    expect({ stopped, asked }).toEqual({ stopped: 'loop', asked: ['Observation?a=1'] })
  })

  it('OBS-05 stops at the page limit when the addresses never end', async () => {
    let count = 0
    const request = () => {
      count += 1
      return Promise.resolve({ body: pageTo(`Observation?page=${count}`) })
    }
    expect(await readAll({}, { request, maxPages: 4 })).toMatchObject({
      stopped: 'page-limit',
      resumeAt: ['Observation?page=4'],
    })
    expect(count).toBe(4)
  })

  it('OBS-05 calls a search complete whose last page is the last one allowed', async () => {
    const bodies = { 'Observation?a=1': pageTo('b'), b: pageTo(undefined) }
    expect((await readAll(bodies, { maxPages: 2 })).stopped).toBeUndefined()
  })

  it.each([undefined, '', 'text', { resourceType: 'Patient' }])(
    'ERR-07 calls the answer %j unreadable, never empty',
    async (body) => {
      const { error, resumeAt } = await readAll({ 'Observation?a=1': body })
      expect(error).toMatchObject({ name: 'FhirError', failure: 'unreadable', issues: [] })
      expect(resumeAt).toEqual(['Observation?a=1'])
    },
  )

  it('ERR-07 keeps the issues of an OperationOutcome that came in place of a page', async () => {
    const body = outcome('fatal', '4113', 'Session expired')
    const { error } = await readAll({ 'Observation?a=1': body })
    expect(error).toMatchObject({ failure: 'unreadable', issues: [{ code: '4113' }] })
  })

  it('PAT-04 asks nothing once aborted, and drops an answer that comes after', async () => {
    const abort = new AbortController()
    const asked: string[] = []
    const request = (url: string) => {
      asked.push(url)
      abort.abort(new Error('session changed'))
      return Promise.resolve({ body: pageTo('Observation?a=2') })
    }
    const { signal } = abort
    await expect(readAll({}, { request, signal })).rejects.toThrow('session changed')
    expect(asked).toEqual(['Observation?a=1'])
    await expect(readAll({}, { request, signal })).rejects.toThrow('session changed')
    expect(asked).toEqual(['Observation?a=1'])
  })

  it('asks for the next page while this one is still arriving', async () => {
    const asked: string[] = []
    let goOn = () => {}
    const held = new Promise<void>((resolve) => (goOn = resolve))
    const text = JSON.stringify(pageTo('Observation?a=2', observation('1')))
    const { signal } = new AbortController()
    const walk = walkSearch(['Observation?a=1'], {
      read: (url, hearer) => {
        asked.push(url)
        const isFirst = url.endsWith('1')
        const chunks = (async function* () {
          const whole = isFirst
            ? (JSON.parse(text) as JsonObject)
            : pageTo(undefined, observation('2'))
          const { link, ...rest } = whole
          // The links stand first, as most servers have them.
          const sent = JSON.stringify({ link, ...rest })
          yield sent.slice(0, -10)
          if (isFirst) await held
          yield sent.slice(-10)
        })()
        return readPage(chunks, hearer, () => Promise.resolve(), signal)
      },
      fhirBase,
      signal,
      maxPages: 5,
      onStart: () => {},
      onEntries: () => {},
      onPageEnd: () => {},
    })
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    goOn()
    expect(await walk).toEqual({ stopped: undefined, error: undefined, resumeAt: [] })
  })

  it('ERR-07 keeps what came of a page that broke off, and reads on behind it', async () => {
    const { link, ...page } = pageTo('Observation?a=2', observation('1'), observation('2'))
    const cut = JSON.stringify({ link, ...page }).slice(0, -60)
    const { ids, error, resumeAt } = await readAll({
      'Observation?a=1': cut,
      'Observation?a=2': pageTo(undefined, observation('3')),
    })
    expect(new Set(ids)).toEqual(new Set(['1', '3']))
    expect(error).toMatchObject({ failure: 'unreadable' })
    expect(resumeAt).toEqual(['Observation?a=1'])
  })
})
