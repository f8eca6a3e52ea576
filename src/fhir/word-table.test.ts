import { expect, it } from 'vitest'
import { wordsFor, wordTable } from './word-table.ts'

const table = wordTable(`
  H: High
  not-asked: not asked
  ActReason HTEST: Test data: not real
`)

it.each([
  ['H', 'High'],
  ['not-asked', 'not asked'],
  ['ActReason HTEST', 'Test data: not real'],
  ['h', undefined],
  ['', undefined],
  ['not real', undefined],
  ['constructor', undefined],
  [undefined, undefined],
])('has for the code %j the words %j', (code, words) => {
  expect(wordsFor(table, code)).toBe(words)
})
