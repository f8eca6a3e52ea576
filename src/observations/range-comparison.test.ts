import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import type { Person } from './person.ts'
import { compareWithRange, formatComparison } from './range-comparison.ts'
import { loincComponent, readSample, ucum } from './sample-observation.ts'

const man: Person = { sex: 'male', age: undefined }
const testData = {
  meta: {
    tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }],
  },
}
const normal = { low: ucum(4, '%'), high: ucum(5.6, '%') }
const forSex = (code: string) => ({
  appliesTo: [{ coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code }] }],
})
const typed = (code: string) => ({
  type: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code }],
  },
})

function compare(rest: JsonObject, person = man) {
  const whole = readSample({ valueQuantity: ucum(7, '%'), referenceRange: [normal], ...rest })
  return compareWithRange(whole, whole, person)
}
const outcome = (rest: JsonObject, person = man) => {
  const comparison = compare(rest, person)
  return comparison.kind === 'not-compared' ? comparison.why : comparison.kind
}
const place = (value: JsonObject, range: JsonObject) =>
  outcome({ valueQuantity: value, referenceRange: [range] })

describe('compareWithRange', () => {
  it.each([
    [7, 'above'],
    [5.61, 'above'],
    [5.6, 'within'],
    [5, 'within'],
    [4, 'within'],
    [3.99, 'below'],
    [-5, 'below'],
  ])('D7 places %d by limits that are inclusive: %s', (value, kind) => {
    expect(place(ucum(value, '%'), normal)).toBe(kind)
  })

  it('D7 gives the range it compared with', () => {
    const comparison = compare({ referenceRange: [{ ...normal, ...forSex('female') }, normal] })
    expect(comparison).toMatchObject({ kind: 'above', range: { appliesTo: [] } })
  })

  it.each([
    ['<', 10, { low: 10 }, 'below'],
    ['<', 10.1, { low: 10 }, 'comparator'],
    ['<', 5, { low: 10 }, 'below'],
    ['<', 5, { high: 3 }, 'comparator'],
    ['<', 5, { high: 5 }, 'within'],
    ['<', 5, { low: 0, high: 5 }, 'comparator'],
    ['<=', 9.9, { low: 10 }, 'below'],
    ['<=', 10, { low: 10 }, 'comparator'],
    ['<=', 5, { high: 5 }, 'within'],
    ['<=', 5.1, { high: 5 }, 'comparator'],
    ['>', 200, { high: 199 }, 'above'],
    ['>', 199, { high: 199 }, 'above'],
    ['>', 198, { high: 199 }, 'comparator'],
    ['>', 60, { low: 60 }, 'within'],
    ['>', 60, { low: 60, high: 90 }, 'comparator'],
    ['>=', 199, { high: 199 }, 'comparator'],
    ['>=', 199.1, { high: 199 }, 'above'],
    ['>=', 60, { low: 60 }, 'within'],
    ['>=', 59, { low: 60 }, 'comparator'],
    ['ad', 200, { high: 199 }, 'comparator'],
    ['ad', 5, { low: 10 }, 'comparator'],
  ])('D4 places %s%d by the limits %j: %s', (comparator, value, limits, kind) => {
    const range = Object.fromEntries(
      Object.entries(limits).map(([side, limit]) => [side, ucum(limit, 'mg')]),
    )
    expect(place(ucum(value, 'mg', { comparator }), range)).toBe(kind)
  })

  it('D4 places digits that JavaScript would round', () => {
    const limit = ucum(0, 'mg', { value: '9007199254740992' })
    const value = ucum(0, 'mg', { value: '9007199254740993' })
    expect(place(value, { high: limit })).toBe('above')
    expect(place(ucum(5.1, 'mg'), { high: ucum(0, 'mg', { value: '5.10' }) })).toBe('within')
  })

  it.each([
    ['flagged', 'high', { interpretation: [{ text: 'High' }] }],
    ['flagged', 'normal', { interpretation: [{ text: 'Normal' }] }],
    ['status', 'preliminary', { status: 'preliminary' }],
    ['status', 'registered', { status: 'registered' }],
    ['status', 'of an unknown status', { status: 'done' }],
    ['status', 'cancelled', { status: 'cancelled' }],
    ['test-data', 'test data', testData],
    ['about-another', 'about a fetus', { focus: [{ display: 'Fetus' }] }],
    ['no-single-number', 'text', { valueQuantity: undefined, valueString: '7' }],
    ['no-single-number', 'an integer', { valueQuantity: undefined, valueInteger: 7 }],
    ['no-single-number', 'absent', { valueQuantity: undefined }],
    ['no-single-number', 'not interpretable', { modifierExtension: [{ url: 'urn:x' }] }],
  ])('D7 compares nothing, as %s, when the result is %s', (why, _, rest) => {
    expect(outcome(rest)).toBe(why)
  })

  it.each([['final'], ['amended'], ['corrected']])('D3 compares a result that is %s', (status) => {
    expect(outcome({ status })).toBe('above')
  })

  it.each([
    ['no-range', 'no range', []],
    ['other-type', 'another type', [{ ...normal, ...typed('therapeutic') }]],
    ['type-unclear', 'a type in words', [{ ...normal, type: { text: 'Normal' } }]],
    ['several-may-apply', 'two', [normal, { high: ucum(9, '%') }]],
    ['several-may-apply', 'the same twice', [normal, normal]],
    [
      'several-may-apply',
      'a second for a group that is not known',
      [normal, { high: ucum(9, '%'), appliesTo: [{ text: 'Diabetic' }] }],
    ],
    [
      'several-may-apply',
      'a second for an age, where theirs is not known',
      [normal, { high: ucum(9, '%'), age: { high: ucum(17, 'a') } }],
    ],
    ['several-may-apply', 'a second in words', [normal, { text: 'diabetics: < 7 %' }]],
    ['several-may-apply', 'a second that can not be read', [normal, { high: { value: 'x' } }]],
    [
      'several-may-apply',
      'a second of a type in words',
      [normal, { ...normal, type: { text: 'Normal' } }],
    ],
    ['for-others', 'one for women', [{ ...normal, ...forSex('female') }]],
    ['group-unclear', 'one for a group', [{ ...normal, appliesTo: [{ text: 'Diabetic' }] }]],
    ['age-unclear', 'one for an age', [{ ...normal, age: { high: ucum(17, 'a') } }]],
    [
      'range-not-readable',
      'one that can not be read',
      [{ low: ucum(4, '%'), high: { value: 'x' } }],
    ],
    ['range-not-readable', 'one with a modifier', [{ ...normal, modifierExtension: [{}] }]],
    ['no-limits', 'text alone', [{ text: '4-5.6 %' }]],
    ['no-limits', 'nothing but a type', [typed('normal')]],
    ['text-says-more', 'a condition', [{ ...normal, text: '4-5.6 % fasting' }]],
    ['text-says-more', 'a text of another sign', [{ high: ucum(5.6, '%'), text: '< 5.6' }]],
    ['limit-with-comparator', 'a comparator', [{ high: ucum(5, '%', { comparator: '<' }) }]],
    ['unit-differs', 'another unit', [{ high: ucum(38, 'mmol/mol') }]],
    ['unit-differs', 'two units', [{ low: ucum(4, 'mg'), high: ucum(5.6, '%') }]],
    ['unit-differs', 'no unit', [{ high: { value: 5.6 } }]],
    ['unit-differs', 'a unit in words', [{ high: { value: 5.6, unit: '%' } }]],
    ['unit-differs', 'a code of another system', [{ high: ucum(5.6, '%', { system: 'urn:x' }) }]],
    ['limits-reversed', 'limits the wrong way round', [{ low: ucum(6, '%'), high: ucum(4, '%') }]],
  ])('D7 compares nothing, as %s, with %s', (why, _, referenceRange) => {
    expect(outcome({ referenceRange })).toBe(why)
  })

  it.each([
    ['of the code normal', [{ ...normal, ...typed('normal') }]],
    ['for men', [{ ...normal, ...forSex('male') }]],
    [
      'for men, beside one for women',
      [
        { ...normal, ...forSex('female') },
        { ...normal, ...forSex('male') },
      ],
    ],
    ['beside a therapeutic one', [normal, { high: ucum(9, '%'), ...typed('therapeutic') }]],
    ['whose text only repeats it', [{ ...normal, text: '4.0 - 5.6 %' }]],
  ])('D7 compares with a range %s', (_, referenceRange) => {
    expect(outcome({ referenceRange })).toBe('above')
  })

  it('D7 compares with the range for an age that is certain', () => {
    const referenceRange = [
      { high: ucum(9, '%'), age: { high: ucum(17, 'a') } },
      { ...normal, age: { low: ucum(18, 'a') } },
    ]
    const on = (day: number) => ({ first: day, last: day })
    const aged = (years: number): Person => ({
      sex: undefined,
      age: { born: on(0), at: on(Math.ceil(years * 365.25)) },
    })
    expect(outcome({ referenceRange }, aged(40))).toBe('above')
    expect(outcome({ referenceRange }, aged(10))).toBe('within')
    expect(outcome({ referenceRange }, aged(17.5))).toBe('age-unclear')
  })

  it('D7 does not take two numbers without a unit for numbers of one', () => {
    const bare = { high: { value: 5.6 } }
    expect(place({ value: 7 }, bare)).toBe('unit-differs')
    expect(place({ value: 7, unit: '%' }, bare)).toBe('unit-differs')
    expect(place(ucum(7, '1'), bare)).toBe('unit-differs')
  })

  it('D4 does not compare units that only their words tell apart', () => {
    const feu = { high: { ...ucum(500, 'ng/mL'), unit: 'ng/mL FEU' } }
    expect(place({ ...ucum(600, 'ng/mL'), unit: 'ng/mL DDU' }, feu)).toBe('unit-differs')
    expect(place({ ...ucum(600, 'ng/mL'), unit: 'ng/mL FEU' }, feu)).toBe('above')
  })

  describe('of a component', () => {
    const pressure = (rest: JsonObject = {}, part: JsonObject = {}) => {
      const range = { high: ucum(120, 'mm[Hg]') }
      const systolic = { valueQuantity: ucum(150, 'mm[Hg]'), referenceRange: [range], ...part }
      const whole = readSample({ component: [loincComponent('8480-6', systolic)], ...rest })
      return whole.components.map((one) => compareWithRange(one, whole, man))
    }

    it('D5 compares its own value with its own range', () => {
      expect(pressure()).toMatchObject([{ kind: 'above' }])
    })

    it.each([
      ['status', { status: 'preliminary' }],
      ['test-data', testData],
      ['flagged', { interpretation: [{ text: 'High' }] }],
    ])('D5 compares nothing, as %s, when the whole Observation is so', (why, rest) => {
      expect(pressure(rest)).toEqual([{ kind: 'not-compared', why }])
    })

    it('D7 compares nothing beside its own flag', () => {
      expect(pressure({}, { interpretation: [{ text: 'High' }] })).toMatchObject([
        { why: 'flagged' },
      ])
    })
  })
})

describe('formatComparison', () => {
  it.each([
    ['above the range, and whose word it is', 7, "Above the range given (Chartside's comparison)"],
    ['below the range', 1, "Below the range given (Chartside's comparison)"],
    ['nothing within it', 5, ''],
  ])('D7 says %s', (_, value, words) => {
    expect(formatComparison(compare({ valueQuantity: ucum(value, '%') }))).toBe(words)
  })

  it('D7 says nothing where nothing was compared', () => {
    expect(formatComparison(compare({ referenceRange: [] }))).toBe('')
  })
})
