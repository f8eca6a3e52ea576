import { t } from '../../language/t.ts'
import { dayText } from '../../observations/day.ts'
import type { Series } from '../../observations/series.ts'
import type { TimeSpan } from '../../ui/chart-drawing.ts'
import { formatDay } from '../../ui/format-moment.ts'
import { dayBounds, monthsBefore } from './days.ts'
import { presets, type Preset, type TrendQuery } from './trend-query.ts'

const DAY = 86_400_000

/** From the first to the newest point of all the series; undefined when there are none. */
export function extentOf(all: readonly Series[]): TimeSpan | undefined {
  const ends = all
    .flatMap(({ lines }) => lines)
    .flatMap(({ points }) => [points[0], points.at(-1)])
    .flatMap((point) => (point === undefined ? [] : [point.at]))
  return ends.length === 0 ? undefined : { from: Math.min(...ends), to: Math.max(...ends) }
}

/**
 * The time that is shown: counted back from the newest point, or by days, no further than there are points; a stretch
 * wholly outside of them stays as it was asked for.
 */
export function spanOf({ range, from, to }: TrendQuery, extent: TimeSpan): TimeSpan {
  const months = presets.find(({ key }) => key === range)?.months
  if (months !== undefined)
    return { from: Math.max(extent.from, monthsBefore(extent.to, months)), to: extent.to }
  const asked = {
    from: (from === undefined ? undefined : dayBounds(from)?.from) ?? extent.from,
    to: (to === undefined ? undefined : dayBounds(to)?.to) ?? extent.to,
  }
  if (asked.from > asked.to || asked.from > extent.to || asked.to < extent.from) return asked
  return { from: Math.max(asked.from, extent.from), to: Math.min(asked.to, extent.to) }
}

/** The stretches worth offering: shorter than all of it, or chosen already. */
export function presetsFor(extent: TimeSpan, chosen: TrendQuery['range']): readonly Preset[] {
  return presets.filter(
    ({ key, months }) => key === chosen || monthsBefore(extent.to, months) > extent.from,
  )
}

/** The days of a stretch, as a query has them. */
export const toDays = ({ from, to }: TimeSpan): Pick<TrendQuery, 'range' | 'from' | 'to'> => ({
  range: undefined,
  from: dayText(Math.min(from, to)),
  to: dayText(Math.max(from, to)),
})

/** How the time shown can be moved, by one step each. */
export const moves = ['in', 'out', 'earlier', 'later'] as const
export type Move = (typeof moves)[number]

/**
 * The query after one step: half or twice as much time, or half of it earlier or later; undefined where that leads
 * nowhere. What shows the newest point keeps showing it when it is zoomed.
 */
export function moved(
  move: Move,
  span: TimeSpan,
  extent: TimeSpan,
): Pick<TrendQuery, 'range' | 'from' | 'to'> | undefined {
  const length = span.to - span.from
  const half = Math.max(length / 2, DAY)
  switch (move) {
    case 'in': {
      if (length <= DAY) return undefined
      return span.to >= extent.to
        ? toDays({ from: span.to - length / 2, to: span.to })
        : toDays({ from: span.from + length / 4, to: span.to - length / 4 })
    }
    case 'out': {
      if (span.from <= extent.from && span.to >= extent.to) return undefined
      const isAtEnd = span.to >= extent.to
      const from = span.from - (isAtEnd ? 2 * half : half)
      const to = isAtEnd ? span.to : span.to + half
      return from <= extent.from && to >= extent.to
        ? { range: undefined, from: undefined, to: undefined }
        : toDays({ from, to })
    }
    case 'earlier': {
      if (span.from <= extent.from) return undefined
      const from = Math.max(extent.from, Math.min(span.from - half, extent.to - length))
      return toDays({ from, to: from + length })
    }
    case 'later': {
      if (span.to >= extent.to) return undefined
      const to = Math.min(extent.to, Math.max(span.to + half, extent.from + length))
      return toDays({ from: to - length, to })
    }
  }
}

/** The series with its points within a span only; all else stays, what is not drawn too. */
export function within(series: Series, { from, to }: TimeSpan): Series {
  return {
    ...series,
    lines: series.lines.map((line) => ({
      ...line,
      points: line.points.filter(({ at }) => at >= from && at <= to),
    })),
  }
}

/** How many points a series has. */
export const countPoints = ({ lines }: Series) =>
  lines.reduce((sum, { points }) => sum + points.length, 0)

/** A stretch of time in words: "Jan 3, 2024 to Jan 3, 2025", or the one day. */
export function formatSpan({ from, to }: TimeSpan): string {
  const [first, last] = [formatDay(from), formatDay(to)]
  return first === last ? first : t('{start} to {end}', { start: first, end: last })
}
