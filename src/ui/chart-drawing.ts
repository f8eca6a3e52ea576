import {
  placePoints,
  toChartRows,
  type ChartBand,
  type ChartLine,
  type ChartRow,
} from './chart-rows.ts'
import { reducePoints } from './reduce-points.ts'
import { valueTicks } from './value-ticks.ts'

/** A stretch of time, epoch milliseconds, both ends in it. */
export type TimeSpan = { readonly from: number; readonly to: number }

/** About how many moments a chart draws: each costs time, and more than its pixels nobody sees. */
const MOST_ROWS = 500
/** A range that changes more often than this can't be told apart any more. */
const MOST_AREAS = 200

/** What a chart draws of its lines. */
export type Drawing = {
  readonly rows: readonly ChartRow[]
  /** Ends and steps of the value axis; fits the values and bands in sight. */
  readonly ticks: readonly number[]
  /** Per line, its bands in sight; empty when they are too many to shade. */
  readonly areas: readonly (readonly ChartBand[])[]
  readonly hasTooManyAreas: boolean
  readonly drawn: number
  readonly total: number
  /** Whether marked points or bounds are among those left out. */
  readonly isThinned: boolean
}

/** Chooses what is drawn of `lines` within `span`, the time that the chart shows; all their points lie in it. */
export function toDrawing(lines: readonly ChartLine[], span: TimeSpan): Drawing {
  const inSight = areasOf(lines, span)
  const areas = inSight.map(shadeable)
  const reduced = lines.map(({ points }, index) => {
    const { points: kept, isThinned } = reducePoints(
      points,
      Math.floor(MOST_ROWS / lines.length),
      (areas[index] ?? []).flatMap(({ from, until }) => [from, until].filter(isGiven)),
    )
    return { points: placePoints(points, kept), isThinned }
  })
  return {
    rows: toChartRows(reduced.map(({ points }) => points)),
    // The highest and the lowest are among those that are kept.
    ticks: ticksOf(
      lines.map(({ bands }, index) => ({ bands, points: reduced[index]?.points ?? [] })),
      span,
    ),
    areas,
    hasTooManyAreas: inSight.some((all) => all.length > MOST_AREAS),
    drawn: reduced.reduce((sum, { points }) => sum + points.length, 0),
    total: lines.reduce((sum, { points }) => sum + points.length, 0),
    isThinned: reduced.some(({ isThinned }) => isThinned),
  }
}

/** What of a line its value axis must hold. */
type Held = Pick<ChartLine, 'bands'> & { readonly points: readonly { readonly value: number }[] }

/** The ends and steps of the value axis of `lines`: it fits their values, and their bands within `span`. */
export function ticksOf(lines: readonly Held[], span: TimeSpan): readonly number[] {
  const limits = areasOf(lines, span)
    .flatMap(shadeable)
    .flatMap(({ low, high }) => [low, high])
  return valueTicks([
    ...lines.flatMap(({ points }) => points.map(({ value }) => value)),
    ...limits.filter(isGiven),
  ])
}

const areasOf = (lines: readonly Pick<ChartLine, 'bands'>[], span: TimeSpan) =>
  lines.map(({ bands }) => (bands?.areas ?? []).flatMap((area) => cut(area, span)))

const shadeable = (areas: readonly ChartBand[]) => (areas.length > MOST_AREAS ? [] : areas)

const isGiven = (value: number | undefined) => value !== undefined

/** A band as far as it lies in the time shown; none where it lies outside. */
function cut(area: ChartBand, { from, to }: TimeSpan): ChartBand[] {
  if (area.from === undefined || area.until === undefined) return [area]
  const cutTo = { ...area, from: Math.max(area.from, from), until: Math.min(area.until, to) }
  return cutTo.from < cutTo.until ? [cutTo] : []
}
