import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '../language/language.ts'
import { formatTick } from './format-tick.ts'
import { valueTicks } from './value-ticks.ts'

afterEach(() => speak('en', 'en-US'))

describe('formatTick', () => {
  it.each([
    [0.1 + 0.2, '0,3'],
    [1234.5, '1234,5'],
    [1.5e40, '1,5 × 10⁴⁰'],
    [2e-7, '2 × 10⁻⁷'],
  ])('writes %d in German as %s', (value, words) => {
    speak('de', 'de')
    expect(formatTick(value)).toBe(words)
  })

  it.each([
    [0, '0'],
    [-0.5, '-0.5'],
    [0.1 + 0.2, '0.3'],
    [0.00025, '0.00025'],
    [1234.5, '1,234.5'],
    [170_000_000, '170,000,000'],
    [999_999_999_999, '999,999,999,999'],
    [1e12, '1 × 10¹²'],
    [1.5e40, '1.5 × 10⁴⁰'],
    [-14 * 1e39, '-1.4 × 10⁴⁰'],
    [2e-7, '2 × 10⁻⁷'],
  ])('writes %d as %s', (value, words) => {
    expect(formatTick(value)).toBe(words)
  })

  it.each([[[1.5e40]], [[1.7e8, 1.2e8]], [[3e-9, 4e-9]], [[1e12 + 1, 1e12 + 3]], [[0, 1.5e40]]])(
    'D4 writes the ticks of %o short and each differently',
    (values) => {
      const labels = valueTicks(values).map(formatTick)
      expect(new Set(labels).size).toBe(labels.length)
      expect(Math.max(...labels.map(({ length }) => length))).toBeLessThan(24)
    },
  )
})
