import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpreted, readSample, ucum } from './sample-observation.ts'
import { sortKeys, sortResults } from './sort-results.ts'
import { inCategory } from './test-overview.ts'

const ranged = (text: string) => ({ referenceRange: [{ text }] })
const observations = [
  {
    id: 'a',
    code: { text: 'potassium' },
    valueQuantity: ucum(10, 'mmol/L'),
    ...interpreted('N'),
    ...ranged('10 to 20'),
    ...inCategory('survey'),
  },
  {
    id: 'b',
    code: { text: 'Sodium 10' },
    valueString: 'Negative',
    referenceRange: [],
    category: [],
  },
  {
    id: 'c',
    code: { text: 'Sodium 9' },
    valueInteger: 9,
    status: 'amended',
    ...interpreted('HH'),
    ...ranged('10 to 20'),
    ...inCategory('local'),
  },
  {
    id: 'd',
    code: { text: 'Äpfel' },
    valueQuantity: ucum(-3, 'mmol/L'),
    ...interpreted('L'),
    ...ranged('9 to 20'),
    ...inCategory('vital-signs'),
  },
].map((json) => readSample(json))
/** What a category of the hospital's own is called; the others go by their codes. */
const titles = new Map([['local', 'A local one']])
const sorted = (...[key, direction]: [(typeof sortKeys)[number], 'ascending' | 'descending']) =>
  sortResults(observations, key, direction, titles)
    .map(({ id }) => id)
    .join('')

describe('sortResults', () => {
  it.each([
    ['date', 'descending', 'abcd'],
    ['date', 'ascending', 'dcba'],
    ['name', 'ascending', 'dacb'],
    ['name', 'descending', 'bcad'],
    ['value', 'ascending', 'dcab'],
    ['value', 'descending', 'bacd'],
    ['flag', 'ascending', 'cdab'],
    ['flag', 'descending', 'adcb'],
    ['status', 'ascending', 'cabd'],
    ['range', 'ascending', 'dacb'],
    ['range', 'descending', 'acdb'],
    ['category', 'ascending', 'cadb'],
    ['category', 'descending', 'dacb'],
  ] as const)('sorts by %s, %s', (key, direction, order) => {
    expect(sorted(key, direction)).toBe(order)
  })

  it('loses and doubles nothing, and keeps equal ones newest first', () => {
    const some = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 })
    fc.assert(
      fc.property(some, fc.constantFrom(...sortKeys), (values, key) => {
        const all = values.map((value, at) => readSample({ id: `o${at}`, valueInteger: value }))
        const result = sortResults(all, key, 'ascending')
        expect(result.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id }) => id)).toEqual(
          all.map(({ id }) => id).toSorted(),
        )
        const equal = result.filter(
          ({ value }) => value.kind === 'integer' && value.value.number === 2,
        )
        const places = equal.map((one) => all.indexOf(one))
        const inOrder = key === 'date' ? places.toReversed() : places
        expect(inOrder).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })
})
