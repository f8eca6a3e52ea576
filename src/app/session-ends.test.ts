import { describe, expect, it } from 'vitest'
import type { SessionEnd, SessionState } from '../smart/live-session.ts'
import { exampleSession } from '../smart/test-session.ts'
import { toProblem } from './problems.ts'
import { canSignInAgain, toEndError } from './session-ends.ts'

const at = (end: SessionEnd | undefined, launch: 'ehr' | 'standalone' = 'ehr'): SessionState => ({
  session: exampleSession({ launch }),
  phase: { kind: 'open', endsAt: undefined },
  end,
  isRejected: false,
})

describe('toEndError', () => {
  it('says nothing of a session that goes on', () => {
    expect(toEndError(at(undefined))).toBeUndefined()
  })

  it.each<[SessionEnd, string]>([
    ['expired', 'Your session has ended'],
    ['too-long', 'Your session has ended'],
    ['idle', 'You were signed out, as nobody seemed to be here'],
    ['signed-out', 'This session is not open here'],
    ['refused', 'The hospital’s server has ended the session'],
    ['other-patient', 'Data for another patient was received'],
    ['other-user', 'The session could not be verified any more'],
  ])('REF-08 REF-09 says of a session that is over (%s): %s', (end, title) => {
    expect(toProblem(toEndError(at(end))).title).toBe(title)
  })

  it.each([
    ['ehr', /from the patient’s chart/],
    ['standalone', /sign in again/],
  ] as const)('ERR-06 says how to start again after a launch by %s', (launch, words) => {
    expect(toProblem(toEndError(at('expired', launch))).whatToDo).toMatch(words)
  })

  it('offers no return to a record that turned into another patient’s', () => {
    expect(canSignInAgain('other-patient')).toBe(false)
    expect(canSignInAgain('expired')).toBe(true)
  })
})
