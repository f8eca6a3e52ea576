import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAge, formatAgeAtDeath, formatBirthDate } from './age.ts'
import type { Patient } from './patient.ts'
import { readPatient } from './read-patient.ts'

function patient(rest: object): Patient {
  const read = readPatient({ resourceType: 'Patient', id: 'p1', ...rest })
  if (read === undefined) throw new Error('not read')
  return read
}
const ageOf = (birthDate: string, today: Date) => formatAge(patient({ birthDate }), today)
const TODAY = new Date(2024, 4, 15, 23, 59)

describe('formatAge', () => {
  it.each([
    ['2024-05-15', '0 days'],
    ['2024-05-14', '1 day'],
    ['2024-04-18', '27 days'],
    ['2024-04-17', '4 weeks'],
    ['2024-02-16', '12 weeks'],
    ['2024-02-15', '3 months'],
    ['2023-05-15', '12 months'],
    ['2022-05-16', '23 months'],
    ['2022-05-15', '2 years'],
    ['2023-05-16', '11 months'],
    ['1971-05-16', '52 years'],
    ['1971-05-15', '53 years'],
    ['1904-05-15', '120 years'],
    ['1903-05-15', '121 years (check the birth date)'],
    ['0001-01-01', '2023 years (check the birth date)'],
  ])('D9 says of someone born on %s: %s', (birthDate, words) => {
    expect(ageOf(birthDate, TODAY)).toBe(words)
  })

  it.each([
    [new Date(2024, 1, 29), '23 years'],
    [new Date(2025, 1, 28), '24 years'],
    [new Date(2025, 2, 1), '25 years'],
  ])('D9 counts from February 29 by the calendar', (today, words) => {
    expect(ageOf(today.getFullYear() === 2024 ? '2000-03-01' : '2000-02-29', today)).toBe(words)
  })

  it.each(['2024', '2024-05', '2024-13-45', '2024-05-16', undefined])(
    'D9 tells no age from the birth date %j',
    (birthDate) => {
      expect(formatAge(patient({ birthDate }), TODAY)).toBeUndefined()
    },
  )

  it.each([{ deceasedBoolean: true }, { deceasedDateTime: '2020' }, { deceasedDateTime: 'x' }])(
    'D9 tells no age of the deceased: %j',
    (deceased) => {
      expect(formatAge(patient({ birthDate: '1971-05-15', ...deceased }), TODAY)).toBeUndefined()
    },
  )

  it("D9 turns a year older on the birthday, at any hour in the viewer's zone", () => {
    const day = fc.date({
      min: new Date(1930, 0, 1),
      max: new Date(2000, 0, 1),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, fc.integer({ min: 3, max: 90 }), fc.nat(23), (born, years, hour) => {
        const birthDate = born.toISOString().slice(0, 10)
        const [year, month, date] = birthDate.split('-').map(Number) as [number, number, number]
        fc.pre(!(month === 2 && date === 29))
        const birthday = new Date(year + years, month - 1, date, hour)
        expect(ageOf(birthDate, birthday)).toBe(`${years} years`)
        const eve = new Date(year + years, month - 1, date - 1, hour)
        expect(ageOf(birthDate, eve)).toBe(`${years - 1} years`)
      }),
    )
  })
})

describe('formatBirthDate', () => {
  it.each([
    [{ birthDate: '1971-08-15' }, 'Aug 15, 1971'],
    [{ birthDate: '1971-08' }, 'Aug 1971'],
    [{ birthDate: '1971' }, '1971'],
    [{ birthDate: '1974-12-25T00:30:00Z' }, 'Dec 25, 1974'],
    [{}, 'not given'],
    [{ birthDate: '1971-13-45' }, 'not given (sent as "1971-13-45", which is not a date)'],
    [
      {
        _birthDate: {
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
              valueCode: 'asked-declined',
            },
          ],
        },
      },
      'not given (asked, but declined)',
    ],
  ])('D6 D9 says of %j: %s', (rest, words) => {
    expect(formatBirthDate(patient(rest), 'en-US')).toBe(words)
  })
})

describe('formatAgeAtDeath', () => {
  it.each([
    ['1937-10-21', '2022-07-22', '84 years'],
    ['1937-10-21', '2022-10-21', '85 years'],
    ['2024-05-01', '2024-05-03', '2 days'],
    ['1982-01-23', '2015-02-14T13:42:00+10:00', '33 years'],
    ['1982-02-14', '2015-02-14T13:42:00', '33 years'],
    // The day before in the zone of the viewer, and a birthday: which age it was, depends on the zone.
    ['1982-02-14', '2015-02-14T02:42:00Z', undefined],
    ['1937', '2022-07-22', undefined],
    ['1937-10-21', '2022', undefined],
    ['1937-10-21', '2022-07', undefined],
    ['1937-10-21', 'soon', undefined],
    ['2022-10-21', '2022-07-22', undefined],
  ])('D9 says of birth on %s and death on %s: %s', (birthDate, deceasedDateTime, age) => {
    expect(formatAgeAtDeath(patient({ birthDate, deceasedDateTime }))).toBe(age)
  })

  it('D9 says none of the living', () => {
    expect(formatAgeAtDeath(patient({ birthDate: '1937-10-21' }))).toBeUndefined()
  })
})
