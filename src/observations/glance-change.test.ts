import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { formatChange } from './glance-change.ts'
import { loincComponent, readSample, ucum } from './sample-observation.ts'

const at = (effectiveDateTime: string, value: JsonObject, rest: JsonObject = {}) =>
  readSample({ effectiveDateTime, valueQuantity: value, ...rest })
const change = (latest: JsonObject, previous: JsonObject, rest: JsonObject = {}) =>
  formatChange(at('2025-01-12', latest), at('2025-01-03', previous, rest), 'en-US')
const pressure = (day: string, systolic: number, diastolic: number | undefined) =>
  readSample({
    effectiveDateTime: day,
    component: [
      loincComponent('8480-6', { valueQuantity: ucum(systolic, 'mm[Hg]', { unit: 'mmHg' }) }),
      ...(diastolic === undefined
        ? []
        : [
            loincComponent('8462-4', {
              valueQuantity: ucum(diastolic, 'mm[Hg]', { unit: 'mmHg' }),
            }),
          ]),
    ],
  })

describe('formatChange', () => {
  it.each([
    [ucum(72, 'kg'), ucum(70, 'kg'), '2 kg more than on Jan 3, 2025'],
    [ucum(70.1, 'kg'), ucum(70.3, 'kg'), '0.2 kg less than on Jan 3, 2025'],
    [ucum(70, 'kg'), ucum(70, 'kg', { unit: 'kilogram' }), 'The same as on Jan 3, 2025'],
    [ucum(97, '%'), ucum(95, '%'), '2 percentage points more than on Jan 3, 2025'],
    [ucum(97, '%'), ucum(96, '%'), '1 percentage point more than on Jan 3, 2025'],
    [{ value: 3 }, { value: 1 }, '2 more than on Jan 3, 2025'],
  ])('D4 says how %o differs from %o', (latest, previous, words) => {
    expect(change(latest, previous)).toBe(words)
  })

  it.each([
    ['units', ucum(70, 'kg'), ucum(150, '[lb_av]'), {}],
    ['a bound before', ucum(70, 'kg'), ucum(50, 'kg', { comparator: '>' }), {}],
    ['a bound now', ucum(70, 'kg', { comparator: '<' }), ucum(50, 'kg'), {}],
    ['methods', ucum(37, 'Cel'), ucum(36, 'Cel'), { method: { text: 'Oral' } }],
    ['body sites', ucum(37, 'Cel'), ucum(36, 'Cel'), { bodySite: { text: 'Rectal' } }],
    ['a status', ucum(70, 'kg'), ucum(50, 'kg'), { status: 'preliminary' }],
    ['about whom', ucum(70, 'kg'), ucum(50, 'kg'), { focus: [{ display: 'Fetus' }] }],
    ['an exponent', ucum(70, 'kg'), { value: '1.5E3', unit: 'kg' }, {}],
    ['words', ucum(70, 'kg'), {}, { valueString: '50' }],
  ])('D4 says nothing across %s', (_, latest, previous, rest) => {
    expect(change(latest, previous, rest)).toBeUndefined()
  })

  it('D5 says both of a blood pressure, or nothing', () => {
    const now = pressure('2025-01-12', 140, 88)
    const say = (systolic: number, diastolic?: number) =>
      formatChange(now, pressure('2025-01-03', systolic, diastolic), 'en-US')
    expect(say(132, 90)).toBe('Systolic 8 mmHg more, diastolic 2 mmHg less than on Jan 3, 2025')
    expect(say(132, 88)).toBe('Systolic 8 mmHg more than on Jan 3, 2025; diastolic the same')
    expect(say(140, 80)).toBe('Diastolic 8 mmHg more than on Jan 3, 2025; systolic the same')
    expect(say(140, 88)).toBe('The same as on Jan 3, 2025')
    expect(say(140)).toBeUndefined()
  })

  it.each([
    ['2024', 'in 2024'],
    ['2024-12', 'in Dec 2024'],
    ['2025-01-12T08:00:00-08:00', 'on Jan 12, 2025, 8:00 AM PST'],
    ['2025-01-11T08:00:00-08:00', 'on Jan 11, 2025'],
  ])('D6 names the date %s no more precisely than it must or may: %s', (day, words) => {
    const latest = at('2025-01-12T12:00:00-08:00', ucum(72, 'kg'))
    expect(formatChange(latest, at(day, ucum(70, 'kg')), 'en-US')).toBe(`2 kg more than ${words}`)
  })

  it.each(['2025', '2025-01', '2025-01-12'])(
    'D6 says nothing where %s may be later than the latest',
    (day) => {
      const latest = at('2025-01-12T12:00:00-08:00', ucum(72, 'kg'))
      expect(formatChange(latest, at(day, ucum(70, 'kg')))).toBeUndefined()
    },
  )
})
