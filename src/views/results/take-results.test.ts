import { describe, expect, it } from 'vitest'
import { plainQuery } from './result-query.ts'
import { formatChosen } from './take-results.ts'

const titles = new Map([['laboratory', 'Laboratory']])

describe('formatChosen', () => {
  it('says nothing but the order where all results are shown', () => {
    expect(formatChosen(plainQuery, ' ', titles)).toEqual(['Date, newest first'])
  })

  it('says all that was chosen, in words', () => {
    const query = {
      ...plainQuery,
      category: 'laboratory',
      flag: 'critical',
      status: 'final',
      from: '2024-01-02',
      to: '2024-02-03',
      visit: 'this',
      sort: 'value',
    } as const
    expect(formatChosen(query, 'sugar', titles)).toEqual([
      'Category: Laboratory',
      'Flag: Critical',
      'Status: Final',
      'From: Jan 2, 2024',
      'To: Feb 3, 2024',
      'Only of the visit the app was opened from',
      'Search: sugar',
      'Value, highest first',
    ])
  })
})
