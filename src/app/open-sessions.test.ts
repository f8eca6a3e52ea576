import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepSession } from '../smart/session-store.ts'
import { answerRequests, exampleServer, type SentRequest } from '../smart/test-server.ts'
import { exampleStored } from '../smart/test-session.ts'
import { organization } from '../directory/test-organizations.ts'
import { findOpen } from './open-sessions.ts'
import { keepRecent, listRecent } from './recent-organizations.ts'

const config = {
  servers: [exampleServer],
  idleMinutes: undefined,
  frameAncestors: [],
  languages: ['en' as const],
  withoutSignIn: true,
  directory: false,
}
const hour = 3_600_000

/** Keeps a session in this tab, as a sign-in some hours ago would have left it, its token renewed since. */
function keep(id: string, hoursAgo: number): void {
  const example = exampleStored({ id })
  const signIn = { ...example.session.signIn, at: Date.now() - hoursAgo * hour }
  keepSession({ ...example, session: { ...example.session, signIn } })
}

let sent: SentRequest[] = []

beforeEach(() => {
  sent = answerRequests({ [exampleServer.iss]: () => new Promise<Response>(() => {}) })
})
afterEach(() => {
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

describe('findOpen', () => {
  it('PAT-04 opens a session once, and gives the same at the next mount', () => {
    keep('one', 0)
    keep('two', 0)
    const first = findOpen('one', config)
    expect(findOpen('one', config)).toBe(first)
    expect(findOpen('two', config)).not.toBe(first)
    expect(sent.length).toBeGreaterThan(0)
    first.live.signOut()
  })

  it('END-01 stops loading and forgets the record when the session ends', () => {
    keep('three', 0)
    const { live, record } = findOpen('three', config)
    const heard = vi.fn<() => void>()
    record.subscribe(heard)
    live.signOut()
    expect(sent.some(({ init }) => init.signal?.aborted === false)).toBe(false)
    record.retryPatient()
    expect(heard).not.toHaveBeenCalled()
  })

  it('STO-04 forgets which hospitals were used in this tab when a session ends, by its time too', () => {
    keepRecent(organization())
    keep('five', 0)
    const { live } = findOpen('five', config)
    expect(listRecent()).toHaveLength(1)
    live.signOut()
    expect(listRecent()).toEqual([])
    keepRecent(organization())
    keep('six', 9)
    expect(findOpen('six', config).live.getState().end).toBe('too-long')
    expect(listRecent()).toEqual([])
    keepRecent(organization())
    expect(() => findOpen('gone', config)).toThrow('session-missing')
    expect(listRecent()).toEqual([])
  })

  it('REF-08 asks for nothing in a session that is over from the first', () => {
    keep('four', 9)
    expect(findOpen('four', config).live.getState().end).toBe('too-long')
    expect(sent).toEqual([])
  })
})
