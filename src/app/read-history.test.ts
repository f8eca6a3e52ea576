import { describe, expect, it, vi } from 'vitest'
import { FhirError } from '../fhir/fhir-error.ts'
import type { FhirStream } from '../fhir/fhir-request.ts'
import { exampleSession } from '../smart/test-session.ts'
import { readHistory } from './read-raw.ts'

const session = exampleSession()
const first = 'Observation/a/_history'

const version = (versionId: string, value = 70) => ({
  resource: {
    resourceType: 'Observation',
    id: 'a',
    meta: { versionId, lastUpdated: `2025-05-0${versionId}T09:00:00Z` },
    status: 'final',
    code: { text: 'Weight' },
    subject: { reference: 'Patient/p-1' },
    valueQuantity: { value, unit: 'kg' },
  },
})
const history = (entry: readonly object[], next?: string) =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'history',
    entry,
    ...(next && { link: [{ relation: 'next', url: next }] }),
  })

/** Reads from a server of these pages, and says what was asked for. */
async function read(pages: Readonly<Record<string, string | Error>>) {
  const stream = vi.fn<FhirStream>(async (url) => {
    await Promise.resolve()
    const page = pages[url] ?? new FhirError('rejected', { status: 404 })
    if (page instanceof Error) throw page
    return (async function* pieces() {
      await Promise.resolve()
      yield page.slice(0, 20)
      yield page.slice(20)
    })()
  })
  const result = await readHistory('a', session, stream, new AbortController().signal)
  return { result, asked: stream.mock.calls.map(([url]) => url) }
}

describe('the history of a result', () => {
  it('is read by its id, newest first', async () => {
    const { result, asked } = await read({ [first]: history([version('1'), version('2')]) })
    expect(asked).toEqual([first])
    expect(result).toMatchObject({
      kind: 'read',
      isComplete: true,
      versions: [{ versionId: '2' }, { versionId: '1' }],
    })
  })

  it('D4 keeps the digits as sent', async () => {
    const { result } = await read({ [first]: history([version('1', 70)]).replace('70', '70.00') })
    const [one] = result.kind === 'read' ? result.versions : []
    expect(one?.says).toMatchObject({
      observation: { value: { quantity: { amount: { text: '70.00' } } } },
    })
  })

  it('OBS-05 is read over its pages, and ends where they go round', async () => {
    const { result, asked } = await read({
      [first]: history([version('2')], 'next-1'),
      'next-1': history([version('1')], 'next-1'),
    })
    expect(asked).toEqual([first, 'next-1'])
    expect(result).toMatchObject({ kind: 'read', isComplete: false })
    expect(result.kind === 'read' && result.versions).toHaveLength(2)
  })

  it('OBS-05 stops after five pages, and says that there are more', async () => {
    const pages = Object.fromEntries(
      [first, 'p1', 'p2', 'p3', 'p4', 'p5'].map((url, at) => [
        url,
        history([version('1')], `p${at + 1}`),
      ]),
    )
    const { result, asked } = await read(pages)
    expect(asked).toHaveLength(5)
    expect(result).toMatchObject({ kind: 'read', isComplete: false })
  })

  it('PAT-02 is not shown where a later page is of another result', async () => {
    const other = { resource: { ...version('1').resource, id: 'b' } }
    const { result } = await read({
      [first]: history([version('2')], 'next-1'),
      'next-1': history([other]),
    })
    expect(result).toEqual({ kind: 'other' })
  })

  it.each([400, 403, 404, 405, 501])(
    'ERR-07 is not given where the server answers %i',
    async (status) => {
      const { result } = await read({ [first]: new FhirError('rejected', { status }) })
      expect(result).toEqual({ kind: 'not-given' })
    },
  )

  it.each([
    ['a busy server', new FhirError('busy', { status: 503 }), 'busy'],
    ['a page that is no JSON', '<html></html>, or the like', 'unreadable'],
  ])('ERR-07 could not be read from %s', async (_, page, failure) => {
    const { result } = await read({ [first]: page })
    expect(result).toEqual({ kind: 'failed', failure })
  })

  it('ERR-07 has failed where a later page is refused', async () => {
    const { result } = await read({
      [first]: history([version('2')], 'next-1'),
      'next-1': new FhirError('rejected', { status: 404 }),
    })
    expect(result).toEqual({ kind: 'failed', failure: 'rejected' })
  })
})
