import { describe, expect, it } from 'vitest'
import { FhirError } from './fhir-error.ts'
import type { FhirRequest } from './fhir-request.ts'
import { createLimiter } from './limiter.ts'
import { readAgain, type ReadAgainOptions } from './read-again.ts'
import { categoryOf, fhirBase, loadFrom, toStream } from './test-server.ts'

const raw = (id: string, patient = 'maria') =>
  `{"resourceType":"Observation","id":"${id}","subject":{"reference":"Patient/${patient}"},"valueQuantity":{ "value":5.10 }}`
const mostById = 50
const ids = (count: number) => Array.from({ length: count }, (_, at) => `o${at}`)

/** A server of laboratory results in pages of ten; `trouble` may answer in its place. */
function server(
  results: readonly string[],
  trouble?: (url: string) => string | FhirError | undefined,
) {
  const asked: string[] = []
  const request: FhirRequest = async (url) => {
    await Promise.resolve()
    asked.push(url)
    const answer = trouble?.(url)
    if (answer instanceof FhirError) throw answer
    if (answer !== undefined) return { body: answer }
    const id = /^Observation\/(.+)/.exec(url)?.[1]
    if (id !== undefined) return { body: results.find((one) => one.includes(`"${id}"`)) ?? '{}' }
    const from = Number(new URLSearchParams(url.split('?')[1]).get('_page') ?? 0)
    const found = categoryOf(url) === 'laboratory' ? results.slice(from, from + 10) : []
    const next = `${fhirBase}/Observation?category=laboratory&_page=${from + 10}`
    const link =
      from + 10 < results.length && found.length > 0 ? [{ relation: 'next', url: next }] : []
    const entry = found.map((one) => `{"fullUrl":"urn:x", "resource" : ${one}}`)
    return {
      body: `{"resourceType":"Bundle","type":"searchset","link":${JSON.stringify(link)},"entry":[${entry.join()}]}`,
    }
  }
  return { request, asked }
}

function again(
  request: FhirRequest,
  part: Partial<ReadAgainOptions> & Pick<ReadAgainOptions, 'ids'>,
) {
  const progress: number[] = []
  const reading = readAgain({
    categoriesOf: () => ['laboratory'],
    searches: loadFrom(request).record.searches,
    stream: toStream(request),
    limit: createLimiter(6),
    mayRead: true,
    mostById,
    onProgress: (count) => progress.push(count),
    signal: new AbortController().signal,
    sleep: () => Promise.resolve(),
    ...part,
  })
  return { reading, progress }
}

describe('readAgain', () => {
  it('reads few results by their ids, each as its text', async () => {
    const { request, asked } = server(ids(30).map((id) => raw(id)))
    const { reading, progress } = again(request, { ids: ['o3', 'o7'] })
    expect(await reading).toEqual({
      kind: 'read',
      texts: new Map(['o3', 'o7'].map((id) => [id, raw(id)])),
      missing: new Map(),
    })
    expect(asked).toEqual(['Observation/o3', 'Observation/o7'])
    expect(progress).toEqual([1, 2])
  })

  it('reads many by the searches that brought them, no further than it must', async () => {
    const { request, asked } = server(ids(90).map((id) => raw(id)))
    const wanted = ids(mostById + 1)
    const outcome = await again(request, { ids: wanted }).reading
    expect(outcome).toEqual({
      kind: 'read',
      texts: new Map(wanted.map((id) => [id, raw(id)])),
      missing: new Map(),
    })
    expect(new Set(asked.map(categoryOf))).toEqual(new Set(['laboratory']))
    expect(asked.length).toBeLessThan(9)
  })

  it('searches where the sign-in allows no single reads, and says what no search brought (SCOPE-01)', async () => {
    const { request, asked } = server([raw('o1')])
    const outcome = await again(request, { ids: ['o1', 'o2'], mayRead: false }).reading
    expect(outcome).toMatchObject({ missing: new Map([['o2', 'not-sent']]) })
    expect(asked.every((url) => url.startsWith('Observation?'))).toBe(true)
    expect(new Set(asked).size).toBe(9)
  })

  it('PAT-07 says what failed, and why, and keeps the rest', async () => {
    const { request } = server([raw('o1'), raw('o2')], (url) =>
      url.endsWith('o2')
        ? new FhirError('rejected', { status: 404 })
        : url.endsWith('o3')
          ? 'no'
          : undefined,
    )
    const outcome = await again(request, { ids: ['o1', 'o2', 'o3', 'o4'] }).reading
    expect(outcome).toEqual({
      kind: 'read',
      texts: new Map([['o1', raw('o1')]]),
      missing: new Map([
        ['o2', 'rejected'],
        ['o3', 'unreadable'],
        ['o4', 'other'],
      ]),
    })
  })

  it('PAT-07 blames no search of another category for what did not come', async () => {
    const { request } = server([raw('o1')], (url) =>
      categoryOf(url) === 'vital-signs' ? new FhirError('rejected', { status: 404 }) : undefined,
    )
    const categories: Record<string, string> = { o2: 'laboratory', o3: 'vital-signs', o4: 'own' }
    const outcome = await again(request, {
      ids: ['o2', 'o3', 'o4'],
      mayRead: false,
      categoriesOf: (id) => [categories[id] ?? ''],
    }).reading
    expect(outcome).toMatchObject({
      missing: new Map([
        ['o2', 'not-sent'],
        ['o3', 'rejected'],
        ['o4', 'rejected'],
      ]),
    })
  })

  it('OBS-03 keeps the newest of several versions that searches bring', async () => {
    const version = (at: number) =>
      raw('o1').replace('"subject"', `"meta":{"versionId":"${at}"},"subject"`)
    const results = [version(1), version(3), version(2)]
    const { request } = server(results)
    const { reading, progress } = again(request, { ids: ['o1', 'gone'], mayRead: false })
    expect(await reading).toMatchObject({ texts: new Map([['o1', version(3)]]) })
    expect(progress).toEqual([1])
  })

  it('waits for a server that is busy', async () => {
    let isFirst = true
    const { request } = server([raw('o1')], () => {
      if (!isFirst) return undefined
      isFirst = false
      return new FhirError('busy', { status: 429 })
    })
    expect(await again(request, { ids: ['o1'] }).reading).toMatchObject({ missing: new Map() })
  })

  it.each([
    ['one by one', ['o1', 'o2'], true],
    ['by a search', ['o1'], false],
  ])(
    'PAT-02 gives nothing at all where one of another patient comes, %s',
    async (_, wanted, mayRead) => {
      const { request } = server([raw('o1'), raw('o2', 'john')])
      expect(await again(request, { ids: wanted, mayRead }).reading).toEqual({ kind: 'foreign' })
    },
  )

  it('ends as soon as nobody wants it any more', async () => {
    const abort = new AbortController()
    const { request, asked } = server(
      ids(90).map((id) => raw(id)),
      () => {
        abort.abort()
        return undefined
      },
    )
    const { reading } = again(request, { ids: ids(90), signal: abort.signal })
    await expect(reading).rejects.toThrow('abort')
    expect(asked.length).toBeLessThan(3)
  })
})
