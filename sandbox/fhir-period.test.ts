import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { matchesDate, toPeriod } from './fhir-period.ts'

const utc = (text: string) => Date.parse(text)

describe('toPeriod', () => {
  it.each([
    ['2019', '2019-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
    ['2024-12', '2024-12-01T00:00:00Z', '2025-01-01T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z', '2024-03-01T00:00:00Z'],
    ['2024-05-01T10:30Z', '2024-05-01T10:30:00Z', '2024-05-01T10:31:00Z'],
    ['2024-05-01T10:30:15+02:00', '2024-05-01T08:30:15Z', '2024-05-01T08:30:16Z'],
    ['2024-05-01T10:30:15.250Z', '2024-05-01T10:30:15.250Z', '2024-05-01T10:30:15.251Z'],
    ['2024-05-01T10:30:15', '2024-05-01T10:30:15Z', '2024-05-01T10:30:16Z'],
  ])('%s is as long as its precision says', (text, start, end) => {
    expect(toPeriod(text)).toEqual({ start: utc(start), end: utc(end) })
  })

  it.each([undefined, '', 'yesterday', '2024-5-1', '24-05-01', '2024-05-01T', '2024-05-01T25:00Z'])(
    '%s is no date',
    (text) => {
      expect(toPeriod(text)).toBeUndefined()
    },
  )
})

describe('matchesDate', () => {
  it.each([
    ['2024-05-01', '2024', true],
    ['2024', '2024-05-01', false],
    ['2024-05-01', 'ne2024', false],
    ['2024-05-01', 'ge2024-05-01', true],
    ['2024-05-01', 'gt2024-05-01', false],
    ['2024-05-02', 'gt2024-05-01', true],
    ['2024-05-01', 'le2024-05-01', true],
    ['2024-04-30', 'lt2024-05-01', true],
    ['2024-05-01', 'lt2024-05-01', false],
    ['2024-05-01', 'sa2024-04', true],
    ['2024-04-30', 'sa2024-04', false],
    ['2024-03-31', 'eb2024-04', true],
    ['2024-05-02', 'ap2024-05-01', true],
    ['2024-05-09', 'ap2024-05-01', false],
  ])('%s fits date=%s: %s', (resource, value, fits) => {
    expect(matchesDate(toPeriod(resource), value)).toBe(fits)
  })

  it('fits nothing without a date, and is undefined for a value that is none', () => {
    expect(matchesDate(undefined, 'ge1900')).toBe(false)
    expect(matchesDate(toPeriod('2024'), 'ge')).toBeUndefined()
  })

  it('ne is the opposite of eq, and ge holds wherever gt does', () => {
    const date = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
      .chain((day) => fc.constantFrom(4, 7, 10).map((length) => day.toISOString().slice(0, length)))
    fc.assert(
      fc.property(date, date, (resource, asked) => {
        const fits = (prefix: string) => matchesDate(toPeriod(resource), prefix + asked) === true
        expect(fits('ne')).toBe(!fits('eq'))
        expect(fits('gt') && !fits('ge')).toBe(false)
        expect(fits('lt') && !fits('le')).toBe(false)
      }),
    )
  })
})
