import { expect, it } from 'vitest'
import { formatPeriod, readPeriod } from './period.ts'

it.each([
  [{ start: '2025-05-01', end: '2025-05-02' }, 'May 1, 2025 – May 2, 2025'],
  [{ start: '2025-05-01', end: '2025-05-01' }, 'May 1, 2025'],
  [{ start: '2012' }, 'from 2012'],
  [{ end: '2002' }, 'until 2002'],
])('D6 formats the Period %j as %s', (json, words) => {
  const period = readPeriod(json)
  expect(period && formatPeriod(period, 'en-US')).toBe(words)
})

it.each([undefined, null, {}, 'x', { start: 'soon' }, { start: '2025', end: '2025-99' }])(
  'D6 reads %j as no Period, rather than half of one',
  (json) => {
    expect(readPeriod(json)).toBeUndefined()
  },
)
