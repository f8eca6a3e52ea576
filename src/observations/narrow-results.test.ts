import { describe, expect, it } from 'vitest'
import { narrow, type Narrowing } from './narrow-results.ts'
import { interpreted, loincComponent, readSample } from './sample-observation.ts'

const at = (effectiveDateTime?: string) => ({ effectiveDateTime })

/** Whether a result of this kind is kept. */
function isKept(json: Parameters<typeof readSample>[0], narrowing: Narrowing): boolean {
  return narrow([readSample(json)], narrowing).length === 1
}

describe('narrow', () => {
  it('gives the same list where nothing is narrowed', () => {
    const all = [readSample()]
    expect(narrow(all, {})).toBe(all)
  })

  it.each([
    ['critical', interpreted('HH'), { flag: 'critical' }, true],
    ['critical', interpreted('HH'), { flag: 'abnormal' }, true],
    ['high', interpreted('H'), { flag: 'abnormal' }, true],
    ['high', interpreted('H'), { flag: 'critical' }, false],
    ['normal', interpreted('N'), { flag: 'abnormal' }, false],
    ['positive, which is no range', interpreted('POS'), { flag: 'abnormal' }, false],
    ['unflagged', {}, { flag: 'abnormal' }, false],
    ['unflagged', {}, { flag: 'none' }, true],
    ['normal', interpreted('N'), { flag: 'none' }, false],
    [
      'high in a component',
      { component: [loincComponent('8480-6', { valueInteger: 1, ...interpreted('H') })] },
      { flag: 'abnormal' },
      true,
    ],
  ] as const)('D7 asks of one that is %s: %j %j', (_, json, narrowing, is) => {
    expect(isKept(json, narrowing)).toBe(is)
  })

  it.each([
    ['on the first day', '2024-05-01', true],
    ['on the last day', '2024-05-31', true],
    ['late on the last day, in the viewer’s zone', '2024-06-01T06:59:59Z', true],
    ['early on the day after', '2024-06-01T07:00:00Z', false],
    ['the day before', '2024-04-30', false],
    ['in that month, whichever day', '2024-05', true],
    ['in that year, whichever day', '2024', true],
    ['in another year', '2023', false],
    ['without a date', undefined, false],
  ])('D6 keeps of the days of May one %s: %s', (_, date, is) => {
    expect(isKept(at(date), { from: '2024-05-01', to: '2024-05-31' })).toBe(is)
  })

  it.each([
    [{ start: '2024-04-01', end: '2024-05-01' }, true],
    [{ start: '2024-05-31' }, true],
    [{ end: '2024-04-30' }, false],
    [{ start: '2024-06-01' }, false],
  ])('D6 keeps a Period that touches the days: %j', (effectivePeriod, is) => {
    const json = { effectiveDateTime: undefined, effectivePeriod }
    expect(isKept(json, { from: '2024-05-01', to: '2024-05-31' })).toBe(is)
  })

  it('D6 takes days that are none as no bound', () => {
    expect(isKept(at('2024-05-01'), { from: 'x', to: '' })).toBe(true)
  })

  it('D3 keeps one status, and one category', () => {
    const category = [{ coding: [{ code: 'laboratory' }] }]
    expect(
      isKept({ status: 'amended', category }, { status: 'amended', category: 'laboratory' }),
    ).toBe(true)
    expect(isKept({ status: 'final', category }, { status: 'amended' })).toBe(false)
    expect(isKept({ category }, { category: 'exam' })).toBe(false)
  })
})
