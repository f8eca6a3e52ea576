import { describe, expect, it } from 'vitest'
import { readRanges } from './reference-range.ts'
import { ucum } from './sample-observation.ts'
import { commonRange } from './series-range.ts'

const normal = { low: ucum(4, '%'), high: ucum(5.6, '%') }
const common = (...rangesOfPoints: Parameters<typeof readRanges>[0][]) =>
  commonRange(rangesOfPoints.map(readRanges), 'ucum %')

describe('commonRange', () => {
  it('D7 gives the range that all points share', () => {
    expect(common([normal], [normal])).toMatchObject({ low: { unit: '%' }, high: { unit: '%' } })
  })

  it('D7 looks past ranges of another type', () => {
    expect(common([normal, { high: ucum(7, '%'), type: { text: 'Treatment' } }])).toBeDefined()
  })

  it.each([
    ['without points', []],
    ['when a point has none', [[normal], []]],
    ['when it changes over time', [[normal], [{ ...normal, high: ucum(6, '%') }]]],
    ['when a point has two', [[normal, { high: ucum(7, '%'), appliesTo: [{ text: 'Male' }] }]]],
    ['when it is for others', [[normal], [{ ...normal, appliesTo: [{ text: 'Female' }] }]]],
    ['when its text changes', [[normal], [{ ...normal, text: 'fasting' }]]],
    [
      'when it is for others under one spelling',
      [
        [{ ...normal, appliesTo: [{ text: 'a,b' }] }],
        [{ ...normal, appliesTo: [{ text: 'a' }, { text: 'b' }] }],
      ],
    ],
    ['with limits the wrong way round', [[{ low: ucum(6, '%'), high: ucum(4, '%') }]]],
    ['of another unit', [[{ high: ucum(38, 'mmol/mol') }]]],
    ['without a unit', [[{ low: { value: 4 }, high: { value: 5.6 } }]]],
    ['of text', [[{ text: '4-5.6' }]]],
    ['with a comparator', [[{ high: ucum(5, '%', { comparator: '<' }) }]]],
  ])('D7 gives none %s', (_, ranges) => {
    expect(common(...ranges)).toBeUndefined()
  })
})
