import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idleWarningMs, toPhase, warningMs, type SessionLimits } from './session-phase.ts'

const minute = 60_000
const limits: SessionLimits = {
  expiresAt: 60 * minute,
  isRenewed: false,
  endsAtLatest: 480 * minute,
  idleAt: undefined,
}

describe('toPhase', () => {
  it.each<[string, number, Partial<SessionLimits>, object]>([
    ['is open at first', 0, {}, { kind: 'open', endsAt: limits.expiresAt }],
    ['names no end while the token is renewed', 0, { isRenewed: true }, { kind: 'open' }],
    [
      'REF-09 warns five minutes before the end',
      55 * minute,
      {},
      { kind: 'ending', endsAt: limits.expiresAt },
    ],
    ['is open until then', 55 * minute - 1, {}, { kind: 'open' }],
    ['does not warn of an end that moves', 57 * minute, { isRenewed: true }, { kind: 'open' }],
    ['REF-09 is over at the end', 60 * minute, {}, { kind: 'over', why: 'expired' }],
    [
      'REF-09 is over at the end also when a renewal was meant to come',
      60 * minute,
      { isRenewed: true },
      { kind: 'over', why: 'expired' },
    ],
    [
      'REF-08 warns of the longest time, renewed or not',
      475 * minute,
      { isRenewed: true, expiresAt: 500 * minute },
      { kind: 'ending', endsAt: limits.endsAtLatest },
    ],
    [
      'REF-08 is over after the longest time',
      480 * minute,
      { isRenewed: true, expiresAt: 500 * minute },
      { kind: 'over', why: 'too-long' },
    ],
    [
      'END-06 warns a minute before nobody seems to be there',
      14 * minute,
      { idleAt: 15 * minute },
      { kind: 'idle', endsAt: 15 * minute },
    ],
    [
      'END-06 is over when nobody was there',
      15 * minute,
      { idleAt: 15 * minute },
      { kind: 'over', why: 'idle' },
    ],
    [
      'speaks of the end that comes first',
      59.5 * minute,
      { idleAt: 60.2 * minute },
      { kind: 'ending' },
    ],
  ])('%s', (_name, now, changed, phase) => {
    expect(toPhase(now, { ...limits, ...changed })).toMatchObject(phase)
  })

  it('is over exactly from the first end on, and warns before it', () => {
    const time = fc.integer({ min: 0, max: 600 * minute })
    fc.assert(
      fc.property(time, time, time, time, fc.boolean(), (now, expiresAt, last, idleAt, renewed) => {
        const phase = toPhase(now, { expiresAt, isRenewed: renewed, endsAtLatest: last, idleAt })
        expect(phase.kind === 'over').toBe(now >= Math.min(expiresAt, last, idleAt))
        if (phase.kind === 'over') return
        const left = (phase.endsAt ?? Infinity) - now
        const isNear = left <= (phase.kind === 'idle' ? idleWarningMs : warningMs)
        expect(isNear).toBe(phase.kind !== 'open')
      }),
    )
  })
})
