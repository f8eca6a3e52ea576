import { FhirError } from './fhir-error.ts'

/** Waits; rejects with the signal's reason as soon as it aborts, and leaves no timer behind. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>

export const sleep: Sleep = async (milliseconds, signal) => {
  signal.throwIfAborted()
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, milliseconds)
    function end() {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    signal.addEventListener('abort', end)
  })
  signal.throwIfAborted()
}

const longestWait = 30

/**
 * Runs `attempt`, and again up to three times while the server says it is busy (429, 503): after the seconds of
 * its `Retry-After`, 30 at most, else after 1, 2 and 4. Any other failure, and the fourth, is thrown as it came.
 * ERR-07, RFC 9110 §10.2.3.
 */
export async function retryWhileBusy<Result>(
  attempt: () => Promise<Result>,
  signal: AbortSignal,
  wait: Sleep = sleep,
): Promise<Result> {
  for (const pause of [1, 2, 4]) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof FhirError) || error.failure !== 'busy') throw error
      const asked = error.retryAfter
      const isAsked = asked !== undefined && asked >= 0
      await wait(1000 * (isAsked ? Math.min(asked, longestWait) : pause), signal)
    }
  }
  return attempt()
}
