import fc from 'fast-check'
import { dayText } from '../../observations/day.ts'
import { describe, expect, it } from 'vitest'
import type { TimeSpan } from '../../ui/chart-drawing.ts'
import { dayBounds } from './days.ts'
import { moved, moves, presetsFor, spanOf } from './time-range.ts'
import { formatTrendQuery, readTrendQuery } from './trend-query.ts'

const at = (day: string) => dayBounds(day)?.from ?? NaN
const extent: TimeSpan = { from: at('2020-01-15'), to: at('2024-06-20') }
const daysOf = ({ from, to }: TimeSpan) => [dayText(from), dayText(to)]

describe('spanOf', () => {
  it.each([
    [{}, '2020-01-15', '2024-06-20'],
    [{ range: '1m' as const }, '2024-05-20', '2024-06-20'],
    [{ range: '1y' as const }, '2023-06-20', '2024-06-20'],
    [{ range: '5y' as const }, '2020-01-15', '2024-06-20'],
    [{ from: '2022-02-01' }, '2022-02-01', '2024-06-20'],
    [{ to: '2022-02-01' }, '2020-01-15', '2022-02-01'],
    [{ from: '0001-01-01', to: '2999-01-01' }, '2020-01-15', '2024-06-20'],
    [{ from: '2010-01-01', to: '2011-01-01' }, '2010-01-01', '2011-01-01'],
  ])('%j shows %s to %s', (query, from, to) => {
    expect(daysOf(spanOf(query, extent))).toEqual([from, to])
  })
})

describe('presetsFor', () => {
  it.each([
    [extent, undefined, ['1m', '3m', '6m', '1y', '2y']],
    [{ from: at('2024-05-01'), to: at('2024-06-20') }, undefined, ['1m']],
    [{ from: at('2024-06-19'), to: at('2024-06-20') }, undefined, []],
    [{ from: at('2024-06-19'), to: at('2024-06-20') }, '2y' as const, ['2y']],
  ])('of %j offers what is shorter, and what is chosen', (span, chosen, keys) => {
    expect(presetsFor(span, chosen).map(({ key }) => key)).toEqual(keys)
  })
})

describe('moved', () => {
  const year = spanOf({ range: '1y' }, extent)
  it.each([
    ['in', { from: '2023-12-19', to: '2024-06-20' }],
    ['out', { from: '2022-06-19', to: '2024-06-20' }],
    ['earlier', { from: '2022-12-18', to: '2023-12-19' }],
    ['later', undefined],
  ] as const)('one step %s of the last year is %j', (move, days) => {
    const next = moved(move, year, extent)
    expect(next && { from: next.from, to: next.to }).toEqual(days)
  })

  it('shows all once it has been zoomed out far enough', () => {
    expect(moved('out', spanOf({ from: '2020-06-01' }, extent), extent)).toEqual({
      range: undefined,
      from: undefined,
      to: undefined,
    })
    expect(moved('out', extent, extent)).toBeUndefined()
  })

  it('zooms no further in than a day', () => {
    const day = spanOf({ from: '2022-02-01', to: '2022-02-01' }, extent)
    expect(moved('in', day, extent)).toBeUndefined()
  })

  it('leads anywhere by few steps, always to days in order, and ends at the ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 12 }), (steps) => {
        let query = {}
        for (const step of steps) {
          query = { ...query, ...moved(step, spanOf(query, extent), extent) }
          const { from, to } = spanOf(query, extent)
          expect(from).toBeLessThan(to)
          expect(from).toBeGreaterThanOrEqual(extent.from)
          expect(to).toBeLessThanOrEqual(extent.to)
        }
      }),
    )
  })

  it('comes to the end from anywhere by going later', () => {
    let query = { from: '2020-02-01', to: '2020-03-01' }
    for (let step = 0; step < 400; step += 1)
      query = { ...query, ...moved('later', spanOf(query, extent), extent) }
    expect(spanOf(query, extent).to).toBe(extent.to)
  })
})

describe('readTrendQuery', () => {
  it.each([
    ['', {}],
    ['range=1y', { range: '1y' }],
    ['range=9y', {}],
    ['range=1y&from=2024-01-01', { range: '1y' }],
    ['from=2024-01-01&to=2024-02-30', { from: '2024-01-01' }],
    ['with=loinc-718-7', { with: 'loinc-718-7' }],
    ['with=%3Cb%3E', {}],
  ])('URL-04 reads %j as %j, and writes it again', (search, query) => {
    const read = readTrendQuery(new URLSearchParams(search))
    expect(formatTrendQuery(read)).toEqual(query)
    expect(readTrendQuery(new URLSearchParams(formatTrendQuery(read)))).toEqual(read)
  })
})
