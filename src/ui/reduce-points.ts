import { isBound, type ChartPoint } from './chart-rows.ts'

/** What of a point decides whether it is drawn. */
export type Reducible = Pick<ChartPoint, 'at' | 'value' | 'bound' | 'isFlagged'>

/** Of the points that stand out, at most this many times the points asked for are all kept. */
const MOST_MARKED = 2
/** A step longer than this share of the whole is a gap: what stands at its two ends is kept. */
const GAP_SHARE = 1 / 100

/**
 * Picks the points of a line to draw, in their order, about `most` of them: all when there are no more. Takes points in
 * ascending time; `edges` are moments, ascending, at which a point must stay, such as where a range changes.
 *
 * Kept are the shape of the line (Largest-Triangle-Three-Buckets, Steinarsson 2013), the highest and lowest of every
 * stretch of time, the first and the newest, both ends of gaps, and all that is marked or a bound. Only when those are
 * more than twice `most` are they thinned, to the highest and lowest of their kind in each stretch: `isThinned` says so.
 */
export function reducePoints<Point extends Reducible>(
  points: readonly Point[],
  most: number,
  edges: readonly number[] = [],
): { readonly points: readonly Point[]; readonly isThinned: boolean } {
  if (points.length <= most) return { points, isThinned: false }
  const outstanding = indicesWhere(points, isOutstanding)
  const isThinned = outstanding.length > MOST_MARKED * most
  const exact = indicesWhere(points, (point) => !isBound(point))
  const quarter = Math.max(1, Math.floor(most / 4))
  const kept = new Set([
    0,
    points.length - 1,
    ...gapEnds(points),
    ...edgePoints(points, edges),
    ...shapeOf(points, exact, Math.max(3, Math.floor(most / 2))),
    ...extremesOf(points, exact, quarter),
  ])
  for (const index of isThinned ? thin(points, outstanding, quarter) : outstanding) kept.add(index)
  const places = [...kept].toSorted((a, b) => a - b)
  return {
    points: places.map((place) => points[place]).filter((one) => one !== undefined),
    isThinned,
  }
}

/** Where the points are for which something holds; by a loop, as this is asked of tens of thousands. */
function indicesWhere<Point>(
  points: readonly Point[],
  holds: (point: Point, index: number) => boolean,
): number[] {
  const indices: number[] = []
  points.forEach((point, index) => {
    if (holds(point, index)) indices.push(index)
  })
  return indices
}

const isOutstanding = (point: Reducible) => isBound(point) || point.isFlagged === true

/** Those of each kind by themselves: the lowest "<5" says nothing of the lowest flagged number. */
function thin(points: readonly Reducible[], indices: readonly number[], buckets: number): number[] {
  const kinds = ['exact', 'below', 'above'] as const
  return kinds.flatMap((kind) =>
    extremesOf(
      points,
      indices.filter((index) => (points[index]?.bound ?? 'exact') === kind),
      buckets,
    ),
  )
}

/** The lowest and the highest of `indices` in each of `buckets` even stretches of time. */
function extremesOf(
  points: readonly Reducible[],
  indices: readonly number[],
  buckets: number,
): number[] {
  const first = points[0]?.at ?? 0
  const span = (points.at(-1)?.at ?? 0) - first
  const lowest = new Int32Array(buckets).fill(-1)
  const highest = new Int32Array(buckets).fill(-1)
  const valueAt = (index = -1) => points[index]?.value
  for (const index of indices) {
    const point = points[index]
    if (point === undefined) continue
    const part = span > 0 ? Math.floor(((point.at - first) / span) * buckets) : 0
    const bucket = Math.min(buckets - 1, part)
    if (point.value < (valueAt(lowest[bucket]) ?? Infinity)) lowest[bucket] = index
    if (point.value > (valueAt(highest[bucket]) ?? -Infinity)) highest[bucket] = index
  }
  return [...lowest, ...highest].filter((index) => index >= 0)
}

function gapEnds(points: readonly Reducible[]): number[] {
  const longest = ((points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0)) * GAP_SHARE
  const after = indicesWhere(
    points,
    ({ at }, index) => at - (points[index - 1]?.at ?? at) > longest,
  )
  return after.flatMap((index) => [index - 1, index])
}

function edgePoints(points: readonly Reducible[], edges: readonly number[]): number[] {
  const wanted = new Set(edges)
  return wanted.size === 0 ? [] : indicesWhere(points, ({ at }) => wanted.delete(at))
}

/** Largest-Triangle-Three-Buckets over the points at `indices`: of each bucket the one that bends the line most. */
function shapeOf(
  points: readonly Reducible[],
  indices: readonly number[],
  most: number,
): readonly number[] {
  if (indices.length <= most) return indices
  const size = (indices.length - 2) / (most - 2)
  const startOf = (bucket: number) => Math.floor(bucket * size) + 1
  const pointAt = (place: number) => points[indices[place] ?? 0] ?? { at: 0, value: 0 }
  const places = [0]
  for (let bucket = 0; bucket < most - 2; bucket += 1) {
    const before = pointAt(places.at(-1) ?? 0)
    const next = meanOf(pointAt, startOf(bucket + 1), Math.min(startOf(bucket + 2), indices.length))
    let best = startOf(bucket)
    let largest = -1
    for (let place = best; place < startOf(bucket + 1); place += 1) {
      const { at, value } = pointAt(place)
      const area = Math.abs(
        (before.at - next.at) * (value - before.value) -
          (before.at - at) * (next.value - before.value),
      )
      if (area > largest) [largest, best] = [area, place]
    }
    places.push(best)
  }
  return [...places, indices.length - 1].map((place) => indices[place] ?? 0)
}

function meanOf(
  pointAt: (place: number) => { readonly at: number; readonly value: number },
  from: number,
  until: number,
) {
  let at = 0
  let value = 0
  const count = Math.max(1, until - from)
  for (let place = from; place < Math.max(until, from + 1); place += 1) {
    // Divided first: values may be so large that their sum is none.
    const point = pointAt(place)
    at += point.at / count
    value += point.value / count
  }
  return { at, value }
}
