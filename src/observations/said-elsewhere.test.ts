import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '../language/language.ts'
import { buildSeries } from './build-series.ts'
import { isMark } from './details.ts'
import { formatChange } from './glance-change.ts'
import { howOf } from './how.ts'
import { interpreted, readSample, ucum } from './sample-observation.ts'
import { createTextSearch } from './search-results.ts'
import { formatResultSentence, formatSeriesSentence } from './sentences.ts'
import { sortResults } from './sort-results.ts'
import { formatFlags, formatRanges, formatReckoned, formatValue } from './words.ts'

afterEach(() => speak('en', 'en-US'))

const exact = (digits: string) => ucum(digits as unknown as number, '%')
const range = [{ low: exact('4.0'), high: exact('5.6'), text: '4.0-5.6' }]
const sample = (digits: string, rest = {}) =>
  readSample({ valueQuantity: exact(digits), referenceRange: range, ...rest })

describe('numbers where a comma is the decimal mark', () => {
  it('D4 stand with a comma for people, and stay as sent for everything else', () => {
    speak('es', 'es-ES')
    const one = sample('6.10')
    expect(formatValue(one)).toBe('6,10 %')
    expect(formatRanges(one)).toBe('4,0–5,6 %')
    expect(formatReckoned(1234.5678, 6)).toBe('1234,57')
    expect(one.value).toMatchObject({ quantity: { amount: { text: '6.10', number: 6.1 } } })
    expect(formatValue(sample('1234567.500'))).toBe('1234567,500 %')
  })

  it('D4 never change a text of the server, which says that it is as sent where its mark is another', () => {
    speak('es', 'es-ES')
    expect(formatValue(readSample({ valueString: '<5.0' }))).toBe('“<5.0” (as sent)')
    expect(formatValue(readSample({ valueString: '< 5,0' }))).toBe('< 5,0')
    const one = sample('1.250', { referenceRange: [{ text: '0.400-4.000' }] })
    expect([formatValue(one), formatRanges(one)]).toEqual(['1,250 %', '“0.400-4.000” (as sent)'])
    speak('es', 'es-US')
    expect(formatRanges(one)).toBe('0.400-4.000')
  })

  it('D4 are spoken as numbers', () => {
    speak('es', 'es-ES', {
      'to|between two numbers': 'a',
      'less than|before a number': 'menos de',
      'range {range}': 'rango {range}',
    })
    const bound = sample('6.10', { valueQuantity: { ...exact('0.30'), comparator: '<' } })
    expect(formatResultSentence(bound)).toMatch(/: menos de 0,30 %, .*; rango 4,0 a 5,6 %\.$/)
  })

  it('D4 are compared and sorted by their digits as sent', () => {
    speak('es', 'es-ES')
    const all = ['10.5', '9.25', '6.10'].map((digits, at) => sample(digits, { id: `o${at}` }))
    expect(sortResults(all, 'value', 'ascending').map(({ id }) => id)).toEqual(['o2', 'o1', 'o0'])
    const before = sample('6.10', { effectiveDateTime: '2023-05-01' })
    expect(formatChange(sample('6.30'), before)).toMatch(/^0,2 percentage points more than on /)
    const weight = (value: number, day: string) =>
      readSample({ valueQuantity: ucum(value, 'kg'), effectiveDateTime: day })
    const change = formatChange(weight(70.3, '2024-05-01'), weight(70.1, '2023-05-01'))
    expect(change).toMatch(/^0,2 kg more/)
  })

  it('D4 keep a series and its points the same', () => {
    const all = [sample('6.10', { id: 'a' }), sample('6.30', { id: 'b' })]
    const numbersOf = () => {
      const series = buildSeries(all, 'loinc-4548-4', { now: Date.now() })
      return series?.lines.map(({ key, points }) => [key, points.map(({ value }) => value)])
    }
    const inEnglish = numbersOf()
    speak('es', 'es-ES')
    expect(numbersOf()).toEqual(inEnglish)
  })
})

describe('what goes by the words of a language', () => {
  const words = {
    Method: 'Método',
    'Method|of a test': 'Método',
    'Marked|a security label': 'Marcado',
    'Test data': 'Datos de prueba',
    High: 'Alto',
    'the date lies in the future': 'la fecha está en el futuro',
  }

  it('D5 D8 finds methods and marks whatever they are called', () => {
    speak('es', 'es', words)
    const one = sample('6.10', {
      method: { text: 'HPLC' },
      meta: {
        security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }],
      },
    })
    expect(howOf(one)).toBe('HPLC')
    expect(one.isTestData).toBe(true)
    expect(one.details?.filter(isMark)).toEqual([{ label: 'Marcado', text: 'Datos de prueba' }])
  })

  it('D7 says a flag once where the server says it in English', () => {
    speak('es', 'es', words)
    const [concept] = (interpreted('H') as { interpretation: object[] }).interpretation
    const flagged = sample('6.10', { interpretation: [{ ...concept, text: 'High' }] })
    expect(formatFlags(flagged)).toBe('Alto')
    const more = sample('6.10', { interpretation: [{ ...concept, text: 'Very high' }] })
    expect(formatFlags(more)).toBe('Alto (Very high)')
  })

  it('finds tests by what they are called here, and in English', () => {
    speak('es', 'es', {
      'Hemoglobin A1c (NGSP, %)': 'Hemoglobina glicada',
      'a1c hba1c glycated average sugar|words that people look for': 'azúcar medio',
    })
    const all = [sample('6.10')]
    const search = createTextSearch()
    for (const text of ['hemoglobina', 'AZUCAR', 'sugar', 'ngsp'])
      expect(search(all, text)).toEqual(all)
    expect(search(all, 'creatinina')).toEqual([])
  })

  it('D6 counts nothing of the future as newer', () => {
    speak('es', 'es', words)
    const all = [sample('6.10', { id: 'a' }), sample('6', { id: 'b', effectiveDateTime: '2090' })]
    const series = buildSeries(all, 'loinc-4548-4', { now: Date.UTC(2025, 1) })
    expect(series?.excluded.map(({ reason }) => reason)).toEqual(['la fecha está en el futuro'])
    expect(series && formatSeriesSentence(series)).not.toContain('newer')
  })
})

describe('the language of a resource', () => {
  it('is kept where it is said, and absent where it is not', () => {
    expect(sample('6.10', { language: 'es-MX' }).language).toBe('es-MX')
    expect('language' in sample('6.10')).toBe(false)
    expect('language' in sample('6.10', { language: 'Spanish (Mexico)' })).toBe(false)
  })
})
