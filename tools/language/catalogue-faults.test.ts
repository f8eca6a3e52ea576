import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/language/catalogue.ts'
import { findCatalogueFaults } from './catalogue-faults.ts'
import { completeCatalogue, countEmpty } from './complete-catalogue.ts'

const files: readonly string[] = []
const sentences = [
  { text: 'From {server}.', one: undefined, files },
  { text: 'Open|verb', one: undefined, files },
  { text: '{n} of {all}', one: 'One of {all}', files },
]
const good: Catalogue = {
  'From {server}.': 'De {server}.',
  'Open|verb': 'Abrir',
  '{n} of {all}': { one: 'Uno de {all}', many: '{n} de {all}', other: '{n} de {all}' },
}

const check = (changed: Catalogue, same: readonly string[] = []) =>
  findCatalogueFaults('es', { ...good, ...changed }, sentences, same)

describe('a catalogue', () => {
  it('is whole where it has each sentence in every form of its language', () => {
    expect(check({})).toEqual([])
  })

  it.each<[string, Catalogue, string]>([
    ['left over', { Gone: 'Ido' }, 'left over: Gone'],
    ['empty', { 'Open|verb': '' }, 'empty: Open|verb'],
    ['still English', { 'Open|verb': 'Open' }, 'still English: Open|verb'],
    ['a hint', { 'Open|verb': 'Abrir|verbo' }, 'a hint: Open|verb'],
    ['without its gap', { 'From {server}.': 'De.' }, 'a gap is missing: From {server}.'],
    [
      'with another gap',
      { 'From {server}.': 'De {server} {x}.' },
      'a gap that the English has not: From {server}.',
    ],
    ['ended otherwise', { 'From {server}.': 'De {server}' }, 'ends otherwise: From {server}.'],
    ['spaced', { 'Open|verb': 'Abrir ' }, 'other spaces at the ends: Open|verb'],
    ['markup', { 'Open|verb': '<b>Abrir</b>' }, 'markup: Open|verb'],
    [
      'without a form',
      { '{n} of {all}': { one: 'Uno de {all}', other: '{n} de {all}' } },
      'not exactly the forms many, one, other: {n} of {all}',
    ],
    [
      'one form',
      { '{n} of {all}': '{n} de {all}' },
      'one form for a sentence with a number: {n} of {all}',
    ],
    [
      'forms',
      { 'Open|verb': { other: 'Abrir' } },
      'forms for a sentence without a number: Open|verb',
    ],
    [
      'without a gap in a form',
      { '{n} of {all}': { one: 'Uno', many: '{n} de {all}', other: 'Más de {all}' } },
      'one: a gap is missing: {n} of {all}',
    ],
  ])('finds what is %s', (_name, changed, fault) => {
    expect(check(changed)[0]).toBe(fault)
  })

  it('takes a word for translated that is known to be the same, and knows of no others', () => {
    expect(check({ 'Open|verb': 'Open' }, ['Open|verb'])).toEqual([])
    expect(check({}, ['Nobody says it'])).toEqual(['the same word, but not said: Nobody says it'])
  })

  it('is brought to the sentences there are, and keeps what is done', () => {
    const { 'Open|verb': done = '' } = good
    const completed = completeCatalogue('es', { 'Open|verb': done, Gone: 'Ido' }, sentences)
    expect(completed).toEqual({
      'From {server}.': '',
      'Open|verb': 'Abrir',
      '{n} of {all}': { one: '', many: '', other: '' },
    })
    expect(countEmpty(completed)).toBe(2)
    expect(completeCatalogue('es', good, sentences)).toEqual(good)
    expect(Object.keys(completeCatalogue('es', good, sentences))).toEqual(
      Object.keys(good).toSorted(),
    )
    expect(completeCatalogue('de', {}, sentences)['{n} of {all}']).toEqual({ one: '', other: '' })
  })
})
