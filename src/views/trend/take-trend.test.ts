import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useTakenTrend } from './take-trend.ts'
import { on, seriesOf } from './test-trend.tsx'

const series = seriesOf(on(3), on(4), on(5), on(6, { status: 'preliminary' }))
const taken = (query: Parameters<typeof useTakenTrend>[1]) => {
  const { observations, words } = renderHook(() => useTakenTrend([series], query)).result.current
  return { ids: observations().map(({ id }) => id), words }
}
const idsOf = (months: readonly number[]) =>
  series.observations
    .filter(({ effective }) => {
      const month =
        effective.kind === 'at' && effective.date.kind === 'calendar' && effective.date.month
      return month !== false && months.includes(month ?? 0)
    })
    .map(({ id }) => id)

describe('useTakenTrend', () => {
  it('takes all results of the test, those that are not drawn too', () => {
    expect(taken({})).toEqual({
      ids: idsOf([3, 4, 5, 6]),
      words: ['Test: Hemoglobin A1c', 'With what is not drawn, of all time'],
    })
  })

  it('takes those of the time shown, and says which that is', () => {
    expect(taken({ from: '2024-04-01', to: '2024-04-30' })).toEqual({
      ids: idsOf([4, 6]),
      words: [
        'Test: Hemoglobin A1c',
        'Time shown: Apr 1, 2024 to Apr 30, 2024',
        'With what is not drawn, of all time',
      ],
    })
  })
})
