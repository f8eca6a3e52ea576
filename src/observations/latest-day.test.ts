import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { latestDayOf } from './latest-day.ts'
import { narrow } from './narrow-results.ts'
import { inCategory, inRecord, named, neverLatest, overviewClock } from './test-overview.ts'

const lab = (name: string, day: string, rest: JsonObject = {}): JsonObject => ({
  ...inCategory('laboratory'),
  ...named(name),
  effectiveDateTime: day,
  valueString: 'x',
  ...rest,
})
const dayOf = (...jsons: readonly JsonObject[]) =>
  latestDayOf(inRecord(...jsons), 'laboratory', overviewClock)

describe('latestDayOf', () => {
  it('D6 gives the day in the zone of the viewer, and the latest of each test on it', () => {
    const day = dayOf(
      lab('a', '2024-05-02T06:59:00Z'),
      lab('a', '2024-05-01T15:00:00Z'),
      lab('b', '2024-05-01'),
      lab('b', '2024-04-30'),
      lab('c', '2024-05-03', inCategory('exam')),
    )
    expect(day).toMatchObject({ from: '2024-05-01', to: '2024-05-01', count: 3 })
    expect(day?.results.map(({ id }) => id)).toEqual(['o0', 'o2'])
  })

  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
  ])('D6 keeps the precision of %s', (date, from, to) => {
    expect(dayOf(lab('a', date))).toMatchObject({ date: { text: date }, from, to })
  })

  it('D6 counts what may have been on the day, as the results do', () => {
    const record = inRecord(
      lab('a', '2024-05-01'),
      lab('b', '2024-05'),
      lab('c', '2024'),
      lab('d', '2024-04'),
      lab('e', '', {
        effectiveDateTime: null,
        effectivePeriod: { start: '2024-04-30', end: '2024-05-02' },
      }),
      lab('f', '2024-05-01', { status: 'cancelled' }),
    )
    const day = latestDayOf(record, 'laboratory', overviewClock)
    const { from, to } = day ?? {}
    expect(day?.count).toBe(5)
    expect(narrow(record, { category: 'laboratory', from, to })).toHaveLength(5)
    expect(day?.results.map(({ name }) => name)).toEqual(['a', 'b', 'e', 'c'])
  })

  it('D6 gives all of several results of one test at its latest moment', () => {
    const day = dayOf(
      lab('a', '2024-05-01T08:00:00Z', { valueString: 'one' }),
      lab('a', '2024-05-01T08:00:00Z', { valueString: 'other' }),
      lab('a', '2024-05-01T07:30:00Z'),
    )
    expect(day?.results.map(({ id }) => id).toSorted()).toEqual(['o0', 'o1'])
  })

  it('D4 does not let a pending result hide what was said before on the day', () => {
    const day = dayOf(
      lab('a', '2024-05-01T07:30:00Z'),
      lab('a', '2024-05-01T08:00:00Z', { status: 'registered', valueString: null }),
      lab('a', '2024-05-01T07:00:00Z'),
    )
    expect(day?.results.map(({ id }) => id)).toEqual(['o1', 'o0'])
  })

  it('D5 gives a panel where none of its members is there', () => {
    const panel = { valueString: null, hasMember: [{ reference: 'Observation/x' }] }
    const members = (...jsons: readonly JsonObject[]) =>
      dayOf(...jsons)?.results.map(({ id }) => id)
    expect(members(lab('a', '2024-05-01', panel))).toEqual(['o0'])
    expect(members(lab('a', '2024-05-01', panel), lab('b', '2024-05-01'))).toEqual(['o1'])
  })

  it.each(neverLatest)('%s makes no day', (_, rest) => {
    expect(dayOf(lab('a', '2024-05-01', rest))).toBeUndefined()
  })

  it('D6 gives none where the day can not be written', () => {
    expect(dayOf(lab('a', '0001-01-01T00:00:00+14:00'))).toBeUndefined()
  })

  it('gives none for a category without results', () => {
    expect(dayOf(lab('a', '2024-05-01', inCategory('exam')))).toBeUndefined()
  })
})
