import { describe, expect, it, vi } from 'vitest'
import { joinSession } from './session-channel.ts'
import { readSession } from './session-store.ts'
import { open, revocation, prepareHospital } from './test-live-session.ts'
import { answerRequests, formOf } from './test-server.ts'
import { exampleRefresh } from './test-session.ts'

const sentTo = prepareHospital()

describe('the end of a live session', () => {
  it('END-01 END-02 signing out forgets the session and revokes both tokens', () => {
    const { live } = open({ refresh: true, revocationEndpoint: revocation })
    live.signOut()
    expect(live.getState().end).toBe('signed-out')
    expect(readSession('s-1')).toBeUndefined()
    expect(sentTo().map((one) => Object.fromEntries(formOf(one)))).toEqual([
      { token: exampleRefresh.token, token_type_hint: 'refresh_token', client_id: 'app-1' },
      { token: 'at-1', token_type_hint: 'access_token', client_id: 'app-1' },
    ])
    expect(sentTo()[0]?.init).toMatchObject({ keepalive: true, credentials: 'omit' })
    expect(new Headers(sentTo()[0]?.init.headers).has('authorization')).toBe(false)
  })

  it.each([undefined, 'https://evil.example/revoke'])(
    'END-02 sends no token to be revoked to %s',
    (revocationEndpoint) => {
      const { live } = open(revocationEndpoint === undefined ? {} : { revocationEndpoint })
      live.signOut()
      expect(sentTo()).toEqual([])
      expect(live.getState().end).toBe('signed-out')
    },
  )

  it('END-02 is signed out also when the revocation fails', async () => {
    answerRequests({})
    const { live, pass } = open({ revocationEndpoint: revocation })
    live.signOut()
    await pass(1)
    expect(live.getState().end).toBe('signed-out')
  })

  it('END-01 ends when a copy of the tab signs out, and revokes nothing a second time', async () => {
    const { live } = open({ revocationEndpoint: revocation })
    vi.useRealTimers()
    const other = joinSession('another', () => {})
    const copy = joinSession('s-1', () => {})
    other.tell('signed-out')
    await new Promise((later) => setTimeout(later, 20))
    expect(live.getState().end).toBeUndefined()
    copy.tell('signed-out')
    await vi.waitFor(() => expect(live.getState().end).toBe('signed-out'))
    for (const channel of [other, copy]) channel.leave()
    expect(sentTo()).toEqual([])
  })

  it('END-04 a page brought back by the Back cache notices that the session is gone', () => {
    const { live } = open()
    sessionStorage.clear()
    window.dispatchEvent(new Event('pageshow'))
    expect(live.getState().end).toBe('signed-out')
  })
})
