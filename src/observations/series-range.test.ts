import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Person } from './person.ts'
import { readRanges } from './reference-range.ts'
import { ucum } from './sample-observation.ts'
import { bandsOf, rangeOfPoint } from './series-range.ts'

const nobody: Person = { sex: undefined, age: undefined }
const normal = { low: ucum(4, '%'), high: ucum(5.6, '%') }

const women = [
  { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code: 'female' }] },
]
const treatment = {
  coding: [
    { system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code: 'treatment' },
  ],
}
const third = {
  coding: [
    { system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code: 'normal' },
  ],
  text: 'Normal, third trimester',
}
const woman: Person = { sex: 'female', age: undefined }

describe('rangeOfPoint', () => {
  it('D7 gives a range of the person’s sex, and none of the other', () => {
    const ranges = [{ ...normal, appliesTo: women }]
    expect(rangeOf(ranges, woman)).toMatchObject({ high: 5.6 })
    expect(rangeOf(ranges, { ...woman, sex: 'male' })).toBeUndefined()
  })

  const rangeOf = (json: Parameters<typeof readRanges>[0], person: Person = nobody) =>
    rangeOfPoint(readRanges(json), 'ucum %', person)

  it('D7 gives the one normal range, with its limits as numbers', () => {
    expect(rangeOf([normal])).toMatchObject({ low: 4, high: 5.6, range: { low: { unit: '%' } } })
    expect(rangeOf([{ high: ucum(5, '%') }])).toMatchObject({ low: undefined, high: 5 })
  })

  it('D7 looks past ranges of another type', () => {
    expect(rangeOf([normal, { high: ucum(7, '%'), type: treatment }])).toMatchObject({
      high: 5.6,
    })
  })

  it.each([
    ['without one', []],
    ['for a sex that is not known', [{ ...normal, appliesTo: women }]],
    ['in words that say more than normal', [{ ...normal, type: third }]],
    ['of two', [normal, { high: ucum(7, '%'), appliesTo: [{ text: 'Male' }] }]],
    ['with limits the wrong way round', [{ low: ucum(6, '%'), high: ucum(4, '%') }]],
    ['of another unit', [{ high: ucum(38, 'mmol/mol') }]],
    ['without a unit', [{ low: { value: 4 }, high: { value: 5.6 } }]],
    ['of text', [{ text: '4-5.6' }]],
    ['with a comparator', [{ high: ucum(5, '%', { comparator: '<' }) }]],
    ['with a modifier', [{ ...normal, modifierExtension: [{ url: 'x' }] }]],
  ])('D7 gives none %s', (_, ranges) => {
    expect(rangeOf(ranges)).toBeUndefined()
  })
})

describe('bandsOf', () => {
  const [first, second, forOthers, fasting] = readRanges([
    normal,
    { ...normal, high: ucum(6, '%') },
    { ...normal, appliesTo: women },
    { ...normal, text: 'fasting' },
  ]).map((range) => rangeOfPoint([range], 'ucum %', woman))
  const bands = (...ranges: (typeof first)[]) =>
    bandsOf(ranges.map((range, at) => ({ at, range }))).map(({ from, until, high }) => [
      from,
      until,
      high,
    ])

  it('D7 gives one band where all points share a range', () => {
    expect(bands(first, first, first)).toEqual([[0, 2, 5.6]])
  })

  it('D7 steps where the range changes: the one before holds until then', () => {
    expect(bands(first, first, second, second)).toEqual([
      [0, 2, 5.6],
      [2, 3, 6],
    ])
  })

  it('D7 leaves a gap over a point without a range', () => {
    expect(bands(first, undefined, undefined, first, first)).toEqual([
      [0, 0, 5.6],
      [3, 4, 5.6],
    ])
    expect(bands(undefined, undefined)).toEqual([])
  })

  it.each([
    ['for whom it is', forOthers],
    ['its text', fasting],
  ])('D7 steps where only %s changes', (_, other) => {
    expect(bands(first, other)).toHaveLength(2)
  })

  it('D7 leaves a gap where two results of one moment came with different ranges', () => {
    const moments = [0, 1, 1, 2].map((at, index) => ({ at, range: index === 2 ? second : first }))
    expect(bandsOf(moments).map(({ from, until }) => [from, until])).toEqual([
      [0, 0],
      [2, 2],
    ])
  })

  it('D7 covers exactly the points that have a range, each with its own', () => {
    const point = fc.record({ range: fc.constantFrom(undefined, first, second), gap: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(point), (drawn) => {
        let at = 0
        const points = drawn.map(({ range, gap }) => ({ range, at: (at += gap) }))
        const found = bandsOf(points)
        for (const one of points) {
          const over = found.filter(({ from, until }) => from <= one.at && one.at <= until)
          const here = points.filter(({ at }) => at === one.at).map(({ range }) => range?.high)
          const isOne = new Set(here).size === 1 && one.range !== undefined
          // Where one band ends another may begin: the range before holds until then.
          const own = over.filter(({ from, high }) => from === one.at || high === one.range?.high)
          expect(own.length > 0).toBe(isOne)
        }
        expect(found.map(({ from }) => from)).toEqual(
          found.map(({ from }) => from).toSorted((a, b) => a - b),
        )
      }),
    )
  })
})
