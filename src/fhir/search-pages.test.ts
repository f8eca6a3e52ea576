import { describe, expect, it } from 'vitest'
import type { BundlePage } from './bundle.ts'
import { bundle, fhirBase, observation, outcome } from './test-server.ts'
import type { JsonObject } from './json.ts'
import { searchPages, type SearchPagesOptions } from './search-pages.ts'

/** Reads a search to its end over a table of addresses. */
async function readAll(bodies: Record<string, unknown>, options: Partial<SearchPagesOptions> = {}) {
  const asked: string[] = []
  const pages: BundlePage[] = []
  const search = searchPages({
    request: (url) => {
      asked.push(url)
      return Promise.resolve({ body: bodies[url] })
    },
    url: 'Observation?a=1',
    fhirBase,
    signal: new AbortController().signal,
    ...options,
  })
  for (;;) {
    const step = await search.next()
    if (step.done === true) return { ending: step.value, pages, asked }
    pages.push(step.value)
  }
}

function pageTo(url: string | undefined, ...resources: JsonObject[]) {
  return bundle(resources, url === undefined ? {} : { link: [{ relation: 'next', url }] })
}

describe('searchPages', () => {
  it('OBS-05 follows next until there is none, relative and absolute links alike (F-R10)', async () => {
    const second = 'https://ehr.example:443/r4/Observation?sessionID=2'
    const { ending, asked, pages } = await readAll({
      'Observation?a=1': pageTo(second, observation('1')),
      [second]: pageTo('Observation?sessionID=3'),
      'Observation?sessionID=3': pageTo(undefined, observation('3')),
    })
    expect(ending).toBe('complete')
    expect(asked).toEqual(['Observation?a=1', second, 'Observation?sessionID=3'])
    expect(pages.map(({ resources }) => resources.length)).toEqual([1, 0, 1])
  })

  it.each([
    ['relative', 'Observation?a=1'],
    ['absolute', 'https://ehr.example/r4/Observation?a=1'],
    ['with the default port', 'https://EHR.example:443/r4/Observation?a=1'],
  ])('OBS-05 ends a loop back to the first page, written %s (F-R11)', async (_, first) => {
    const { ending, asked } = await readAll({
      'Observation?a=1': pageTo('Observation?a=2'),
      'Observation?a=2': pageTo(first),
    })
    expect(ending).toBe('loop')
    expect(asked).toEqual(['Observation?a=1', 'Observation?a=2'])
  })

  it('OBS-05 knows a loop under a base with a trailing slash', async () => {
    const self = { 'Observation?a=1': pageTo(`${fhirBase}/Observation?a=1`) }
    const { ending, asked } = await readAll(self, { fhirBase: `${fhirBase}/` })
    expect({ ending, asked }).toEqual({ ending: 'loop', asked: ['Observation?a=1'] })
  })

  it('OBS-05 stops at the page limit when the addresses never end', async () => {
    let count = 0
    const request = () => {
      count += 1
      return Promise.resolve({ body: pageTo(`Observation?page=${count}`) })
    }
    expect((await readAll({}, { request, maxPages: 4 })).ending).toBe('page-limit')
    expect(count).toBe(4)
  })

  it('OBS-05 calls a search complete whose last page is the last one allowed', async () => {
    const bodies = { 'Observation?a=1': pageTo('b'), b: pageTo(undefined) }
    expect((await readAll(bodies, { maxPages: 2 })).ending).toBe('complete')
  })

  it.each([undefined, '', 'text', { resourceType: 'Patient' }])(
    'ERR-07 calls the answer %j unreadable, never empty',
    async (body) => {
      await expect(readAll({ 'Observation?a=1': body })).rejects.toMatchObject({
        name: 'FhirError',
        failure: 'unreadable',
        issues: [],
      })
    },
  )

  it('ERR-07 keeps the issues of an OperationOutcome that came in place of a page', async () => {
    const body = outcome('fatal', '4113', 'Session expired')
    await expect(readAll({ 'Observation?a=1': body })).rejects.toMatchObject({
      failure: 'unreadable',
      issues: [{ code: '4113' }],
    })
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
})
