import { isBound, type ChartPoint } from './chart-rows.ts'

/** What of a point decides whether it is drawn. */
export type Reducible = Pick<ChartPoint, 'at' | 'value' | 'bound' | 'isFlagged'>

/** Of the points that stand out, at most this many times the points asked for are all kept. */
const MOST_MARKED = 2
/** A step longer than this share of the whole is a gap: what stands at its two ends is kept. */
const GAP_SHARE = 1 / 100
/** Stretches of time for the shape of the line, in each of which its highest and lowest are kept; a power of two. */
const PARTS = 8

/**
 * Picks the points of a line to draw, in their order, about `most` of them: all when there are no more. Takes points in
 * ascending time; `edges` are moments, ascending, at which a point must stay, such as where a range changes.
 *
 * Kept are the shape of the line (Largest-Triangle-Three-Buckets, Steinarsson 2013, among the extremes of short stretches
 * of time, MinMaxLTTB, Van Der Donckt 2023), the highest and lowest of every stretch of time, the first and the newest,
 * both ends of gaps, and all that is marked or a bound. Only when those are more than twice `most` are they thinned, to
 * the highest and lowest of their kind in each stretch: `isThinned` says so.
 */
export function reducePoints<Point extends Reducible>(
  points: readonly Point[],
  most: number,
  edges: readonly number[] = [],
): { readonly points: readonly Point[]; readonly isThinned: boolean } {
  if (points.length <= most) return { points, isThinned: false }
  const quarter = Math.max(1, Math.floor(most / 4))
  const { outstanding, needed, extremes } = survey(points, edges, quarter * PARTS)
  const isThinned = outstanding.length > MOST_MARKED * most
  const kept = new Set([
    0,
    points.length - 1,
    ...needed,
    ...shapeOf(points, extremes, Math.max(3, Math.floor(most / 2))),
    ...extremesOf(points, extremes, quarter),
    ...(isThinned ? thin(points, outstanding, quarter) : outstanding),
  ])
  const places = [...kept].toSorted((a, b) => a - b)
  return {
    points: places.map((place) => points[place]).filter((one) => one !== undefined),
    isThinned,
  }
}

/**
 * Looks at each point once, as there may be tens of thousands: gives the places of those that stand out, of those at
 * gaps and edges, and, in their order, of the lowest and highest of so many stretches of time among all but bounds.
 */
function survey(points: readonly Reducible[], edges: readonly number[], count: number) {
  const longest = ((points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0)) * GAP_SHARE
  const wanted = new Set(edges)
  const extremes = createExtremes(points, count)
  const outstanding: number[] = []
  const needed: number[] = []
  let before = Infinity
  for (let index = 0; index < points.length; index += 1) {
    const point = points[index]
    if (point === undefined) continue
    const { at } = point
    if (at - before > longest) needed.push(index - 1, index)
    before = at
    if (wanted.size > 0 && wanted.delete(at)) needed.push(index)
    const isLimit = isBound(point)
    if (isLimit || point.isFlagged === true) outstanding.push(index)
    if (!isLimit) extremes.add(index, point)
  }
  return { outstanding, needed, extremes: extremes.places() }
}

/** Finds the lowest and the highest of the points that it is given, in each of `count` even stretches of the time of `all`. */
function createExtremes(all: readonly Reducible[], count: number) {
  const first = all[0]?.at ?? 0
  const span = (all.at(-1)?.at ?? 0) - first
  const lowest = new Float64Array(count)
  const highest = new Float64Array(count)
  const [low, high] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)]
  return {
    add(index: number, { at, value }: Reducible): void {
      const part = span > 0 ? Math.floor(((at - first) / span) * count) : 0
      const stretch = Math.min(count - 1, part)
      const isFirst = (low[stretch] ?? -1) < 0
      if (isFirst || value < (lowest[stretch] ?? 0))
        [lowest[stretch], low[stretch]] = [value, index]
      if (isFirst || value > (highest[stretch] ?? 0))
        [highest[stretch], high[stretch]] = [value, index]
    },
    /** Their places: in order, where the points were given in order. */
    places: (): number[] =>
      [...low].flatMap((place, stretch) => {
        const other = high[stretch] ?? place
        if (place < 0) return []
        return place === other ? [place] : [Math.min(place, other), Math.max(place, other)]
      }),
  }
}

/** Those of each kind by themselves: the lowest "<5" says nothing of the lowest flagged number. */
function thin(points: readonly Reducible[], indices: readonly number[], count: number): number[] {
  const kinds = ['exact', 'below', 'above'] as const
  return kinds.flatMap((kind) =>
    extremesOf(
      points,
      indices.filter((index) => (points[index]?.bound ?? 'exact') === kind),
      count,
    ),
  )
}

/** The lowest and the highest of `indices` in each of `count` even stretches of time. */
function extremesOf(
  points: readonly Reducible[],
  indices: readonly number[],
  count: number,
): number[] {
  const extremes = createExtremes(points, count)
  for (const index of indices) {
    const point = points[index]
    if (point !== undefined) extremes.add(index, point)
  }
  return extremes.places()
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
