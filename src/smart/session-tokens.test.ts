import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { joinSession, type SessionChannel } from './session-channel.ts'
import { keepSession, readSession, type StoredSession } from './session-store.ts'
import { createSessionTokens, type TokensEnd } from './session-tokens.ts'
import { stubLocks } from './test-locks.ts'
import { answerRequests, formOf } from './test-server.ts'
import { exampleRefresh, exampleStored } from './test-session.ts'

const minute = 60_000
const start = Date.UTC(2026, 4, 1, 12)

/** A session whose token lives an hour from `start`, in storage. */
function aSession(): StoredSession {
  const stored = exampleStored({ expiresAt: start + 60 * minute })
  const connection = { ...stored.connection, refresh: exampleRefresh, receivedAt: start }
  const session = { ...stored, connection }
  keepSession(session)
  return session
}

const channels: SessionChannel[] = []

/** The tokens of one page, and what it was told. */
function open(stored: StoredSession) {
  const onEnd = vi.fn<(why: TokensEnd) => void>()
  const channel = joinSession('s-1', () => tokens.onRenewedElsewhere())
  channels.push(channel)
  const tokens = createSessionTokens(stored, {
    onChange: () => {},
    onRenewed: () => channel.tell('renewed'),
    onEnd,
  })
  return { tokens, onEnd }
}

/** A server that rotates refresh tokens and refuses a used one, as strict servers do. */
function rotating() {
  let count = 1
  let good = exampleRefresh.token
  return answerRequests({
    'https://ehr.example/oauth2/token': (request) => {
      if (formOf(request).get('refresh_token') !== good)
        return Response.json({ error: 'invalid_grant' }, { status: 400 })
      count += 1
      good = `rt-${count}`
      return Response.json({
        access_token: `at-${count}`,
        token_type: 'Bearer',
        expires_in: 3600,
        refresh_token: good,
      })
    },
  })
}

