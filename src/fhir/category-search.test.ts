import { describe, expect, it } from 'vitest'
import { toCategorySearch, type SearchPart } from './category-search.ts'
import type { SearchDialect } from './search-dialect.ts'

const category = { code: 'laboratory', system: 'http://codes.example/cat', title: 'Laboratory' }
const usual: SearchDialect = { category: 'token', isSorted: true, count: 1000, namesStatus: false }
const begin = 'Observation?patient=maria&category=http%3A%2F%2Fcodes.example%2Fcat%7Claboratory'

const search = (part: SearchPart, dialect: Partial<SearchDialect> = {}, patient = 'maria') =>
  toCategorySearch(patient, category, { ...usual, ...dialect }, part)

describe('toCategorySearch', () => {
  it('OBS-01 asks for one category of one patient, the newest few first', () => {
    expect(search({ kind: 'head' })).toBe(`${begin}&_sort=-date&_count=50`)
  })

  it('OBS-10 asks for all of it in pages as large as the server may allow', () => {
    expect(search({ kind: 'all' })).toBe(`${begin}&_count=1000`)
    expect(search({ kind: 'all' }, { count: 200 })).toBe(`${begin}&_count=200`)
    expect(search({ kind: 'all' }, { count: undefined })).toBe(begin)
    expect(search({ kind: 'head' }, { count: 20, isSorted: false })).toBe(`${begin}&_count=20`)
  })

  it('asks for a span of time by its days', () => {
    const window = { from: '2020-01-01', before: '2021-01-01' }
    expect(search({ kind: 'window', window })).toBe(
      `${begin}&date=ge2020-01-01&date=lt2021-01-01&_count=1000`,
    )
    const open = { from: undefined, before: '2021-01-01' }
    expect(search({ kind: 'window', window: open })).toBe(`${begin}&date=lt2021-01-01&_count=1000`)
  })

  it('OBS-01 asks by the code alone where the server or the category has no system', () => {
    expect(search({ kind: 'all' }, { category: 'code' })).toContain('&category=laboratory&')
    const bare = { ...category, system: '' }
    expect(toCategorySearch('maria', bare, usual, { kind: 'all' })).toContain(
      '&category=laboratory&',
    )
  })

  it.each([
    ['a,b', 'a\\,b'],
    ['a|b', 'a\\|b'],
    ['a$b\\c', 'a\\$b\\\\c'],
    ['a&category=x#y z', 'a&category=x#y z'],
  ])('PAT-03 lets the id %s be nothing but one id', (id, value) => {
    const query = new URLSearchParams(search({ kind: 'head' }, {}, id).split('?')[1])
    expect(query.getAll('patient')).toEqual([value])
    expect(query.getAll('category')).toEqual(['http://codes.example/cat|laboratory'])
  })
})
