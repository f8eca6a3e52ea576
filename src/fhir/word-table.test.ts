import { afterEach, expect, it } from 'vitest'
import { speak } from '../language/language.ts'
import { alikeFor, wordsFor, wordTable } from './word-table.ts'

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

afterEach(() => speak('en', 'en-US'))

it('says the words in the language of the page, when it is asked', () => {
  speak('es', 'es', { High: 'Alto' })
  expect(wordsFor(table, 'H')).toBe('Alto')
  expect(wordsFor(table, 'not-asked')).toBe('not asked')
})

it('gives what a server may call a code, without hints', () => {
  speak('es', 'es', { 'Open|a visit': 'Abierta' })
  const visits = wordTable('o: Open|a visit')
  expect(alikeFor(visits, 'o')).toEqual(['Open', 'Abierta'])
  expect(alikeFor(visits, 'x')).toEqual([])
})
