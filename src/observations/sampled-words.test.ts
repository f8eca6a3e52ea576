import { describe, expect, it } from 'vitest'
import { formatSampledData } from './sampled-words.ts'
import { readSampled } from './test-sampled-data.ts'

const ones = (count: number) => Array.from({ length: count }, () => '1').join(' ')

describe('formatSampledData', () => {
  it.each([
    ['no samples', {}],
    ['1 sample', { data: '5' }],
    ['1 sample, none with a value', { data: 'E' }],
    ['2,001 samples over 4 s', { data: ones(2001) }],
    ['2,000 samples over 3.998 s', { data: ones(2000) }],
    [
      '9 samples over 4 ms, 3 per point in time, 4 without a value',
      { data: `${ones(5)} E U L x`, dimensions: 3 },
    ],
    ['3 samples, 3 per point in time', { data: '1 2 3', dimensions: 3 }],
    [
      '4 samples over 2 ms, 3 per point in time, data incomplete',
      { data: '1 2 3 4', dimensions: 3 },
    ],
    ['2 samples, 1,200 per point in time, data incomplete', { data: '1 2', dimensions: 1200 }],
    ['4 samples over 0.3 ms', { data: ones(4), period: 0.1 }],
    ['2 samples over 0.0000001 ms', { data: ones(2), period: 1e-7 }],
    ['4 samples over about 100 ms', { data: ones(4), period: 33.333333 }],
    ['2 samples over about 1 s', { data: ones(2), period: 999.96 }],
    ['4 samples over about 3.001 s', { data: ones(4), period: 1000.2 }],
    ['2,016 samples over 6 d 23 h 55 min', { data: ones(2016), period: 300_000 }],
    ['2 samples over 1 min 0.5 s', { data: ones(2), period: 60_500 }],
    ['2 samples over 1,000 d', { data: ones(2), period: 86_400_000_000 }],
  ])('D4 says %s', (words, rest) => {
    expect(formatSampledData(readSampled(rest))).toBe(`Waveform: ${words}`)
  })
})
