import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { countFlaggedOutOfTime, latestOutOfRange } from './out-of-range.ts'
import { interpreted, loincComponent, ucum } from './sample-observation.ts'
import { inRecord, named, neverLatest, overviewClock } from './test-overview.ts'

const idsOf = (...jsons: readonly JsonObject[]) =>
  latestOutOfRange(inRecord(...jsons), overviewClock).map(({ id }) => id)
const on = (day: string, code: string | undefined, rest: JsonObject = {}): JsonObject => ({
  effectiveDateTime: day,
  valueQuantity: ucum(5, '%'),
  ...(code === undefined ? {} : interpreted(code)),
  ...rest,
})
const range = { low: ucum(4, '%'), high: ucum(5.6, '%') }

describe('latestOutOfRange', () => {
  it.each([
    ['H', true],
    ['LL', true],
    ['A', true],
    ['N', false],
    ['POS', false],
    ['QQ', false],
    [undefined, false],
  ])('D7 takes the flag %s: %s', (code, isOut) => {
    expect(idsOf(on('2024-05-01', code))).toEqual(isOut ? ['o0'] : [])
  })

  it('D7 puts critical ones first, then the newest', () => {
    expect(
      idsOf(
        on('2024-05-04', 'H', named('a')),
        on('2024-05-03', 'L', named('b')),
        on('2024-05-02', 'HH', named('c')),
        on('2024-05-01', 'LL', named('d')),
      ),
    ).toEqual(['o2', 'o3', 'o0', 'o1'])
  })

  it('D6 leaves out a test that was out of range, but is not in its latest result', () => {
    expect(idsOf(on('2024-05-01', 'HH'), on('2024-05-02', 'N'))).toEqual([])
    expect(idsOf(on('2024-05-01', 'HH'), on('2024-05-02', undefined))).toEqual([])
  })

  it('D6 gives each of several results at the latest moment that is out of range', () => {
    expect(idsOf(on('2024-05-02', 'N'), on('2024-05-02', 'H'), on('2024-05-02', 'HH'))).toEqual([
      'o2',
      'o1',
    ])
  })

  it.each([
    ['pending', { status: 'registered', valueQuantity: null }],
    ['without a value', { valueQuantity: null, dataAbsentReason: { text: 'Clotted' } }],
    ['that can not be interpreted', { modifierExtension: [{ url: 'x' }] }],
  ] as const)('D4 does not let a newer result %s take back what was critical', (_, rest) => {
    expect(idsOf(on('2024-05-01', 'HH'), on('2024-05-02', undefined, rest))).toEqual(['o0'])
  })

  it.each(neverLatest)('%s neither is out of range nor hides what is', (_, rest) => {
    expect(idsOf(on('2024-05-02', 'HH', rest))).toEqual([])
    expect(idsOf(on('2024-05-01', 'HH'), on('2024-05-02', 'N', rest))).toEqual(['o0'])
  })

  it.each(['method', 'specimen'] as const)(
    'D5 does not let a result by another %s hide what is out of range',
    (element) => {
      const by = (words: string) => ({
        ...named('Protein'),
        [element]: { text: words, display: words },
      })
      expect(idsOf(on('2024-05-01', 'HH', by('One')), on('2024-05-02', 'N', by('Two')))).toEqual([
        'o0',
      ])
      expect(idsOf(on('2024-05-01', 'HH', by('One')), on('2024-05-02', 'N', by('One')))).toEqual([])
    },
  )

  it('D3 keeps a preliminary result', () => {
    expect(idsOf(on('2024-05-01', 'H', { status: 'preliminary' }))).toEqual(['o0'])
  })

  it('D7 takes what lies beyond its only range by the app\u2019s own comparison', () => {
    const beyond = { valueQuantity: ucum(6, '%'), referenceRange: [range] }
    expect(idsOf(on('2024-05-01', undefined, beyond))).toEqual(['o0'])
    expect(idsOf(on('2024-05-01', 'N', beyond))).toEqual([])
    expect(idsOf(on('2024-05-01', undefined, { referenceRange: [range] }))).toEqual([])
    const two = { ...beyond, referenceRange: [range, { ...range, high: ucum(9, '%') }] }
    expect(idsOf(on('2024-05-01', undefined, two))).toEqual([])
  })

  it('D7 chooses ranges for the patient', () => {
    const forWomen = {
      ...range,
      appliesTo: [
        { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code: 'female' }] },
      ],
    }
    const record = inRecord(
      on('2024-05-01', undefined, { valueQuantity: ucum(6, '%'), referenceRange: [forWomen] }),
    )
    const count = (sex: 'female' | 'male') =>
      latestOutOfRange(record, { ...overviewClock, person: { sex } }).length
    expect([count('female'), count('male')]).toEqual([1, 0])
  })

  it('D7 takes a panel that only holds others together, where it is flagged itself', () => {
    const panel = { valueQuantity: null, hasMember: [{ reference: 'Observation/x' }] }
    expect(idsOf(on('2024-05-01', 'AA', panel))).toEqual(['o0'])
    expect(idsOf(on('2024-05-01', undefined, panel))).toEqual([])
  })

  it('D7 looks at the flags and ranges of components', () => {
    const component = (rest: JsonObject) => [
      loincComponent('8480-6', { valueQuantity: ucum(180, 'mm[Hg]'), ...rest }),
    ]
    const whole = { valueQuantity: null }
    expect(idsOf({ ...whole, component: component(interpreted('HH')) })).toEqual(['o0'])
    const high = { referenceRange: [{ high: ucum(140, 'mm[Hg]') }] }
    expect(idsOf({ ...whole, component: component(high) })).toEqual(['o0'])
    expect(idsOf({ ...whole, component: component({}) })).toEqual([])
  })
})

describe('countFlaggedOutOfTime', () => {
  const count = (...jsons: readonly JsonObject[]) =>
    countFlaggedOutOfTime(inRecord(...jsons), overviewClock)

  it('D6 counts what is flagged without a date that may be', () => {
    const undated = { effectiveDateTime: null }
    expect(count(on('', 'HH', undated), on('2099-01-01', 'L'), on('2024-05-01', 'H'))).toBe(2)
    expect(count(on('', undefined, undated), on('', 'N', undated))).toBe(0)
    expect(count(on('', 'HH', { ...undated, focus: [{ display: 'Fetus' }] }))).toBe(0)
  })
})
