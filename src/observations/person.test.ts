import { describe, expect, it } from 'vitest'
import { readFhirDate } from '../fhir/fhir-date.ts'
import { readEffective } from './effective.ts'
import { personOf } from './person.ts'

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000
const ageOf = (birthDate: string, effective: Parameters<typeof readEffective>[0]) =>
  personOf('male', readFhirDate(birthDate), readEffective(effective)).age
const daysOfResult = (effective: Parameters<typeof readEffective>[0]) =>
  ageOf('2000-05-15', effective)?.at

describe('personOf', () => {
  it.each([
    ['male', 'male'],
    ['female', 'female'],
    ['other', undefined],
    ['unknown', undefined],
    ['Male', undefined],
    ['M', undefined],
    [undefined, undefined],
  ])('D9 takes the administrative gender %s as the sex %s', (gender, sex) => {
    expect(personOf(gender, undefined, { kind: 'timing', text: 'daily' }).sex).toBe(sex)
  })

  it.each([
    ['2000-05-15', '2000-05-15', '2000-05-15'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['1999-12', '1999-12-01', '1999-12-31'],
    ['2000', '2000-01-01', '2000-12-31'],
    ['2000-05-15T18:00:00Z', '2000-05-15', '2000-05-16'],
  ])('D6 takes the birth date %s as any day from %s to %s', (birthDate, first, last) => {
    expect(ageOf(birthDate, { effectiveDateTime: '2024-05-01' })?.born).toEqual({
      first: day(first),
      last: day(last),
    })
  })

  it.each([
    [{ effectiveDateTime: '2024-05-01' }, '2024-05-01', '2024-05-01'],
    [{ effectiveDateTime: '2024-02' }, '2024-02-01', '2024-02-29'],
    [{ effectiveDateTime: '2024' }, '2024-01-01', '2024-12-31'],
    [{ effectiveDateTime: '2024-05-01T23:00:00' }, '2024-05-01', '2024-05-01'],
    [{ effectiveDateTime: '2024-05-01T09:00:00Z' }, '2024-04-30', '2024-05-01'],
    [{ effectiveInstant: '2024-05-01T11:00:00Z' }, '2024-04-30', '2024-05-02'],
    [{ effectivePeriod: { start: '2024-05-01', end: '2024-06' } }, '2024-05-01', '2024-06-30'],
  ])('D6 takes a result of %j as of any day from %s to %s', (effective, first, last) => {
    expect(daysOfResult(effective)).toEqual({ first: day(first), last: day(last) })
  })

  it.each([
    {},
    { effectiveDateTime: 'yesterday' },
    { effectivePeriod: { start: '2024-05-01' } },
    { effectivePeriod: { end: '2024-05-01' } },
    { effectivePeriod: { start: '2024-05-02', end: '2024-05-01' } },
    { effectiveTiming: { code: { text: 'daily' } } },
  ])('D6 knows no age for a result of %j', (effective) => {
    expect(daysOfResult(effective)).toBeUndefined()
  })

  it('D6 knows no age without a birth date', () => {
    const effective = readEffective({ effectiveDateTime: '2024-05-01' })
    expect(personOf('male', undefined, effective).age).toBeUndefined()
  })

  it('D6 knows no age before birth, but one where the dates overlap', () => {
    expect(ageOf('2024-05-02', { effectiveDateTime: '2024-05-01' })).toBeUndefined()
    expect(ageOf('2024-05', { effectiveDateTime: '2024-05-01' })).toBeDefined()
  })

  it('D9 knows no age past 120 years, where the birth date is more likely wrong', () => {
    expect(ageOf('1900-01-01', { effectiveDateTime: '2024-05-01' })).toBeUndefined()
    expect(ageOf('1905-01-01', { effectiveDateTime: '2024-05-01' })).toBeDefined()
  })
})