const later = start + 55 * minute

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date'] })
  stubLocks()
})
afterEach(() => {
  for (const channel of channels.splice(0)) channel.leave()
  sessionStorage.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('createSessionTokens', () => {
  it('REF-05 sends one request however many ask at once', async () => {
    const sent = rotating()
    const { tokens } = open(aSession())
    const asked = Array.from({ length: 20 }, () => tokens.renew('at-1', later))
    expect(new Set(await Promise.all(asked))).toEqual(new Set([true]))
    expect(sent).toHaveLength(1)
    expect(tokens.get().accessToken).toBe('at-2')
    expect(readSession('s-1')?.connection.refresh?.token).toBe('rt-2')
  })

  it('REF-05 knows that a refused token has been replaced already', async () => {
    const sent = rotating()
    const { tokens } = open(aSession())
    await tokens.renew('at-1', later)
    await expect(tokens.renew('at-1', later)).resolves.toBe(true)
    expect(sent).toHaveLength(1)
  })

  it('REF-07 renews once a minute at most', async () => {
    const sent = rotating()
    const { tokens } = open(aSession())
    await expect(tokens.renew('at-1', start + minute - 1)).resolves.toBe(false)
    expect(sent).toEqual([])
    vi.setSystemTime(start + minute)
    await expect(tokens.renew('at-1', start + minute)).resolves.toBe(true)
    await expect(tokens.renew('at-2', start + 2 * minute - 1)).resolves.toBe(false)
    expect(sent).toHaveLength(1)
  })

  it('is due some minutes before the end, or half-way where the token is short', () => {
    const stored = aSession()
    const { tokens } = open(stored)
    expect(tokens.isDue(start + 54 * minute - 1)).toBe(false)
    expect(tokens.isDue(start + 54 * minute)).toBe(true)
    const short = { ...stored, session: { ...stored.session, expiresAt: start + 4 * minute } }
    expect(open(short).tokens.isDue(start + 2 * minute - 1)).toBe(false)
    expect(open(short).tokens.isDue(start + 2 * minute)).toBe(true)
  })

  it('REF-07 REF-09 expects no renewal of a token that runs out before one may be made', () => {
    for (const [seconds, isRenewed] of [
      [59, false],
      [60, false],
      [61, true],
    ] as const) {
      const stored = aSession()
      const session = { ...stored.session, expiresAt: start + seconds * 1000 }
      expect(open({ ...stored, session }).tokens.isRenewed(), `${seconds} s`).toBe(isRenewed)
    }
  })

  it('is never due without a refresh token', async () => {
    const { connection, ...rest } = aSession()
    const { tokens } = open({ ...rest, connection: { ...connection, refresh: undefined } })
    expect(tokens.isDue(later)).toBe(false)
    expect(tokens.isRenewed()).toBe(false)
    await expect(tokens.renew('at-1', later)).resolves.toBe(false)
  })

  it('REF-06 keeps the token when no answer comes, and tries again after a growing pause', async () => {
    const sent = answerRequests({})
    const { tokens, onEnd } = open(aSession())
    await expect(tokens.renew('at-1', later)).resolves.toBe(false)
    expect(tokens.isRenewed()).toBe(false)
    expect(readSession('s-1')?.connection.refresh).toEqual(exampleRefresh)
    expect(tokens.isDue(later + 4_999)).toBe(false)
    expect(tokens.isDue(later + 5_000)).toBe(true)
    await tokens.renew('at-1', later + 5_000)
    expect(tokens.isDue(later + 14_999)).toBe(false)
    expect(tokens.isDue(later + 15_000)).toBe(true)
    expect(sent).toHaveLength(2)
    rotating()
    await expect(tokens.renew('at-1', later + 15_000)).resolves.toBe(true)
    expect(tokens.isRenewed()).toBe(true)
    expect(onEnd).not.toHaveBeenCalled()
  })

  it('REF-06 ends when the server refuses', async () => {
    rotating()
    const stored = aSession()
    const refresh = { token: 'rt-old', name: 'old' }
    const { tokens, onEnd } = open({ ...stored, connection: { ...stored.connection, refresh } })
    await expect(tokens.renew('at-1', later)).resolves.toBe(false)
    expect(onEnd.mock.calls).toEqual([['refused']])
  })

  it('F-T15d CTX-10 ends when another patient is named', async () => {
    answerRequests({
      'https://ehr.example/oauth2/token': () =>
        Response.json({ access_token: 'x', token_type: 'Bearer', expires_in: 60, patient: 'p-2' }),
    })
    const { tokens, onEnd } = open(aSession())
    await tokens.renew('at-1', later)
    expect(onEnd.mock.calls).toEqual([['other-patient']])
    expect(tokens.get().accessToken).toBe('at-1')
  })

  it('END-01 END-02 keeps nothing of a renewal that comes after signing out, and revokes it', async () => {
    const stored = aSession()
    const revocationEndpoint = 'https://ehr.example/oauth2/revoke'
    let answer = (_response: Response) => {}
    const sent = answerRequests({
      'https://ehr.example/oauth2/token': () => new Promise((resolve) => (answer = resolve)),
      [revocationEndpoint]: () => new Response(''),
    })
    const { tokens } = open({ ...stored, connection: { ...stored.connection, revocationEndpoint } })
    const renewing = tokens.renew('at-1', later)
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    tokens.close()
    sessionStorage.clear()
    answer(Response.json({ access_token: 'at-2', token_type: 'Bearer', expires_in: 3600 }))
    await expect(renewing).resolves.toBe(false)
    expect(Object.keys(sessionStorage)).toEqual([])
    expect(sent.slice(1).map((request) => formOf(request).get('token'))).toEqual([
      exampleRefresh.token,
      'at-2',
    ])
  })

  it('never rejects, also where the browser denies its storage all of a sudden', async () => {
    rotating()
    const { tokens } = open(aSession())
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    await expect(tokens.renew('at-1', later)).resolves.toBe(false)
    vi.restoreAllMocks()
  })

  it('REF-04 never sends a refresh token that a copy of the tab has used', async () => {
    const sent = rotating()
    const stored = aSession()
    const first = open(stored)
    const copy = open(stored)
    const renewing = first.tokens.renew('at-1', later)
    // A copy has a storage of its own: what the first page keeps doesn't show there.
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => JSON.stringify(stored))
    const [renewed, copied] = await Promise.all([renewing, copy.tokens.renew('at-1', later)])
    vi.restoreAllMocks()
    expect([renewed, copied]).toEqual([true, false])
    expect(sent).toHaveLength(1)
    expect(copy.tokens.get().connection.refresh).toBeUndefined()
    expect(copy.onEnd).not.toHaveBeenCalled()
  })

  it('REF-05 takes what another page over the same storage has renewed', async () => {
    const sent = rotating()
    const stored = aSession()
    const [first, second] = [open(stored), open(stored)]
    const both = [first.tokens.renew('at-1', later), second.tokens.renew('at-1', later)]
    await expect(Promise.all(both)).resolves.toEqual([true, true])
    expect(sent).toHaveLength(1)
    expect(second.tokens.get().accessToken).toBe('at-2')
    await expect(second.tokens.renew('at-2', later + 60 * minute)).resolves.toBe(true)
    expect(sent).toHaveLength(2)
  })
})
