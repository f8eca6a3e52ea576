import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOf, formatFhirDate, readFhirDate, startOf } from './fhir-date.ts'

/** Intl writes a narrow no-break space before AM and PM in some versions. */
function format(text: string): string | undefined {
  const date = readFhirDate(text)
  return date && formatFhirDate(date, 'en-US').replace(/\u202F/g, ' ')
}

function start(text: string): number | undefined {
  const date = readFhirDate(text)
  return date && startOf(date)
}

describe('readFhirDate', () => {
  it.each([
    '2024-13-45',
    '2024-02-30',
    '2023-02-29',
    '2024-00',
    '0000',
    '24',
    '2024-5',
    '2024-05-01T',
    '2024-05-01T24:00:00Z',
    '2024-05-01T10:60:00Z',
    '2024-05-01T10:00:61Z',
    '2024-05-01T10:30.5Z',
    '2024-05-01T10:00:00+15:00',
    '2024-05-01T10:00:00+01:75',
    '2024-05-01 10:00',
    ' 2024',
    '05/01/2024',
    '',
    null,
    2024,
    ['2024'],
  ])('D6 reads %j as no date', (json) => {
    expect(readFhirDate(json)).toBeUndefined()
  })

  it.each([
    ['2024', 'year'],
    ['2024-05', 'month'],
    ['2024-05-01', 'day'],
    ['2024-02-29', 'day'],
  ])('D6 keeps the precision of %s', (text, precision) => {
    expect(readFhirDate(text)).toMatchObject({ kind: 'calendar', text, precision })
  })

  it.each([
    ['2024-05-01T00:30:00Z', Date.UTC(2024, 4, 1, 0, 30)],
    ['2024-05-01T00:30:00+00:00', Date.UTC(2024, 4, 1, 0, 30)],
    ['2024-05-01T00:30:00.123Z', Date.UTC(2024, 4, 1, 0, 30, 0, 123)],
    ['2024-05-01T00:30:00.5Z', Date.UTC(2024, 4, 1, 0, 30, 0, 500)],
    ['2024-05-01T00:30Z', Date.UTC(2024, 4, 1, 0, 30)],
    ['2024-03-10T01:59:59-05:00', Date.UTC(2024, 2, 10, 6, 59, 59)],
    ['2024-11-03T01:30:00+05:30', Date.UTC(2024, 10, 2, 20, 0)],
  ])('D6 reads %s as one moment', (text, epochMs) => {
    expect(readFhirDate(text)).toEqual({ kind: 'instant', text, epochMs })
  })

  it('D6 reads a time without offset as local, not as UTC', () => {
    expect(readFhirDate('2024-05-01T09:30:15')).toMatchObject({ kind: 'local', time: '09:30:15' })
  })

  it('agrees with Date on every instant', () => {
    const range = { min: new Date('0101-01-01'), max: new Date('9998-12-31'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(range), (date) => {
        expect(start(date.toISOString())).toBe(date.getTime())
      }),
    )
  })
})

describe('startOf and endOf', () => {
  it.each([
    ['2024', new Date(2024, 0, 1), new Date(2025, 0, 1)],
    ['2024-12', new Date(2024, 11, 1), new Date(2025, 0, 1)],
    ['2024-05-01', new Date(2024, 4, 1), new Date(2024, 4, 2)],
  ])("D6 spans %s in the viewer's zone", (text, from, to) => {
    const date = readFhirDate(text)
    expect(date && [startOf(date), endOf(date)]).toEqual([from.getTime(), to.getTime()])
  })

  it("D6 takes a time without offset as the viewer's, across the change to summer time", () => {
    expect(start('2024-03-10T08:15:00')).toBe(new Date(2024, 2, 10, 8, 15).getTime())
  })

  it('takes the year 50 as the year 50', () => {
    expect(new Date(start('0050') ?? 0).getFullYear()).toBe(50)
  })
})

describe('formatFhirDate', () => {
  it.each([
    ['2019', '2019'],
    ['2024-05', 'May 2024'],
    ['2024-05-01', 'May 1, 2024'],
    ['2024-01-01', 'Jan 1, 2024'],
    ['0050-05', '0050-05'],
    ['0001-01-01', '0001-01-01'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
    ['1000-01-01T00:00:00Z', '1000-01-01T00:00:00Z'],
    ['1000-02', 'Feb 1000'],
    ['2024-05-01T00:30:00Z', 'Apr 30, 2024, 5:30 PM PDT'],
    ['2024-12-01T12:00:00-05:00', 'Dec 1, 2024, 9:00 AM PST'],
    ['2024-05-01T09:30:00', '2024-05-01 09:30:00 (no time zone)'],
  ])('D6 formats %s as %s', (text, words) => {
    expect(format(text)).toBe(words)
  })

  it('D6 formats the day it was sent, never the day before', () => {
    const range = { min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(range), (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(format(day)).toMatch(new RegExp(` ${Number(day.slice(8))}, ${day.slice(0, 4)}$`))
      }),
    )
  })
})
