import { createFhirAccess, type FhirAccess } from './fhir-http.ts'
import { createFurtherClock } from './further-clock.ts'
import { watchIdle } from './idle-watch.ts'
import { revokeSession } from './revoke-session.ts'
import type { Session } from './session.ts'
import { joinSession } from './session-channel.ts'
import { toPhase, type SessionPhase, type TimedEnd } from './session-phase.ts'
import { readSession, removeSession, type StoredSession } from './session-store.ts'
import { createSessionTokens, type TokensEnd } from './session-tokens.ts'
import { askEhrToClose, hasEhrWindow } from './web-messaging.ts'

/** Why a session is over; `signed-out` may have been done in a copy of this tab. */
export type SessionEnd = TimedEnd | TokensEnd | 'signed-out'

/** A session at one moment; a new object whenever something changed. */
export type SessionState = {
  readonly session: Session
  readonly phase: Exclude<SessionPhase, { kind: 'over' }>
  /** Why it is over; undefined while it isn't. */
  readonly end: SessionEnd | undefined
  /** Whether the server refused the token before its time and gave no other: nothing more can be loaded (REF-10). */
  readonly isRejected: boolean
}

/** A session that is being shown: it renews itself, and ends. */
export type LiveSession = {
  readonly getState: () => SessionState
  readonly subscribe: (listener: () => void) => () => void
  /** The one way that the session's token is sent (LEAK-01). */
  readonly access: FhirAccess
  /** Somebody is there: the idle time begins anew. */
  readonly touch: () => void
  /** Ends the session here, at the server and in copies of this tab (END-01, END-02). */
  readonly signOut: () => void
  /** Asks the EHR to close the app; undefined where it offers no such thing, or there is no page of it to ask. */
  readonly askToClose: (() => void) | undefined
}

const lookEveryMs = 1_000
const longestMs = 8 * 3_600_000

/**
 * Brings a stored session to life. Its time is looked at every second and whenever the page is shown again, since
 * timers stand still while a machine sleeps and while a page waits in the Back cache (REF-09, END-04). When it is
 * over, the token is forgotten; it may be so from the first.
 */
export function openLiveSession(stored: StoredSession, idleMinutes: number): LiveSession {
  const { id, signIn } = stored.session
  const { messaging } = stored
  const now = createFurtherClock()
  const listeners = new Set<() => void>()
  const watch = new AbortController()
  const { signal } = watch
  const channel = joinSession(id, (event) => {
    switch (event) {
      case 'signed-out':
        return end('signed-out')
      case 'touched':
        idle.touch()
        return look()
      case 'renewed':
        return tokens.onRenewedElsewhere()
    }
  })
  const idle = watchIdle(idleMinutes, now, () => channel.tell('touched'))
  const tokens = createSessionTokens(stored, {
    onChange: look,
    onRenewed: () => channel.tell('renewed'),
    onEnd: end,
  })
  let state: SessionState = {
    session: stored.session,
    phase: { kind: 'open', endsAt: undefined },
    end: undefined,
    isRejected: false,
  }

  function change(part: Partial<SessionState>): void {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }

  function end(why: SessionEnd): void {
    if (signal.aborted) return
    watch.abort()
    const last = tokens.close()
    removeSession(id)
    // What was signed out of is revoked already.
    if (why !== 'signed-out') revokeSession(last, why === 'expired')
    change({ end: why })
  }

  /** Looks at the time, renews what is due, and tells what changed. */
  function look(): void {
    if (signal.aborted) return
    const { session, accessToken } = tokens.get()
    const at = now()
    const phase = toPhase(at, {
      expiresAt: session.expiresAt,
      isRenewed: tokens.isRenewed(),
      endsAtLatest: signIn.at + longestMs,
      idleAt: idle.getIdleAt(),
    })
    if (phase.kind === 'over') return end(phase.why)
    if (tokens.isDue(at)) void tokens.renew(accessToken, at)
    const isSame = phase.kind === state.phase.kind && phase.endsAt === state.phase.endsAt
    // Other tokens than those the server refused.
    if (session !== state.session) change({ phase, session, isRejected: false })
    else if (!isSame) change({ phase })
  }

  /** A page that comes back may have missed a sign-out. */
  function lookAgain(): void {
    if (signal.aborted) return
    if (readSession(id) === undefined) end('signed-out')
    else look()
  }

  const timer = setInterval(look, lookEveryMs)
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    channel.leave()
    idle.stop()
  })
  for (const name of ['visibilitychange', 'focus', 'pageshow'])
    window.addEventListener(name, lookAgain, { signal, capture: true })
  look()

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    access: createFhirAccess({
      iss: stored.session.iss,
      getToken: () =>
        signal.aborted || now() >= tokens.get().session.expiresAt
          ? undefined
          : tokens.get().accessToken,
      renew: (rejected) => tokens.renew(rejected, now()),
      onRejected: (token) => {
        if (!signal.aborted && token === tokens.get().accessToken) change({ isRejected: true })
      },
    }),
    touch: () => {
      idle.touch()
      look()
    },
    signOut: () => {
      if (signal.aborted) return
      revokeSession(tokens.get())
      channel.tell('signed-out')
      end('signed-out')
    },
    askToClose: messaging && hasEhrWindow() ? () => askEhrToClose(messaging) : undefined,
  }
}
