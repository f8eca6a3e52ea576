import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSample, sampleNow as NOW } from './test-series.ts'

describe('buildSeries', () => {
  it("has an exact point only for an exact number, a point only for what is standing and the patient's, and loses no result", () => {
    const json = fc.record({
      status: fc.constantFrom(
        'final',
        'amended',
        'corrected',
        'preliminary',
        'registered',
        'cancelled',
        'unknown',
        'x',
      ),
      valueQuantity: fc.record({
        value: fc.integer({ min: 0, max: 500 }),
        comparator: fc.constantFrom(undefined, '<', '<=', '>=', '>', 'ad', '~'),
        unit: fc.constantFrom('%', 'mg', undefined),
      }),
      effectiveDateTime: fc.constantFrom(
        '2019',
        '2024-05',
        '2024-05-01T09:00:00Z',
        '2099',
        'x',
        undefined,
      ),
      focus: fc.constantFrom(undefined, [{ display: 'Fetus' }]),
    })
    fc.assert(
      fc.property(fc.array(json, { minLength: 1 }), (jsons) => {
        const series = buildSample(...jsons)
        const points = series?.lines.flatMap((line) => line.points) ?? []
        for (const { observationId, at, bound } of points) {
          const sent = jsons[Number(observationId.slice(1))]
          expect(['final', 'amended', 'corrected']).toContain(sent?.status)
          expect(bound === 'exact').toBe(sent?.valueQuantity.comparator === undefined)
          expect(['ad', '~']).not.toContain(sent?.valueQuantity.comparator)
          expect(sent?.focus).toBeUndefined()
          expect(at).toBeLessThanOrEqual(NOW)
        }
        expect(points.length + (series?.excluded.length ?? 0)).toBe(jsons.length)
        for (const { points: own } of series?.lines ?? []) {
          expect(own.map(({ at }) => at)).toEqual(own.map(({ at }) => at).toSorted((a, b) => a - b))
        }
      }),
    )
  })
})
