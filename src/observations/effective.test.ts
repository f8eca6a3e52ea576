import { describe, expect, it } from 'vitest'
import { dateWarning, effectiveStart, readEffective } from './effective.ts'
import { formatEffective } from './words.ts'

const absent = (code: string) => ({
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code },
  ],
})
const words = (json: Parameters<typeof readEffective>[0]) =>
  formatEffective(readEffective(json), 'en-US').replace(/\u202F/g, ' ')

describe('readEffective', () => {
  it.each([
    ['a day', { effectiveDateTime: '2024-05-01' }, 'May 1, 2024'],
    ['a year', { effectiveDateTime: '2019' }, '2019'],
    ['an instant', { effectiveInstant: '2025-05-02T09:00:00.123Z' }, 'May 2, 2025, 2:00 AM PDT'],
    [
      'an offset before the change to summer time',
      { effectiveDateTime: '2024-03-09T12:00:00-05:00' },
      'Mar 9, 2024, 9:00 AM PST',
    ],
    [
      'an offset after the change to summer time',
      { effectiveDateTime: '2024-03-11T12:00:00-04:00' },
      'Mar 11, 2024, 9:00 AM PDT',
    ],
    [
      'a 24 hour urine',
      { effectivePeriod: { start: '2024-05-01', end: '2024-05-02' } },
      'May 1, 2024 – May 2, 2024',
    ],
    ['an open Period', { effectivePeriod: { start: '2024-05' } }, 'from May 2024'],
    [
      'a Timing by its words',
      { effectiveTiming: { code: { text: 'Every morning' } } },
      'Every morning',
    ],
    ['a Timing by its events', { effectiveTiming: { event: ['2024', '2025'] } }, '2024, 2025'],
    [
      'a Timing of one instant as that date',
      { effectiveTiming: { event: ['2025-05-02T09:00:00Z'] } },
      'May 2, 2025, 2:00 AM PDT',
    ],
    ['a Timing of one event that is no date', { effectiveTiming: { event: ['soon'] } }, 'soon'],
    [
      'a Timing of one event that repeats',
      { effectiveTiming: { event: ['2025'], repeat: { count: 3 } } },
      '2025',
    ],
    ['a Timing without either', { effectiveTiming: {} }, 'several times, by a schedule'],
    ['nothing', {}, 'Date not recorded'],
    ['nothing, though issued', { issued: '2024-05-01T00:00:00Z' }, 'Date not recorded'],
    ['why there is none', { _effectiveDateTime: absent('masked') }, 'Date not recorded (withheld)'],
    [
      'what is no date',
      { effectiveDateTime: '2024-13-45' },
      'Date not recorded (sent as "2024-13-45")',
    ],
    [
      'a wrong type',
      { effectiveDateTime: 5 },
      'Date not recorded (sent as something else than a date)',
    ],
    [
      'a Period with an end that is no date',
      { effectivePeriod: { start: '2024', end: 'later' } },
      "Date not recorded (the period can't be read)",
    ],
    [
      'two dates at once',
      { effectiveDateTime: '2024', effectivePeriod: { start: '2020' } },
      'Date not recorded (several were sent)',
    ],
  ])('D6 reads %s', (_, json, text) => {
    expect(words(json)).toBe(text)
  })
})

describe('effectiveStart', () => {
  it.each([
    [{ effectivePeriod: { start: '2024-05-01', end: '2024-05-02' } }, new Date(2024, 4, 1)],
    [{ effectivePeriod: { end: '2024-05-02' } }, new Date(2024, 4, 2)],
    [{ effectiveDateTime: '2024' }, new Date(2024, 0, 1)],
  ])('D6 sorts %j by the start of its interval', (json, start) => {
    expect(effectiveStart(readEffective(json))).toBe(start.getTime())
  })

  it('D6 sorts a Timing of one event by it, and none of several', () => {
    const event = '2025-05-02T09:00:00Z'
    expect(effectiveStart(readEffective({ effectiveTiming: { event } }))).toBe(Date.parse(event))
    const timing = { event: [event, event] }
    expect(effectiveStart(readEffective({ effectiveTiming: timing }))).toBeUndefined()
  })

  it('D6 has nothing to sort a Timing or a missing date by', () => {
    expect(effectiveStart(readEffective({ effectiveTiming: {} }))).toBeUndefined()
    expect(effectiveStart(readEffective({}))).toBeUndefined()
  })
})

describe('dateWarning', () => {
  const now = new Date(2024, 4, 1, 12).getTime()
  const bornAt = new Date(2000, 0, 1).getTime()
  it.each([
    ['2099', 'the date lies in the future'],
    ['2024-05-03', 'the date lies in the future'],
    ['2024-05-02', undefined],
    ['2024-05-02T02:00:01', 'the date lies in the future'],
    ['2024-05-02T02:00:00', undefined],
    ['2024-06', 'the date lies in the future'],
    ['2024-05-01T12:10:01-07:00', 'the date lies in the future'],
    ['2024-05-01T12:10:00-07:00', undefined],
    ['2024-05-01', undefined],
    ['1999-12-31', undefined],
    ['1999-12-30', 'the date lies before birth'],
    ['1999-12', undefined],
    ['1999-11', 'the date lies before birth'],
    ['1998', 'the date lies before birth'],
  ])('D6 warns of %s: %s', (effectiveDateTime, warning) => {
    expect(dateWarning(readEffective({ effectiveDateTime }), now, bornAt)).toBe(warning)
  })

  it('D6 takes a year or month of birth not for one before it', () => {
    const born = new Date(2024, 1, 10).getTime()
    for (const effectiveDateTime of ['2024', '2024-02']) {
      expect(dateWarning(readEffective({ effectiveDateTime }), now, born)).toBeUndefined()
    }
  })

  it('D6 can not tell what lies before an unknown birth', () => {
    expect(
      dateWarning(readEffective({ effectiveDateTime: '1800' }), now, undefined),
    ).toBeUndefined()
  })
})
