import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reducePoints, type Reducible } from './reduce-points.ts'

const aPoint = fc.record({
  at: fc.integer({ min: 0, max: 5_000 }),
  value: fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ noNaN: true })),
  bound: fc.constantFrom(undefined, undefined, undefined, 'below' as const, 'above' as const),
  isFlagged: fc.constantFrom(false, false, false, true),
})
const someLine = fc
  .array(aPoint, { minLength: 1, maxLength: 400, size: 'max' })
  .map((points): readonly Reducible[] => points.toSorted((a, b) => a.at - b.at))
const most = fc.integer({ min: 8, max: 60 })

/** A calm line of so many points, an hour apart. */
const calm = (count: number): Reducible[] =>
  Array.from({ length: count }, (_, index) => ({ at: index * 3_600_000, value: index % 2 }))

describe('reducePoints', () => {
  it('gives points of the line, each once, in their order', () => {
    fc.assert(
      fc.property(someLine, most, (points, limit) => {
        const places = reducePoints(points, limit).points.map((point) => points.indexOf(point))
        expect(places).not.toContain(-1)
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
      }),
    )
  })

  it('keeps the first, the newest, the lowest and the highest', () => {
    fc.assert(
      fc.property(someLine, most, (points, limit) => {
        const kept = reducePoints(points, limit).points
        expect(kept[0]).toBe(points[0])
        expect(kept.at(-1)).toBe(points.at(-1))
        const exact = (all: readonly Reducible[]) =>
          all.flatMap(({ value, bound }) => (bound === undefined ? [value] : []))
        expect(Math.min(...exact(kept))).toBe(Math.min(...exact(points)))
        expect(Math.max(...exact(kept))).toBe(Math.max(...exact(points)))
      }),
    )
  })

  it('D4 D7 keeps all that is flagged or a bound, or says that it does not', () => {
    fc.assert(
      fc.property(someLine, most, (points, limit) => {
        const { points: kept, isThinned } = reducePoints(points, limit)
        const outstanding = points.filter(
          ({ bound, isFlagged }) => bound !== undefined || isFlagged === true,
        )
        const isLosing = outstanding.some((point) => !kept.includes(point))
        expect(isLosing && !isThinned).toBe(false)
        expect(isThinned).toBe(points.length > limit && outstanding.length > 2 * limit)
      }),
    )
  })

  it('gives all when there are no more than asked for', () => {
    const points = calm(500)
    expect(reducePoints(points, 500)).toEqual({ points, isThinned: false })
  })

  it.each([501, 5_000, 20_000, 50_000])('gives about as many of %i as asked for', (count) => {
    const { points } = reducePoints(calm(count), 500)
    expect(points.length).toBeGreaterThan(200)
    expect(points.length).toBeLessThanOrEqual(502)
  })

  it.each([
    ['flagged', { isFlagged: true }],
    ['a bound', { bound: 'below' as const }],
  ])('is bounded when every point is %s', (_, part) => {
    const all = calm(20_000).map((point) => ({ ...point, ...part }))
    const { points, isThinned } = reducePoints(all, 500)
    expect(isThinned).toBe(true)
    expect(points.length).toBeLessThanOrEqual(1_502)
  })

  it('D4 keeps the lowest and the highest of each kind of bound when it thins them', () => {
    const bounds = calm(5_000).map((point, index) => ({
      ...point,
      value: index,
      bound: index % 2 === 0 ? ('below' as const) : ('above' as const),
    }))
    const { points } = reducePoints(bounds, 100)
    const values = (kind: string) =>
      points.flatMap(({ bound, value }) => (bound === kind ? [value] : []))
    expect([Math.min(...values('below')), Math.max(...values('below'))]).toEqual([0, 4_998])
    expect([Math.min(...values('above')), Math.max(...values('above'))]).toEqual([1, 4_999])
  })

  it('keeps both ends of a gap', () => {
    const points = calm(2_000).map((point, index) =>
      index < 1_000 ? point : { ...point, at: point.at + 400 * 86_400_000 },
    )
    const { points: kept } = reducePoints(points, 100)
    expect(kept).toContain(points[999])
    expect(kept).toContain(points[1_000])
  })

  it('D7 keeps the point at which a range changes', () => {
    const points = calm(2_000)
    const [edge] = points.slice(777)
    expect(reducePoints(points, 100, [edge?.at ?? 0]).points).toContain(edge)
  })

  it('keeps a lone outlier between thousands', () => {
    const points = calm(20_000).map((point, index) =>
      index === 12_345 ? { ...point, value: 99 } : point,
    )
    expect(reducePoints(points, 100).points).toContain(points[12_345])
  })

  it('takes points all at one moment', () => {
    const points = calm(2_000).map((point, value) => ({ ...point, at: 7, value }))
    expect(reducePoints(points, 100).points.length).toBeLessThanOrEqual(102)
  })
})
