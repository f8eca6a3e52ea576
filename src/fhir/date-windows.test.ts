import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessTime, planWindows } from './date-windows.ts'

const day = 86_400_000
const times = fc.array(fc.integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2150, 0, 1) }), {
  maxLength: 60,
})

describe('planWindows', () => {
  it('covers all of time once, without a gap, in a few windows', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 1_000_000 }), (dates, total) => {
        const windows = planWindows(dates, total)
        if (windows.length === 0) return
        expect(windows.length).toBeLessThanOrEqual(6)
        expect(windows[0]?.from).toBeUndefined()
        expect(windows.at(-1)?.before).toBeUndefined()
        windows.slice(1).forEach(({ from }, index) => {
          expect(from).toMatch(/^\d{4}-\d\d-\d\d$/)
          expect(windows[index]?.before).toBe(from)
        })
        const bounds = windows.slice(1).map(({ from }) => from ?? '')
        expect(bounds).toEqual([...new Set(bounds)].toSorted())
      }),
    )
  })

  it('reckons from a page that is one end of the record how far the record goes back', () => {
    const newest = Date.UTC(2026, 0, 1)
    // A hundred results of a hundred days, of six hundred.
    const dates = Array.from({ length: 100 }, (_, index) => newest - index * day)
    const windows = planWindows(dates, 600)
    expect(windows).toHaveLength(6)
    expect(windows[1]?.from).toMatch(/^2024-0[89]/)
    expect(windows.at(-1)?.from).toMatch(/^2025-09/)
    const oldestFirst = planWindows(dates.toReversed(), 600)
    expect(oldestFirst[1]?.from).toMatch(/^2025-1[01]|^2025-12|^2026/)
  })

  it('takes a page of mixed dates for what the record is like', () => {
    const dates = Array.from({ length: 100 }, (_, index) =>
      Date.UTC(2000 + ((index * 37) % 26), 5, 1),
    )
    const windows = planWindows(dates, 1000)
    expect(windows.length).toBeGreaterThan(3)
    expect(windows[1]?.from).toMatch(/^200/)
  })

  it.each([
    ['two pages hold it all', Array.from({ length: 100 }, (_, index) => index * day), 200],
    ['nothing has a date', [], 5000],
    ['all are of one day', Array.from({ length: 50 }, () => 0), 0],
  ])('divides nothing where %s', (_, dates, total) => {
    expect(planWindows(dates, total)).toEqual([])
  })
})

describe('guessTime', () => {
  it.each([
    [{ effectiveDateTime: '2024-05-01T00:00:00Z' }, Date.UTC(2024, 4, 1)],
    [{ effectiveInstant: '2024-05-01T00:00:00Z' }, Date.UTC(2024, 4, 1)],
    [{ effectivePeriod: { start: '2024-05-01T00:00:00Z' } }, Date.UTC(2024, 4, 1)],
    [{ effectiveDateTime: 'soon' }, undefined],
    [{}, undefined],
  ])('takes %j for %s', (observation, time) => {
    expect(guessTime(observation)).toBe(time)
  })
})
