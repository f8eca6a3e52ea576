import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpreted, readSample, ucum } from './sample-observation.ts'
import { sortKeys, sortResults } from './sort-results.ts'

const observations = [
  { id: 'a', code: { text: 'potassium' }, valueQuantity: ucum(10, 'mmol/L'), ...interpreted('N') },
  { id: 'b', code: { text: 'Sodium 10' }, valueString: 'Negative' },
  { id: 'c', code: { text: 'Sodium 9' }, valueInteger: 9, status: 'amended', ...interpreted('HH') },
  { id: 'd', code: { text: 'Äpfel' }, valueQuantity: ucum(-3, 'mmol/L'), ...interpreted('L') },
].map((json) => readSample(json))
const sorted = (...[key, direction]: [(typeof sortKeys)[number], 'ascending' | 'descending']) =>
  sortResults(observations, key, direction)
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
