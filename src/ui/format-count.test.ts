import { expect, it } from 'vitest'
import { formatCount, formatNumberOf } from './format-count.ts'

it.each([
  [0, '0'],
  [1234, '1,234'],
])('formatCount writes %i as %s', (count, words) => {
  expect(formatCount(count)).toBe(words)
})

it.each([
  [0, '0 categories'],
  [1, '1 category'],
  [1200, '1,200 categories'],
])('formatNumberOf writes %i as %s', (count, words) => {
  expect(formatNumberOf(count, 'category', 'categories')).toBe(words)
})
