import { describe, expect, it } from 'vitest'
import { loincComponent, readSample, ucum } from './sample-observation.ts'
import { hasTrend } from './trend-parts.ts'

const HTEST = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }
const quantity = (value: number, rest = {}) => ({ valueQuantity: ucum(value, '%'), ...rest })

describe('hasTrend', () => {
  it.each([
    ['an exact number', quantity(0), true],
    ['an integer', { valueInteger: 5 }, true],
    ['a number in a component', { component: [loincComponent('8480-6', quantity(5))] }, true],
    ['a bound', { valueQuantity: ucum(5, '%', { comparator: '>' }) }, true],
    ['as much as is needed', { valueQuantity: ucum(5, '%', { comparator: 'ad' }) }, false],
    ['text', { valueString: '5' }, false],
    ['a preliminary number', quantity(5, { status: 'preliminary' }), false],
    ['a number about someone else', quantity(5, { focus: [{}] }), false],
    ['a number marked as test data', quantity(5, { meta: { tag: [HTEST] } }), false],
    ['a panel', { hasMember: [{ reference: 'Observation/1' }] }, false],
  ])('D4 tells for %s: %j', (_, json, is) => {
    expect(hasTrend(readSample(json))).toBe(is)
  })
})
