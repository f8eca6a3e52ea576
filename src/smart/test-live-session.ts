import { afterEach, beforeEach, vi } from 'vitest'
import { openLiveSession } from './live-session.ts'
import { keepSession } from './session-store.ts'
import { answerRequests, type SentRequest } from './test-server.ts'
import { exampleRefresh, exampleStored } from './test-session.ts'

export const minute = 60_000
/** When the session of {@link open} begins; its token lives an hour. */
export const start = Date.UTC(2026, 4, 1, 12)
export const revocation = 'https://ehr.example/oauth2/revoke'

/** Before each test: a clock at `start`, and a hospital that answers; gives what the test has sent to it. */
export function prepareHospital(): () => SentRequest[] {
  let sent: SentRequest[] = []
  beforeEach(() => {
    vi.useFakeTimers({ now: start })
    sent = answerRequests({
      [revocation]: () => new Response(''),
      'https://ehr.example/api/FHIR/R4': () => Response.json({}),
    })
  })
  afterEach(() => {
    sessionStorage.clear()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  return () => sent
}

type Changes = {
  refresh?: boolean
  idleMinutes?: number
  revocationEndpoint?: string
  signedInAt?: number
}

/** Opens a session in storage, under fake timers. */
export function open({
  refresh,
  idleMinutes = 0,
  revocationEndpoint,
  signedInAt = start,
}: Changes = {}) {
  const example = exampleStored({ expiresAt: start + 60 * minute })
  const session = { ...example.session, signIn: { ...example.session.signIn, at: signedInAt } }
  const connection = {
    ...example.connection,
    receivedAt: start,
    revocationEndpoint,
    refresh: refresh === true ? exampleRefresh : undefined,
  }
  const stored = { ...example, session, connection }
  keepSession(stored)
  const live = openLiveSession(stored, idleMinutes)
  const heard = vi.fn<() => void>()
  live.subscribe(heard)
  /** Lets minutes go by, and whatever they have begun come to its end. */
  const pass = async (minutes: number) => {
    await vi.advanceTimersByTimeAsync(minutes * minute)
    await vi.dynamicImportSettled()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { live, heard, pass, phase: () => live.getState().phase.kind }
}
