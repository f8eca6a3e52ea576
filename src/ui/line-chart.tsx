import { memo, useId, useMemo, useState, type KeyboardEvent } from 'react'
import { t } from '../language/t.ts'
import { rowByKey, createCursor, type ChartCursor } from './chart-cursor.ts'
import { toDrawing, type Drawing, type TimeSpan } from './chart-drawing.ts'
import { ChartLegend } from './chart-legend.tsx'
import { ChartNotes } from './chart-notes.tsx'
import { ChartPlot } from './chart-plot.tsx'
import type { ChartLine } from './chart-rows.ts'
import { axisRoomOf } from './format-tick.ts'
import { Theirs } from './theirs.tsx'
import { tx } from './tx.tsx'
import { useWidth } from './use-width.ts'
import './line-chart.css'

const HEIGHT = 320

/** One chart: lines of one unit, and what they are called. */
export type ChartProps = {
  readonly title: string
  readonly unit: string | undefined
  readonly lines: readonly ChartLine[]
  /** The time to show, epoch milliseconds; from the first to the last point where it isn't given. All points lie in it. */
  readonly span?: TimeSpan | undefined
  /** A stretch was dragged over: show that. Without it the chart can't be dragged over. */
  readonly onSelect?: ((span: TimeSpan) => void) | undefined
}

function spanOf(lines: readonly ChartLine[]): TimeSpan {
  const ends = lines.flatMap(({ points }) => [points[0]?.at ?? [], points.at(-1)?.at ?? []]).flat()
  return { from: Math.min(...ends), to: Math.max(...ends) }
}

/**
 * Draws lines of one unit over time, ticks in the viewer's zone; of very many points those that make its shape, and it
 * says so. It is a figure named by `title` and unit; the caller gives the same values in a table beside it. Arrow keys
 * move through the points when it has the focus, and say them. Charts with the same `cursor` look at the same moment;
 * `axisRoom` is what the values' labels are given, in pixels, as many as they need where it isn't said. `initialWidth` is
 * the width, in pixels, where the page isn't laid out.
 */
export const LineChart = memo(function LineChart({
  title,
  unit,
  lines,
  span,
  onSelect,
  cursor: shared,
  axisRoom,
  initialWidth = 640,
}: ChartProps & {
  readonly cursor?: ChartCursor | undefined
  readonly axisRoom?: number | undefined
  readonly initialWidth?: number
}) {
  const id = useId()
  const [own] = useState(createCursor)
  const cursor = shared ?? own
  const [host, setHost] = useState<HTMLElement | null>(null)
  const width = useWidth(host, initialWidth)
  const shown = useMemo(() => span ?? spanOf(lines), [span, lines])
  const drawing = useMemo(() => toDrawing(lines, shown), [lines, shown])
  const name = (
    <strong>
      <Theirs>{title}</Theirs>
    </strong>
  )
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>
        {unit === undefined
          ? name
          : tx('{title} in {unit}', { title: name, unit: <Theirs>{unit}</Theirs> })}
      </figcaption>
      <ChartLegend lines={lines} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application is what takes keys (WAI-ARIA) */}
      <div
        ref={setHost}
        className="chart-drawing"
        style={{ blockSize: HEIGHT }}
        role="application"
        aria-label={t(
          '{title}. Left and right arrow keys move through the points, Home and End to the first and the last.',
          { title },
        )}
        // Time runs from left to right in every language.
        dir="ltr"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys need somewhere to go (WCAG 2.1.1)
        tabIndex={0}
        onKeyDown={(event) => moveByKey(event, cursor, id, drawing)}
        onBlur={() => {
          if (cursor.get()?.by === 'key') cursor.set(undefined)
        }}
      >
        {host !== null && width !== undefined && (
          <ChartPlot
            chart={id}
            lines={lines}
            drawing={drawing}
            span={shown}
            cursor={cursor}
            host={host}
            size={{ width, height: HEIGHT }}
            axisRoom={axisRoom ?? axisRoomOf(drawing.ticks)}
            onSelect={onSelect}
          />
        )}
      </div>
      <ChartNotes drawing={drawing} />
    </figure>
  )
})

function moveByKey(
  event: KeyboardEvent,
  cursor: ChartCursor,
  chart: string,
  { rows }: Drawing,
): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const place = cursor.get()
  if (event.key === 'Escape') return cursor.set(undefined)
  const from = place?.chart === chart ? place.index : -1
  const index = rowByKey(event.key, from, rows.length)
  const at = rows[index ?? -1]?.at
  if (index === undefined || at === undefined) return
  event.preventDefault()
  cursor.set({ at, chart, index, by: 'key' })
}
