import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FhirError, type FhirFailure } from './fhir-error.ts'
import { retryWhileBusy, sleep } from './retry-while-busy.ts'

const { signal } = new AbortController()

function busy(retryAfter?: number) {
  return new FhirError('busy', retryAfter === undefined ? {} : { status: 503, retryAfter })
}

/** Runs through the errors, then succeeds; gives the waits in milliseconds. */
async function waitsFor(errors: readonly FhirError[]) {
  const waits: number[] = []
  const left = [...errors]
  const attempt = () => {
    const error = left.shift()
    return error === undefined ? Promise.resolve('done') : Promise.reject(error)
  }
  const wait = (milliseconds: number) => {
    waits.push(milliseconds)
    return Promise.resolve()
  }
  const result = await retryWhileBusy(attempt, signal, wait).catch((error: unknown) => error)
  return { waits, result, left: left.length }
}

describe('retryWhileBusy', () => {
  it('ERR-07 waits 1, 2 and 4 seconds when the server names no time (F-R19)', async () => {
    const { waits, result } = await waitsFor([busy(), busy(), busy()])
    expect({ waits, result }).toEqual({ waits: [1000, 2000, 4000], result: 'done' })
  })

  it.each([
    [0, 0],
    [0.5, 500],
    [7, 7000],
    [30, 30_000],
    [3600, 30_000],
    [Infinity, 30_000],
    [-1, 1000],
    [NaN, 1000],
  ])('ERR-07 answers Retry-After %d with a wait of %d ms', async (retryAfter, wait) => {
    expect(await waitsFor([busy(retryAfter)])).toMatchObject({ waits: [wait], result: 'done' })
  })

  it('ERR-07 gives up after the third repetition, with the error as it came', async () => {
    const last = busy(9)
    const { result, waits, left } = await waitsFor([busy(1), busy(1), busy(1), last, busy(1)])
    expect(result).toBe(last)
    expect(waits).toHaveLength(3)
    expect(left).toBe(1)
  })

  it.each(['signed-out', 'refused', 'rejected', 'unreachable', 'server'] satisfies FhirFailure[])(
    'REF-10 does not repeat after %s',
    async (failure) => {
      const { waits, result } = await waitsFor([new FhirError(failure)])
      expect(waits).toEqual([])
      expect(result).toMatchObject({ failure })
    },
  )
})

describe('sleep', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('waits as long as it is told', async () => {
    let isOver = false
    const rest = sleep(1000, signal).then(() => (isOver = true))
    await vi.advanceTimersByTimeAsync(999)
    expect(isOver).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(isOver).toBe(true)
    await rest
  })

  it('PAT-04 ends at once with the reason of an abort, and leaves no timer', async () => {
    const abort = new AbortController()
    const rest = sleep(1000, abort.signal)
    expect(vi.getTimerCount()).toBe(1)
    abort.abort(new Error('session changed'))
    await expect(rest).rejects.toThrow('session changed')
    expect(vi.getTimerCount()).toBe(0)
    await expect(sleep(1000, abort.signal)).rejects.toThrow('session changed')
    expect(vi.getTimerCount()).toBe(0)
  })
})
