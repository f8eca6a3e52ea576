import { describe, expect, it } from 'vitest'
import { dayText } from '../../observations/day.ts'
import { dayBounds, monthsBefore } from './days.ts'

describe('dayBounds', () => {
  it('gives the first and the last millisecond of a day in the viewer zone, whatever its length', () => {
    const { from = 0, to = 0 } = dayBounds('2024-03-10') ?? {}
    expect([from, to + 1]).toEqual([
      new Date(2024, 2, 10).getTime(),
      new Date(2024, 2, 11).getTime(),
    ])
    expect((to + 1 - from) / 3_600_000).toBe(23)
  })

  it.each(['', '2024', '2024-05', '2024-02-30', '2023-02-29', '2024-13-01', '2024-5-1', 'x'])(
    'takes %j for no day',
    (text) => {
      expect(dayBounds(text)).toBeUndefined()
    },
  )

  it.each(['2024-02-29', '1999-12-31', '0099-01-01'])('dayText finds %s again', (text) => {
    const { from = 0, to = 0 } = dayBounds(text) ?? {}
    expect([dayText(from), dayText(to)]).toEqual([text, text])
  })
})

describe('monthsBefore', () => {
  it.each([
    ['2024-05-17', 1, '2024-04-17'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2024-01-31', 12, '2023-01-31'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2024-01-05', 3, '2023-10-05'],
  ])('%s less %i months is %s', (from, months, to) => {
    expect(dayText(monthsBefore(dayBounds(from)?.from ?? 0, months))).toBe(to)
  })
})
