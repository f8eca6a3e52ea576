import fc from 'fast-check'
import { expect, it } from 'vitest'
import { present } from '../fhir/json.ts'
import type { Person } from './person.ts'
import { compareWithRange } from './range-comparison.ts'
import { readSample, ucum } from './sample-observation.ts'

const SCALE = 1000
const FAR = 10_000
/** Numbers on a narrow grid, so that equal ones come often; thousandths are exact as whole numbers. */
const thousandths = fc.integer({ min: -300, max: 300 })
const limit = fc.option(thousandths, { nil: undefined })
const comparator = fc.constantFrom(undefined, '<', '<=', '>=', '>', 'ad')
const quantity = (amount: number) => ucum(amount / SCALE, 'mg')
const unknown: Person = { sex: undefined, age: undefined }
const man: Person = { sex: 'male', age: undefined }

const sex = (code: string) => ({
  coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code }],
})
const range = fc
  .record({
    low: limit,
    high: limit,
    appliesTo: fc.constantFrom([], [sex('male')], [sex('female')], [{ text: 'Diabetic' }]),
    text: fc.constantFrom(undefined, 'fasting'),
    // Without a system, no code says what type it is.
    type: fc.constantFrom(undefined, { text: 'Normal' }, { coding: [{ code: 'therapeutic' }] }),
  })
  .map(({ low, high, ...rest }) => ({
    low: low === undefined ? undefined : quantity(low),
    high: high === undefined ? undefined : quantity(high),
    ...rest,
  }))

function compare(
  value: number,
  referenceRange: Parameters<typeof readSample>[0],
  sign?: string,
  person = man,
) {
  const whole = readSample({
    valueQuantity: { ...quantity(value), comparator: sign },
    ...referenceRange,
  })
  return compareWithRange(whole, whole, person)
}

it('D7 places a value as every number does that it may stand for', () => {
  fc.assert(
    fc.property(thousandths, comparator, limit, limit, (value, sign, low, high) => {
      fc.pre(low !== undefined || high !== undefined)
      fc.pre(low === undefined || high === undefined || low <= high)
      const { kind } = compare(value, { referenceRange: [withLimits(low, high)] }, sign)
      // The ends of what it may stand for: half a step inside where they are open, as limits lie on whole steps.
      const ends: Record<string, readonly number[]> = {
        '<': [-FAR, value - 0.5],
        '<=': [-FAR, value],
        '>': [value + 0.5, FAR],
        '>=': [value, FAR],
        ad: [-FAR, FAR],
      }
      const exact = new Set(
        (ends[sign ?? ''] ?? [value]).map((number) => {
          if (low !== undefined && number < low) return 'below'
          return high !== undefined && number > high ? 'above' : 'within'
        }),
      )
      expect([kind]).toEqual(exact.size === 1 ? [...exact] : ['not-compared'])
    }),
    { numRuns: 500 },
  )
})

it('D7 finds the same in any order of the ranges', () => {
  const ranges = fc.array(range, { maxLength: 4 })
  const shuffled = ranges.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    ),
  )
  fc.assert(
    fc.property(thousandths, shuffled, (value, [list, other]) => {
      expect(compare(value, { referenceRange: other })).toEqual(
        compare(value, { referenceRange: list }),
      )
    }),
  )
})

it('D7 compares nothing once there is a second range that may hold', () => {
  fc.assert(
    fc.property(thousandths, range, range, fc.boolean(), (value, one, second, isFirst) => {
      // A range that says nothing at all is none.
      const says = present([second.low, second.high, second.text, second.type, second.appliesTo[0]])
      fc.pre(says.length > 0)
      const first = { ...one, type: undefined, appliesTo: [], high: quantity(200) }
      const referenceRange = isFirst ? [second, first] : [first, second]
      expect(compare(value, { referenceRange }, undefined, unknown)).toEqual({
        kind: 'not-compared',
        why: 'several-may-apply',
      })
    }),
  )
})

it('D7 compares nothing beside any flag', () => {
  fc.assert(
    fc.property(thousandths, range, fc.string({ minLength: 1 }), (value, one, text) => {
      const comparison = compare(value, { referenceRange: [one], interpretation: [{ text }] })
      expect(comparison).toEqual({ kind: 'not-compared', why: 'flagged' })
    }),
  )
})

function withLimits(low: number | undefined, high: number | undefined) {
  return {
    ...(low !== undefined && { low: quantity(low) }),
    ...(high !== undefined && { high: quantity(high) }),
  }
}
