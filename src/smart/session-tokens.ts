import { claim, type Release } from './claim.ts'
import type { RefreshGrant } from './connection.ts'
import type { Refreshed } from './refresh-tokens.ts'
import { revokeSession } from './revoke-session.ts'
import { keepSession, readSession, type StoredSession } from './session-store.ts'

/** Why tokens can't go on, by what a refresh brought. */
export type TokensEnd = 'refused' | 'other-patient' | 'other-user'

/** The tokens of one session, as they are now. */
export type SessionTokens = {
  readonly get: () => StoredSession
  /**
   * Whether a renewal is to be expected: there is a refresh token, the last try did not fail, and the next one may be
   * made (REF-07) before the access token runs out.
   */
  readonly isRenewed: () => boolean
  /** Whether it is time to renew (REF-09), and a renewal may be tried now (REF-06, REF-07). */
  readonly isDue: (now: number) => boolean
  /**
   * Renews the tokens, one request at a time whoever asks (REF-05); true when there is another access token than
   * `rejected` afterwards, or one was there already. Never rejects.
   */
  readonly renew: (rejected: string, now: number) => Promise<boolean>
  /** Gives them a last time: nothing is kept or told after it, and what a renewal under way still brings is revoked. */
  readonly close: () => StoredSession
  /** Hears that another page has renewed: takes its tokens, or drops a copy of the refresh token it has used up. */
  readonly onRenewedElsewhere: () => void
}

/** Who hears of what becomes of the tokens. */
export type TokensHearer = {
  /** They are others now, or were not to be had. */
  readonly onChange: () => void
  /** This page has renewed them. */
  readonly onRenewed: () => void
  readonly onEnd: (why: TokensEnd) => void
}

/** A server is asked for new tokens once a minute at most (REF-07). */
const minimumMs = 60_000
const aheadMs = 6 * 60_000
const firstPauseMs = 5_000
/** How long a page waits for another one that is using the same refresh token. */
const patienceMs = 20_000
const lookEveryMs = 250

/**
 * Keeps the tokens of a session and renews them. Each use of a refresh token is claimed, so that no copy of the tab
 * sends one that is used up, which strict servers answer by revoking everything (RFC 9700 §4.14, REF-04).
 */
export function createSessionTokens(first: StoredSession, hearer: TokensHearer): SessionTokens {
  const { id } = first.session
  let stored = first
  let running: Promise<boolean> | undefined
  let failures = 0
  let triedAt = -Infinity
  let isClosed = false

  function take(next: StoredSession): void {
    stored = next
    failures = 0
    hearer.onChange()
  }

  /** Takes what another page over the same storage has renewed meanwhile; false when there is nothing new. */
  function adopt(): boolean {
    const kept = isClosed ? undefined : readSession(id)
    if (!kept || kept.accessToken === stored.accessToken) return false
    take(kept)
    return true
  }

  /** Another page has used the refresh token up; unless its new one is here, this page must do without. */
  function dropGrant(): void {
    if (isClosed || adopt() || !stored.connection.refresh) return
    stored = { ...stored, connection: { ...stored.connection, refresh: undefined } }
    keepSession(stored)
    hearer.onChange()
  }

  async function send(grant: RefreshGrant): Promise<boolean> {
    const rejected = stored.accessToken
    const isOurs = () => !isClosed && stored.connection.refresh?.name === grant.name
    const release = await claimGrant(`${id}:${grant.name}`, () => !adopt() && isOurs())
    if (!release || !isOurs()) {
      if (isOurs()) dropGrant()
      return stored.accessToken !== rejected
    }
    const refreshed = await refresh(stored, grant)
    if (isClosed) {
      // Signed out meanwhile: these must not come back into storage (END-01).
      if (refreshed.kind === 'renewed') revokeSession(refreshed.stored)
      return false
    }
    switch (refreshed.kind) {
      case 'renewed':
        // The claim is kept: nobody may use this token again.
        keepSession(refreshed.stored)
        take(refreshed.stored)
        hearer.onRenewed()
        return true
      case 'failed':
        failures += 1
        release()
        hearer.onChange()
        return false
      case 'refused':
        hearer.onEnd('refused')
        return false
      case 'changed':
        hearer.onEnd(refreshed.what === 'patient' ? 'other-patient' : 'other-user')
        return false
    }
  }

  const mayTry = (now: number) =>
    now - stored.connection.receivedAt >= minimumMs &&
    now - triedAt >= (failures === 0 ? 0 : Math.min(firstPauseMs * 2 ** (failures - 1), minimumMs))

  return {
    get: () => stored,
    isRenewed: () =>
      stored.connection.refresh !== undefined &&
      failures === 0 &&
      stored.connection.receivedAt + minimumMs < stored.session.expiresAt,
    isDue(now) {
      const { session, connection } = stored
      const ahead = Math.min(aheadMs, (session.expiresAt - connection.receivedAt) / 2)
      return connection.refresh !== undefined && session.expiresAt - now <= ahead && mayTry(now)
    },
    renew(rejected, now) {
      if (stored.accessToken !== rejected) return Promise.resolve(true)
      if (running) return running
      const grant = stored.connection.refresh
      if (!grant || !mayTry(now)) return Promise.resolve(false)
      triedAt = now
      running = send(grant)
        // A browser that denies its storage all of a sudden.
        .catch(() => false)
        .finally(() => {
          running = undefined
        })
      return running
    },
    close() {
      isClosed = true
      return stored
    },
    onRenewedElsewhere: dropGrant,
  }
}

/** Most sessions are never renewed, so what verifies their id_tokens is loaded when it is needed. */
async function refresh(stored: StoredSession, grant: RefreshGrant): Promise<Refreshed> {
  try {
    const { refreshTokens } = await import('./refresh-tokens.ts')
    return await refreshTokens(stored, grant)
  } catch {
    return { kind: 'failed' }
  }
}

/**
 * Claims a refresh token; while another page has it, waits to see what comes of that, as long as it `isWanted`.
 * Undefined when it is wanted no more, or another page won't let go of it.
 */
async function claimGrant(name: string, isWanted: () => boolean): Promise<Release | undefined> {
  for (let waited = 0; waited <= patienceMs && isWanted(); waited += lookEveryMs) {
    const release = await claim(`${name}:refresh`)
    if (release) return release
    await new Promise((later) => setTimeout(later, lookEveryMs))
  }
  return undefined
}
