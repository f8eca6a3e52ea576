import { describe, expect, it, vi } from 'vitest'
import { joinSession } from './session-channel.ts'
import { readSession } from './session-store.ts'
import { answerRequests } from './test-server.ts'
import { minute, open, revocation, start, prepareHospital } from './test-live-session.ts'

const { setTimeout: realTimeout } = globalThis
/** Messages between pages take real time, whatever the clock says. */
const reallyWait = (ms: number) => new Promise((later) => realTimeout(later, ms))

const sentTo = prepareHospital()

describe('openLiveSession', () => {
  it('REF-09 warns five minutes before the end, then ends, forgets the token and sends nothing', async () => {
    const { live, heard, pass, phase } = open()
    await pass(54.9)
    expect(phase()).toBe('open')
    await pass(0.2)
    expect(live.getState().phase).toEqual({ kind: 'ending', endsAt: start + 60 * minute })
    expect(live.getState().end).toBeUndefined()
    await pass(5)
    expect(live.getState().end).toBe('expired')
    expect(heard).toHaveBeenCalledTimes(2)
    expect(readSession('s-1')).toBeUndefined()
    await expect(live.access.request('Patient/p-1')).rejects.toMatchObject({
      failure: 'signed-out',
    })
    expect(sentTo()).toEqual([])
  })

  it('F-S7 REF-09 ends in time also when the clock is set back', async () => {
    const { live, pass } = open()
    await pass(30)
    vi.setSystemTime(start)
    await pass(30.1)
    expect(live.getState().end).toBe('expired')
  })

  it('F-S7 REF-09 ends at once when a machine wakes up after the end', () => {
    const { live } = open()
    vi.setSystemTime(start + 120 * minute)
    window.dispatchEvent(new Event('focus'))
    expect(live.getState().end).toBe('expired')
  })

  it('tells its listeners only when something changed', async () => {
    const { heard, pass } = open()
    await pass(50)
    expect(heard).not.toHaveBeenCalled()
  })

  it('REF-08 ends after eight hours, however often it was renewed', async () => {
    const { live } = open({ signedInAt: start - 8 * 60 * minute + 6 * minute })
    await vi.advanceTimersByTimeAsync(2 * minute)
    expect(live.getState().phase.kind).toBe('ending')
    await vi.advanceTimersByTimeAsync(5 * minute)
    expect(live.getState().end).toBe('too-long')
  })

  it('REF-08 is over from the first where its longest time had passed before', () => {
    const { live } = open({ signedInAt: start - 9 * 60 * minute })
    expect(live.getState().end).toBe('too-long')
    expect(readSession('s-1')).toBeUndefined()
  })

  it('END-06 warns when nobody is there, goes on when somebody is, and ends when nobody comes', async () => {
    const { live, pass, phase } = open({ idleMinutes: 10 })
    await pass(9.1)
    expect(phase()).toBe('idle')
    window.dispatchEvent(new Event('keydown'))
    await pass(0.1)
    expect(phase()).toBe('open')
    await pass(9)
    expect(phase()).toBe('idle')
    live.touch()
    expect(phase()).toBe('open')
    await pass(10.1)
    expect(live.getState().end).toBe('idle')
    expect(readSession('s-1')).toBeUndefined()
  })

  it('END-02 leaves an access token alone that has run out by itself', async () => {
    const { pass } = open({ revocationEndpoint: revocation })
    await pass(60.1)
    expect(sentTo()).toEqual([])
  })

  it('END-06 goes on while somebody is there in a copy of the tab', async () => {
    const { live, pass } = open({ idleMinutes: 10 })
    await pass(9.5)
    expect(live.getState().phase.kind).toBe('idle')
    const copy = joinSession('s-1', () => {})
    copy.tell('touched')
    await reallyWait(20)
    copy.leave()
    expect(live.getState().phase.kind).toBe('open')
    live.signOut()
  })

  it('END-06 tells copies of the tab that somebody is there, now and then', async () => {
    const heard = vi.fn<(event: string) => void>()
    const copy = joinSession('s-1', heard)
    const { live } = open({ idleMinutes: 10 })
    for (const _time of [1, 2, 3]) window.dispatchEvent(new Event('keydown'))
    await reallyWait(20)
    expect(heard.mock.calls).toEqual([['touched']])
    live.signOut()
    copy.leave()
  })

  it('END-02 revokes the token also when nobody is there any more', async () => {
    const { pass } = open({ idleMinutes: 10, revocationEndpoint: revocation })
    await pass(10.1)
    expect(sentTo().map(({ url }) => url)).toEqual([revocation])
  })

  it('END-06 has no idle time where that is switched off', async () => {
    const { phase, pass } = open({ idleMinutes: 0 })
    await pass(54)
    expect(phase()).toBe('open')
  })

  it('renews itself before the end, and does not warn of it', async () => {
    const sent = answerRequests({
      'https://ehr.example/oauth2/token': () =>
        Response.json({ access_token: 'at-2', token_type: 'Bearer', expires_in: 3600 }),
      'https://ehr.example/api/FHIR/R4': () => Response.json({}),
    })
    const { live, pass, phase } = open({ refresh: true })
    await pass(54.1)
    await pass(5)
    expect(phase()).toBe('open')
    expect(live.getState().phase.endsAt).toBeUndefined()
    expect(sent).toHaveLength(1)
    await pass(20)
    await live.access.request('Patient/p-1')
    expect(new Headers(sent.at(-1)?.init.headers).get('authorization')).toBe('Bearer at-2')
  })

  it('REF-06 warns where it could not renew itself', async () => {
    const { live, pass, phase } = open({ refresh: true })
    await pass(54.1)
    await pass(3)
    expect(phase()).toBe('ending')
    await pass(3.1)
    expect(live.getState().end).toBe('expired')
  })

  it('REF-10 says that the server takes the token no more, and keeps what there is', async () => {
    answerRequests({
      'https://ehr.example/api/FHIR/R4': () => Response.json('', { status: 401 }),
    })
    const { live } = open()
    await expect(live.access.request('Patient/p-1')).rejects.toMatchObject({
      failure: 'signed-out',
    })
    expect(live.getState()).toMatchObject({ isRejected: true, end: undefined })
  })

  it('REF-10 takes that back once it has been renewed', async () => {
    answerRequests({
      'https://ehr.example/oauth2/token': () =>
        Response.json({ access_token: 'at-2', token_type: 'Bearer', expires_in: 3600 }),
      'https://ehr.example/api/FHIR/R4': ({ init }) =>
        new Headers(init.headers).get('authorization') === 'Bearer at-2'
          ? Response.json({})
          : Response.json('', { status: 401 }),
    })
    const { live, pass } = open({ refresh: true })
    await expect(live.access.request('Patient/p-1')).rejects.toMatchObject({
      failure: 'signed-out',
    })
    expect(live.getState().isRejected).toBe(true)
    await pass(1)
    await expect(live.access.request('Patient/p-1')).resolves.toEqual({ body: {} })
    expect(live.getState().isRejected).toBe(false)
  })
})
