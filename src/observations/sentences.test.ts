import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSample, loincComponent, ucum } from './sample-observation.ts'
import { formatResultSentence, formatSeriesSentence } from './sentences.ts'
import { buildSample } from './test-series.ts'

const locale = 'en-US'
const day = { effectiveDateTime: '2024-05-01' }
const range = [{ low: ucum(4, '%'), high: ucum(5.6, '%') }]
const high = [{ text: 'High' }]

describe('formatResultSentence', () => {
  it.each([
    ['a plain result', { ...day, valueQuantity: ucum(6.1, '%') }, '6.1 %, on May 1, 2024.'],
    [
      'flag and range',
      { ...day, valueQuantity: ucum(6.1, '%'), interpretation: high, referenceRange: range },
      '6.1 %, High, on May 1, 2024; range 4 to 5.6 %.',
    ],
    [
      'a bound, in words',
      { ...day, valueQuantity: ucum(5, '%', { comparator: '<' }) },
      'less than 5 %, on May 1, 2024.',
    ],
    [
      'limits that are open on one side',
      { ...day, valueQuantity: ucum(5, '%'), referenceRange: [{ high: ucum(200, '%') }] },
      '5 %, on May 1, 2024; range at most 200 %.',
    ],
    [
      'a range that is text alone',
      { ...day, valueInteger: 5, referenceRange: [{ text: '<=200' }] },
      '5, on May 1, 2024; range at most 200.',
    ],
    ['a bound that is text', { ...day, valueString: '>=1:640' }, 'at least 1:640, on May 1, 2024.'],
    ['a bound without a zero', { ...day, valueString: '<.5' }, 'less than .5, on May 1, 2024.'],
    [
      'a status that is not final',
      { ...day, valueQuantity: ucum(5, '%'), status: 'preliminary' },
      '5 %, on May 1, 2024; Preliminary.',
    ],
    ['a month as a month', { effectiveDateTime: '2024-05', valueInteger: 3 }, '3, in May 2024.'],
    ['no date', { effectiveDateTime: undefined, valueInteger: 3 }, '3, Date not recorded.'],
    [
      'whom it is about',
      { ...day, valueInteger: 3, focus: [{ display: 'Fetus' }] },
      '3, on May 1, 2024; about Fetus.',
    ],
    [
      'why there is no value',
      { ...day, dataAbsentReason: { text: 'Clotted' } },
      'Clotted, on May 1, 2024.',
    ],
  ])('D4 D6 D7 says %s', (_, json, sentence) => {
    expect(formatResultSentence(readSample(json), { locale })).toBe(`Hemoglobin A1c: ${sentence}`)
  })

  it('D7 says the comparison of the app as its own', () => {
    const observation = readSample({ ...day, valueQuantity: ucum(6.1, '%'), referenceRange: range })
    const [ranged] = observation.ranges
    if (ranged === undefined) throw new Error('no range')
    const comparison = { kind: 'above' as const, range: ranged }
    expect(formatResultSentence(observation, { locale, comparison })).toBe(
      "Hemoglobin A1c: 6.1 %, Above the range given (Chartside's comparison), on May 1, 2024; range 4 to 5.6 %.",
    )
  })

  it('D4 never speaks a bound as a number', () => {
    const sign = fc.constantFrom('<', '<=', '>=', '>')
    fc.assert(
      fc.property(fc.integer(), sign, (value, comparator) => {
        const json = { valueQuantity: ucum(value, 'mg', { comparator }) }
        expect(formatResultSentence(readSample(json))).toMatch(
          new RegExp(`(?:less than|more than|at most|at least) ${value} mg`),
        )
      }),
    )
  })
})

describe('formatSeriesSentence', () => {
  const at = (effectiveDateTime: string, value: number, rest = {}) => ({
    effectiveDateTime,
    valueQuantity: ucum(value, '%'),
    ...rest,
  })
  const sentence = (...jsons: Parameters<typeof buildSample>) => {
    const series = buildSample(...jsons)
    return series && formatSeriesSentence(series, { locale })
  }

  it('says how many there are, and the latest with flag and range', () => {
    expect(
      sentence(
        at('2024-05-01', 6.1, { interpretation: high, referenceRange: range }),
        at('2024-01-01', 5),
        at('2023-01-01', 5.2),
      ),
    ).toBe('3 results drawn, the latest 6.1 % on May 1, 2024, High, range 4 to 5.6 %.')
  })

  it('D6 says both of two at the latest moment', () => {
    expect(sentence(at('2024-05-01', 6.1), at('2024-05-01', 5))).toBe(
      '2 results drawn, the latest 6.1 % on May 1, 2024 and 5 % on May 1, 2024.',
    )
  })

  it('D6 says what is not drawn, and that some of it is newer, but for a future date', () => {
    const future = at('2099-01-01', 9)
    expect(
      sentence(at('2024-05-01', 6.1), future, at('2024-05-02', 7, { status: 'preliminary' })),
    ).toBe('1 result drawn, 6.1 % on May 1, 2024; 2 more not drawn, 1 of them newer.')
    expect(sentence(future)).toBe('0 results drawn; 1 more not drawn.')
  })

  it('D7 says the comparison of the app where the laboratory flagged nothing', () => {
    expect(sentence(at('2024-05-01', 6.1, { referenceRange: range }))).toBe(
      "1 result drawn, 6.1 % on May 1, 2024, Above the range given (Chartside's comparison), range 4 to 5.6 %.",
    )
  })

  it('D5 says a blood pressure as one', () => {
    const pressure = {
      ...day,
      component: [
        loincComponent('8480-6', { valueQuantity: ucum(120, 'mm[Hg]') }),
        loincComponent('8462-4', { valueQuantity: ucum(80, 'mm[Hg]') }),
      ],
    }
    expect(sentence(pressure)).toBe('1 result drawn, 120 / 80 mm[Hg] on May 1, 2024.')
  })
})
