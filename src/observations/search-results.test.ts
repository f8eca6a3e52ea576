import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANALYTES } from './analyte-table.ts'
import { loincComponent, readSample, ucum } from './sample-observation.ts'
import { createTextSearch, synonymIds } from './search-results.ts'

const a1c = readSample({ id: 'a1c', valueQuantity: ucum(6, '%') })
const weight = readSample({
  id: 'weight',
  code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }], text: 'Gewicht, gemäß Waage' },
})
const pressure = readSample({
  id: 'pressure',
  code: { coding: [{ system: 'http://loinc.org', code: '85354-9', display: 'Blood pressure' }] },
  component: [loincComponent('8480-6', { valueQuantity: ucum(120, 'mm[Hg]') })],
})
const all = [a1c, weight, pressure]
const find = (text: string) => createTextSearch()(all, text).map(({ id }) => id)

describe('createTextSearch', () => {
  it.each([
    ['a name', 'hemoglobin', ['a1c']],
    ['a part of a name', 'moglo', ['a1c']],
    ['a code', '29463', ['weight']],
    ['a group’s name', 'body weight', ['weight']],
    ['a synonym', 'SUGAR', ['a1c']],
    ['a component', '8480-6', ['pressure']],
    ['words without their accents', 'gemass', []],
    ['words with other accents', 'gemaß', ['weight']],
    ['several words in any order', 'a1c hemoglobin', ['a1c']],
    ['a plain name', 'average blood', ['a1c']],
    ['words of which one is missing', 'hemoglobin urine', []],
    ['what would be a pattern', '.*', []],
    ['nothing', '  ', ['a1c', 'weight', 'pressure']],
  ])('finds %s: "%s"', (_, text, ids) => {
    expect(find(text)).toEqual(ids)
  })

  it('never finds by the value: what somebody types is no measurement', () => {
    expect(find('120')).toEqual([])
  })

  it.each([1, 40])('finds each by its own code, of %s with one name', (count) => {
    const coded = Array.from({ length: count + 1 }, (_, at) =>
      readSample({
        id: `code-${at}`,
        code: { coding: [{ system: 'urn:local', code: `k${at}x` }], text: 'Glucose' },
      }),
    )
    const search = createTextSearch()
    for (const { id } of coded)
      expect(search(coded, id.replace('code-', 'k') + 'x').map((one) => one.id)).toEqual([id])
  })

  it('finds what a panel of the same name holds, and forgets no earlier list', () => {
    const lone = readSample({ id: 'lone', code: { text: 'Panel' } })
    const part = loincComponent('8480-6', { valueQuantity: ucum(120, 'mm[Hg]') })
    const panel = readSample({ id: 'panel', code: { text: 'Panel' }, component: [part] })
    const search = createTextSearch()
    expect(search([lone, panel], '8480-6')).toEqual([panel])
    expect(search([lone], 'panel')).toEqual([lone])
    expect(search([panel, lone], '8480-6')).toEqual([panel])
  })

  it('gives a part of the results in their order, whatever is typed', () => {
    const search = createTextSearch()
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = search(all, text)
        expect(all.filter((one) => found.includes(one))).toEqual(found)
      }),
    )
  })

  it('has synonyms for groups that there are', () => {
    const ids = new Set(ANALYTES.map(({ id }) => id))
    expect(synonymIds.filter((id) => !ids.has(id))).toEqual([])
  })
})
