import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { recentlyReported } from './recently-reported.ts'
import { inRecord, named, neverLatest, overviewClock } from './test-overview.ts'

const recent = (...jsons: readonly JsonObject[]) =>
  recentlyReported(inRecord(...jsons), 30, overviewClock)
const idsOf = (...jsons: readonly JsonObject[]) => recent(...jsons).results.map(({ id }) => id)

describe('recentlyReported', () => {
  it.each([
    ['reported lately, of long ago', '2020-01-01', '2024-05-20T08:00:00Z', true],
    ['reported lately', '2024-05-19', '2024-05-20T08:00:00Z', true],
    ['reported long ago', '2024-05-19', '2020-05-20T08:00:00Z', false],
    ['reported in the future', '2024-05-19', '2034-05-20T08:00:00Z', false],
    ['of late, with no word of when it was reported', '2024-05-19', null, true],
    ['of the first day', '2024-05-02', null, true],
    ['of the day before', '2024-05-01', null, false],
    ['of a year of which the days are not known', '2024', null, false],
  ])('D6 takes a result %s', (_, effectiveDateTime, issued, isRecent) => {
    expect(idsOf({ effectiveDateTime, issued })).toEqual(isRecent ? ['o0'] : [])
  })

  it('finds what was reported lately behind what is newer but was not', () => {
    expect(
      idsOf(
        { effectiveDateTime: '2024-03-01', ...named('a') },
        { effectiveDateTime: '2024-02-01', issued: '2024-05-20T08:00:00Z', ...named('b') },
      ),
    ).toEqual(['o1'])
  })

  it('counts all and gives the newest of each test', () => {
    const days = ['2024-05-20', '2024-05-22', '2024-05-21']
    const { count, results, from } = recent(
      ...days.map((effectiveDateTime) => ({ effectiveDateTime })),
    )
    expect([count, results.map(({ id }) => id), from]).toEqual([3, ['o1'], '2024-05-02'])
  })

  it('D6 gives all of several results of one test at its latest moment', () => {
    const day = { effectiveDateTime: '2024-05-20' }
    expect(idsOf(day, day, { effectiveDateTime: '2024-05-19' }).toSorted()).toEqual(['o0', 'o1'])
  })

  it('D6 takes what has no date by when it was reported alone', () => {
    const undated = { effectiveDateTime: null }
    const lately = { ...undated, issued: '2024-05-20T08:00:00Z' }
    expect(idsOf({ effectiveDateTime: '2024-05-21' }, lately, undated)).toEqual(['o0', 'o1'])
    expect(idsOf({ ...lately, status: 'cancelled' })).toEqual([])
  })

  it.each(neverLatest.filter(([name]) => !/undated|schedule/.test(name)))(
    '%s is left out',
    (_, rest) => {
      expect(
        idsOf({ effectiveDateTime: '2024-05-20', issued: '2024-05-20T08:00:00Z', ...rest }),
      ).toEqual([])
    },
  )
})
