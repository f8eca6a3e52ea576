import { expect, it } from 'vitest'
import { listTrends } from './list-trends.ts'
import { readSample, ucum } from './sample-observation.ts'

const sample = (id: string, text: string, part: object = {}) =>
  readSample({ id, code: { text }, valueQuantity: ucum(1, 'mg/L'), ...part })

it('lists the tests that have a number, by name as the newest has it, with all their results', () => {
  const trends = listTrends([
    sample('1', 'Zinc'),
    sample('2', 'Vitamin B12'),
    sample('3', 'Vitamin B2'),
    sample('4', 'zinc', { valueQuantity: undefined, valueString: 'low' }),
    sample('5', 'Note', { valueQuantity: undefined, valueString: 'fine' }),
  ])
  expect(trends.map(({ name, count }) => [name, count])).toEqual([
    ['Vitamin B2', 1],
    ['Vitamin B12', 1],
    ['Zinc', 2],
  ])
})

it('D3 lists no test whose results are all preliminary', () => {
  expect(listTrends([sample('1', 'Zinc', { status: 'preliminary' })])).toEqual([])
})
