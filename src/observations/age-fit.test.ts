import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFhirDate } from '../fhir/fhir-date.ts'
import { fitsAge } from './age-fit.ts'
import { readEffective } from './effective.ts'
import { personOf } from './person.ts'
import { readRanges } from './reference-range.ts'
import { ucum } from './sample-observation.ts'

type AgeJson = Parameters<typeof readEffective>[0]

const boundsOf = (age: AgeJson | undefined) => readRanges([{ text: 'x', age }])[0]?.ageBounds
const fit = (age: AgeJson | undefined, birthDate: string, date: string) =>
  fitsAge(
    boundsOf(age),
    personOf(undefined, readFhirDate(birthDate), readEffective({ effectiveDateTime: date })).age,
  )
const adult = { low: ucum(18, 'a') }
const child = { high: ucum(17, 'a') }

describe('fitsAge', () => {
  it.each([
    ['on the 18th birthday', adult, '2000-05-15', '2018-05-15', 'yes'],
    ['on the day before it', adult, '2000-05-15', '2018-05-14', 'no'],
    ['at a moment that is its eve elsewhere', adult, '2000-05-15', '2018-05-15T09:00Z', 'unclear'],
    ['in its month', adult, '2000-05-15', '2018-05', 'unclear'],
    ['born in the year that decides', adult, '2000', '2018-05-15', 'unclear'],
    ['born in a year that leaves no doubt', adult, '2000', '2019-01-01', 'yes'],
    ['born in a year too late', adult, '2001', '2018-12-31', 'no'],
    ['born in a month that has just passed', adult, '2000-05', '2018-05-31', 'yes'],
    ['on the 17th birthday, the last of FHIR', child, '2000-05-15', '2017-05-15', 'yes'],
    ['at 17 and a half', child, '2000-05-15', '2017-11-15', 'unclear'],
    ['on the 18th birthday', child, '2000-05-15', '2018-05-15', 'no'],
    ['born in the month of the 17th birthday', child, '2000-05', '2017-05-20', 'unclear'],
    ['born in the month of the 18th birthday', child, '2000-05', '2018-05-20', 'unclear'],
    ['18 years after February 29', adult, '2000-02-29', '2018-02-28', 'unclear'],
    ['18 years and a day after February 29', adult, '2000-02-29', '2018-03-01', 'yes'],
    ['a month after January 31', { low: ucum(1, 'mo') }, '2023-01-31', '2023-02-28', 'unclear'],
    ['a month and a day later', { low: ucum(1, 'mo') }, '2023-01-31', '2023-03-01', 'yes'],
    ['months over the turn of a year', { low: ucum(14, 'mo') }, '2022-11-30', '2024-01-30', 'yes'],
    ['four weeks old', { high: ucum(4, 'wk') }, '2024-01-01', '2024-01-29', 'yes'],
    ['five weeks old', { high: ucum(4, 'wk') }, '2024-01-01', '2024-02-05', 'no'],
    ['30 days old', { low: ucum(8, 'd'), high: ucum(30, 'd') }, '2024-01-01', '2024-01-31', 'yes'],
    ['31 days old', { low: ucum(8, 'd'), high: ucum(30, 'd') }, '2024-01-01', '2024-02-01', 'no'],
    [
      'a newborn, by a moment that is before birth elsewhere',
      { low: ucum(0, 'd'), high: ucum(7, 'd') },
      '2024-01-02',
      '2024-01-02T09:00:00Z',
      'yes',
    ],
    ['anyone, without an age', undefined, '2000-05-15', '2018-05-15', 'yes'],
  ])('D7 tells %s', (_, age, birthDate, date, expected) => {
    expect(fit(age, birthDate, date)).toBe(expected)
  })

  it.each([
    { low: ucum(18, 'yr') },
    { low: ucum(18, 'a_j') },
    { low: { value: 18, unit: 'years' } },
    { low: { value: 18, unit: 'a', code: 'a' } },
    { low: { value: 18 } },
    { low: ucum(1.5, 'a') },
    { low: ucum(-1, 'a') },
    { low: ucum(1e9, 'a') },
    { high: ucum(1e9, 'a') },
    { low: ucum(18, 'a', { comparator: '>' }) },
    { low: ucum(18, 'a'), high: ucum(2, 'a') },
    { low: ucum(3, 'a'), high: ucum(24, 'mo') },
    { low: ucum(18, 'a'), high: { value: 'old' } },
    {},
  ])('D7 is sure of nobody for the age %j', (age) => {
    expect(fit(age, '1980-05-15', '2018-05-15')).toBe('unclear')
  })

  it('D7 is sure of nobody whose age is not known', () => {
    expect(fitsAge(boundsOf(adult), undefined)).toBe('unclear')
    expect(fitsAge(undefined, undefined)).toBe('yes')
  })

  it('D6 is never sure of something else for a month than for each of its days', () => {
    const bound = fc.record({
      count: fc.nat(40),
      unit: fc.constantFrom('a', 'mo', 'wk', 'd'),
      side: fc.constantFrom('low', 'high'),
    })
    const date = fc.record({ year: fc.integer({ min: 1980, max: 2024 }), month: fc.nat(11) })
    fc.assert(
      fc.property(bound, date, fc.nat(30), date, fc.nat(30), (limit, born, bornOn, at, atOn) => {
        const age = { [limit.side]: ucum(limit.count, limit.unit) }
        const month = ({ year, month }: typeof born) => `${year}-${`${month + 1}`.padStart(2, '0')}`
        const dayIn = (text: string, on: number) => `${text}-${`${(on % 28) + 1}`.padStart(2, '0')}`
        const [birthMonth, atMonth] = [month(born), month(at)]
        fc.pre(dayIn(atMonth, atOn) >= dayIn(birthMonth, bornOn))
        const vague = fit(age, birthMonth, atMonth)
        fc.pre(vague !== 'unclear')
        expect(fit(age, dayIn(birthMonth, bornOn), dayIn(atMonth, atOn))).toBe(vague)
      }),
    )
  })
})
