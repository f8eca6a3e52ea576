import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresOf, marksOf, reduceSamples, type WaveSample } from './wave-samples.ts'

/** Samples as they are sent: numbers, or E, L and U. */
function samplesOf(tokens: readonly (number | 'E' | 'L' | 'U')[]): WaveSample[] {
  const kinds = { E: 'error', L: 'below', U: 'above' } as const
  return tokens.map((token, atMs) =>
    typeof token === 'number'
      ? { kind: 'value', atMs, value: token }
      : { kind: kinds[token], atMs },
  )
}

const valuesOf = (stretches: ReturnType<typeof reduceSamples>) =>
  stretches.map((stretch) => stretch.map(({ value }) => value))

/** Long enough to be reduced, made of a short pattern that shrinks well. */
const long = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.integer() }, fc.constantFrom('E', 'L', 'U')), {
    minLength: 1,
    maxLength: 40,
  })
  .chain((pattern) =>
    fc
      .integer({ min: 2001, max: 4500 })
      .map((length) =>
        samplesOf(
          Array.from(
            { length },
            (_, index) => pattern[(index * 7 + (index >> 5)) % pattern.length] ?? 'E',
          ),
        ),
      ),
  )
const buckets = fc.integer({ min: 1, max: 600 })

describe('reduceSamples', () => {
  it('D4 draws a stretch for what lies between gaps', () => {
    expect(valuesOf(reduceSamples(samplesOf([1, 2, 'E', 3, 'L', 'U', 4, 5]), 1))).toEqual([
      [1, 2],
      [3],
      [4, 5],
    ])
  })

  it('keeps every sample of two thousand', () => {
    const samples = samplesOf(Array.from({ length: 2000 }, (_, index) => index % 7))
    expect(reduceSamples(samples, 10)).toEqual([samples])
  })

  it('takes a part, as where only a part is in sight', () => {
    expect(valuesOf(reduceSamples(samplesOf([1, 2, 3, 'E', 4]), 10, 1, 4))).toEqual([[2, 3]])
  })

  it('draws a flat line of a hundred thousand samples by its buckets, with the one spike', () => {
    const samples = samplesOf(Array.from({ length: 100_000 }, (_, at) => (at === 54_321 ? 9 : 0)))
    const [stretch = []] = reduceSamples(samples, 500)
    expect(stretch.length).toBeLessThan(2001)
    expect(stretch.filter(({ value }) => value === 9)).toEqual([samples[54_321]])
  })

  it('keeps the lowest and the highest value of each bucket', () => {
    fc.assert(
      fc.property(long, buckets, (samples, count) => {
        const kept = new Set(
          reduceSamples(samples, count)
            .flat()
            .map(({ atMs }) => atMs),
        )
        for (let bucket = 0; bucket < count; bucket += 1) {
          const start = Math.floor((bucket * samples.length) / count)
          const end = Math.floor(((bucket + 1) * samples.length) / count)
          const values = samples
            .slice(start, end)
            .flatMap((sample) => (sample.kind === 'value' ? [sample] : []))
          const ofKept = values.filter(({ atMs }) => kept.has(atMs)).map(({ value }) => value)
          const all = values.map(({ value }) => value)
          expect([Math.min(...ofKept), Math.max(...ofKept)]).toEqual([
            Math.min(...all),
            Math.max(...all),
          ])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('D4 never goes on across a gap, and makes up and reorders nothing', () => {
    fc.assert(
      fc.property(long, buckets, (samples, count) => {
        const stretches = reduceSamples(samples, count)
        for (const stretch of stretches) {
          const [first, last] = [stretch[0]?.atMs ?? -1, stretch.at(-1)?.atMs ?? -1]
          expect(samples.slice(first, last + 1).every(({ kind }) => kind === 'value')).toBe(true)
        }
        const drawn = stretches.flat()
        expect(drawn).toEqual(drawn.map(({ atMs }) => samples[atMs]))
        const times = drawn.map(({ atMs }) => atMs)
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
      }),
      { numRuns: 40 },
    )
  })

  it('breaks a line only where there is a gap', () => {
    fc.assert(
      fc.property(long, buckets, (samples, count) => {
        const stretches = reduceSamples(samples, count)
        stretches.slice(1).forEach((stretch, index) => {
          const before = stretches[index]?.at(-1)?.atMs ?? -1
          const between = samples.slice(before + 1, stretch[0]?.atMs)
          expect(between.some(({ kind }) => kind !== 'value')).toBe(true)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('gives no more than can be seen, however many gaps there are', () => {
    fc.assert(
      fc.property(long, buckets, (samples, count) => {
        expect(reduceSamples(samples, count).flat().length).toBeLessThanOrEqual(16 * count)
      }),
      { numRuns: 40 },
    )
  })
})

describe('marksOf', () => {
  it('D4 marks each kind once in each part', () => {
    const marks = marksOf(samplesOf(['E', 'E', 'L', 1, 'E', 'U', 'U', 2]), 2)
    expect(marks.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['error', 0],
      ['below', 2],
      ['error', 4],
      ['above', 5],
    ])
  })
})

describe('figuresOf', () => {
  it('D4 counts what has no value, and takes none of it for a number', () => {
    const tracks = [
      [3, 'E', -1],
      ['L', 'L', 'U'],
    ].map((tokens) => ({
      samples: samplesOf(tokens as (number | 'E')[]),
    }))
    expect(figuresOf(tracks)).toEqual({
      values: { lowest: -1, highest: 3 },
      missing: { error: 1, below: 2, above: 1, unreadable: 0 },
    })
  })

  it('has no lowest value where there is none', () => {
    expect(figuresOf([{ samples: samplesOf(['E']) }]).values).toBeUndefined()
  })
})
