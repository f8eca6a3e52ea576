import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFhirAccess } from './fhir-http.ts'
import { answerRequests } from './test-server.ts'

const iss = 'https://ehr.example/api/fhir'
const { stream } = createFhirAccess({
  iss,
  getToken: () => 'at-1',
  renew: () => Promise.resolve(false),
  onRejected: () => {},
})

/** Reads a stream to its end. */
async function readAll(url: string, signal = new AbortController().signal): Promise<string> {
  let text = ''
  for await (const piece of await stream(url, signal)) text += piece
  return text
}

/** An answer whose body arrives in these pieces, and then goes on as `end` says. */
function arriving(pieces: readonly Uint8Array[], end: 'ends' | 'breaks' | 'hangs'): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      if (end === 'ends') controller.close()
      if (end === 'breaks') controller.error(new TypeError('network'))
    },
  })
  return new Response(body)
}

afterEach(() => vi.unstubAllGlobals())

describe('the stream of createFhirAccess', () => {
  it('gives the text of an answer while it arrives, also where a letter is cut in two', async () => {
    const bytes = new TextEncoder().encode('"Zoë"')
    answerRequests({ [iss]: () => arriving([bytes.slice(0, 4), bytes.slice(4)], 'ends') })
    expect(await readAll('Observation?a')).toBe('"Zoë"')
  })

  it('ERR-07 LEAK-01 streams nothing but good answers of the FHIR base', async () => {
    answerRequests({ [iss]: () => new Response('', { status: 403 }) })
    await expect(readAll('Observation?a')).rejects.toMatchObject({ failure: 'refused' })
    const twin = 'https://ehr.example/api/fhirx/Observation'
    await expect(readAll(twin)).rejects.toMatchObject({ failure: 'confined' })
  })

  it('F-R30 ERR-07 calls a server unreachable whose answer breaks off', async () => {
    answerRequests({ [iss]: () => arriving([new TextEncoder().encode('{"re')], 'breaks') })
    await expect(readAll('Observation?a')).rejects.toMatchObject({ failure: 'unreachable' })
  })

  it('XSS-07 ends a stream that is far too long', async () => {
    const piece = new Uint8Array(8_000_000).fill(0x20)
    answerRequests({ [iss]: () => arriving(Array(9).fill(piece), 'hangs') })
    await expect(readAll('Observation?a')).rejects.toMatchObject({ failure: 'unreadable' })
  })

  it('PAT-04 gives no more of a stream once it is aborted', async () => {
    const abort = new AbortController()
    answerRequests({ [iss]: () => arriving([new TextEncoder().encode('{"re')], 'hangs') })
    const pieces = await stream('Observation?a', abort.signal)
    const read = (async () => {
      for await (const _piece of pieces) abort.abort(new Error('left'))
    })()
    await expect(
      Promise.race([read, new Promise((later) => setTimeout(later, 500))]),
    ).rejects.toThrow('left')
  })

  it('F-R26 ERR-07 gives a slow line its time, and a dead one a minute', async () => {
    vi.useFakeTimers()
    const sent: ReadableStreamDefaultController<Uint8Array>[] = []
    answerRequests({
      [iss]: () =>
        new Response(new ReadableStream<Uint8Array>({ start: (one) => void sent.push(one) })),
    })
    const outcome = readAll('Observation?a').catch((error: unknown) => error)
    for (let minute = 0; minute < 5; minute += 1) {
      await vi.advanceTimersByTimeAsync(59_000)
      sent[0]?.enqueue(new TextEncoder().encode(' '))
    }
    await vi.advanceTimersByTimeAsync(61_000)
    expect(await outcome).toMatchObject({ failure: 'timed-out' })
    vi.useRealTimers()
  })

  it('F-R26 ERR-07 waits a minute for an answer that never begins', async () => {
    vi.useFakeTimers()
    answerRequests({
      [iss]: ({ init: { signal } }) =>
        new Promise<Response>((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error))
        }),
    })
    const outcome = readAll('Observation?a').catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(61_000)
    expect(await outcome).toMatchObject({ failure: 'timed-out' })
    vi.useRealTimers()
  })
})
