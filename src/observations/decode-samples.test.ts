import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sample } from './decode-samples.ts'
import { decodeSamples } from './decode-samples.ts'
import { ucum } from './sample-observation.ts'
import { readSampled } from './test-sampled-data.ts'

const valuesOf = (samples: readonly Sample[] | undefined) =>
  samples?.map((sample) => (sample.kind === 'value' ? sample.value : sample.kind))
const decodeOne = (rest: object) => valuesOf(decodeSamples(readSampled({ ...rest }))[0]?.samples)

describe('decodeSamples', () => {
  it('D4 gives data × factor + origin, at the times of the period', () => {
    const data = readSampled({ origin: ucum(-10, 'mV'), factor: 2.5, period: 4, data: '0 1 -2' })
    expect(decodeSamples(data)).toEqual([
      {
        samples: [
          { kind: 'value', atMs: 0, value: -10 },
          { kind: 'value', atMs: 4, value: -7.5 },
          { kind: 'value', atMs: 8, value: -15 },
        ],
        isCutShort: false,
      },
    ])
  })

  it('D4 adds no noise of binary fractions, to values or to times', () => {
    expect(decodeOne({ origin: ucum(0.2, 'mV'), factor: 0.1, data: '1 3 -2' })).toEqual([
      0.3, 0.5, 0,
    ])
    const [track] = decodeSamples(readSampled({ period: 0.1, data: '1 1 1 1' }))
    expect(track?.samples.map(({ atMs }) => atMs)).toEqual([0, 0.1, 0.2, 0.3])
  })

  it('D4 loses nothing where large numbers nearly cancel out', () => {
    const origin = ucum(-1e20, 'mV')
    expect(decodeOne({ origin, factor: 1e10, data: '10000000001' })).toEqual([1e10])
  })

  it('D4 says what is an error, below, above or unreadable, and gives it no number', () => {
    expect(decodeOne({ data: 'E L U e l NaN Infinity 0x10 1,5 +1 .5 <5 -' })).toEqual([
      'error',
      'below',
      'above',
      ...Array.from({ length: 10 }, () => 'unreadable'),
    ])
  })

  it.each([
    ['1.5e-7 1E3', [1.5e-7, 1000]],
    ['1e999 -1e999', ['unreadable', 'unreadable']],
    ['1e-999', [0]],
    [`0.${'0'.repeat(60)}1`, [1e-61]],
    ['-0 -0.5 007', [0, -0.5, 7]],
  ])('D4 decodes %s', (data, values) => {
    expect(decodeOne({ data })).toEqual(values)
  })

  it('D4 calls a value unreadable that is too large to hold', () => {
    expect(decodeOne({ factor: 1e300, data: '1e300 1' })).toEqual(['unreadable', 1e300])
  })

  it('D4 compares nothing with the limits: only the sender says below and above', () => {
    expect(decodeOne({ lowerLimit: 0, upperLimit: 1, data: '-5 5' })).toEqual([-5, 5])
  })

  it('D4 parts the dimensions, which come one after the other for each point in time', () => {
    const tracks = decodeSamples(readSampled({ dimensions: 3, data: '1 2 3 4 E 6' }))
    expect(tracks.map(({ samples }) => valuesOf(samples))).toEqual([
      [1, 4],
      [2, 'error'],
      [3, 6],
    ])
    expect(tracks.map(({ samples }) => samples.map(({ atMs }) => atMs))).toEqual([
      [0, 2],
      [0, 2],
      [0, 2],
    ])
  })

  it.each([
    [3, '1 2 3 4', [2, 1, 1]],
    [2 ** 40, '1 2', [1, 1]],
  ])(
    'D4 says of every track that samples are missing: %i a point, %s',
    (dimensions, data, lengths) => {
      const tracks = decodeSamples(readSampled({ dimensions, data }))
      expect(tracks.map(({ samples }) => samples.length)).toEqual(lengths)
      expect(tracks.every(({ isCutShort }) => isCutShort)).toBe(true)
    },
  )

  /** A decimal of whole digits and places, small enough for the whole sum to be exact without BigInt. */
  const decimal = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(3))
  const write = ([digits, places]: [number, number]) =>
    `${digits < 0 ? '-' : ''}${String(Math.abs(digits)).padStart(places + 1, '0')}`.replace(
      new RegExp(`(\\d{${places}})$`),
      places === 0 ? '$1' : '.$1',
    )

  /** With six places both parts are whole numbers below 2^53, so that only the division rounds. Adding 0 unsigns -0. */
  const reckon = (origin: [number, number], factor: [number, number], one: [number, number]) => {
    const product = one[0] * factor[0] * 10 ** (6 - one[1] - factor[1])
    return (product + origin[0] * 10 ** (6 - origin[1]) + 0) / 1e6
  }

  it('D4 gives origin + factor × sample for each number, and never a number for E, L and U', () => {
    const token = fc.oneof(decimal, fc.constantFrom('E', 'L', 'U'))
    fc.assert(
      fc.property(
        decimal,
        decimal,
        fc.array(token, { minLength: 1 }),
        fc.integer({ min: 1, max: 4 }),
        (origin, factor, tokens, dimensions) => {
          const texts = tokens.map((one) => (typeof one === 'string' ? one : write(one)))
          const sent = readSampled({
            origin: { value: write(origin), unit: 'mV' },
            factor: Number(write(factor)),
            dimensions,
            data: texts.join(' '),
          })
          const tracks = decodeSamples(sent)
          tokens.forEach((one, index) => {
            const point = Math.floor(index / dimensions)
            const atMs = 2 * point
            const expected =
              typeof one === 'string'
                ? { kind: { E: 'error', L: 'below', U: 'above' }[one], atMs }
                : { kind: 'value', atMs, value: reckon(origin, factor, one) }
            expect(tracks[index % dimensions]?.samples[point]).toEqual(expected)
          })
          const all = tracks.flatMap(({ samples }) => samples)
          expect(all).toHaveLength(sent.sampleCount)
          expect(all.filter(({ kind }) => kind === 'value')).toHaveLength(sent.valueCount)
        },
      ),
    )
  })
})
