import { memo, useMemo } from 'react'
import { CartesianGrid, LineChart as Chart, ReferenceArea, XAxis, YAxis } from 'recharts'
import type { ChartCursor } from './chart-cursor.ts'
import type { Drawing, TimeSpan } from './chart-drawing.ts'
import { ChartMarks } from './chart-marks.tsx'
import { ChartOverlay } from './chart-overlay.tsx'
import type { ChartLine } from './chart-rows.ts'
import { colourOf } from './chart-strokes.ts'
import { formatTick } from './format-tick.ts'
import { timeTicks } from './time-ticks.ts'

/** Room beside a lone point, or points all at one moment: three days to either side. */
const LONE_MARGIN = 3 * 86_400_000
/** Room for the label of one moment, and what the value axis and the edges take of the width, in pixels. */
const TICK_ROOM = 64
const AXIS_ROOM = 96
const AXIS = { stroke: 'var(--control)', tick: { fill: 'var(--quiet)', fontSize: 13 } }
const MARGIN = { top: 12, right: 24, bottom: 4, left: 4 }
const PADDING = { left: 12, right: 12 }

/** How many moments to mark beneath a chart of this width; of too few there might be none in the span. */
function tickCountFor(width: number): number {
  return Math.max(4, Math.min(6, Math.floor((width - AXIS_ROOM) / TICK_ROOM)))
}

/**
 * The drawing itself: axes, grid and bands by recharts, on its scales the lines, and the pointer and keys of the overlay.
 */
export const ChartPlot = memo(function ChartPlot({
  chart,
  lines,
  drawing: { rows, ticks, areas },
  span: { from, to },
  cursor,
  host,
  size,
  axisRoom,
  onSelect,
}: {
  readonly chart: string
  readonly lines: readonly ChartLine[]
  readonly drawing: Drawing
  readonly span: TimeSpan
  readonly cursor: ChartCursor
  readonly host: HTMLElement
  readonly size: { readonly width: number; readonly height: number }
  readonly axisRoom: number
  readonly onSelect: ((span: TimeSpan) => void) | undefined
}) {
  const tickCount = tickCountFor(size.width)
  const margin = from === to ? LONE_MARGIN : 0
  const domain = useMemo(() => ({ from: from - margin, to: to + margin }), [from, to, margin])
  const moments = useMemo(() => timeTicks(domain.from, domain.to, tickCount), [domain, tickCount])
  const labels = new Map(moments.map(({ at, label }) => [at, label]))
  const names = useMemo(() => lines.map(({ name }) => name), [lines])
  return (
    <Chart {...size} margin={MARGIN} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        // Its scale is one of numbers only where it has a name, though no data is given to it.
        dataKey="at"
        type="number"
        domain={[domain.from, domain.to]}
        allowDataOverflow
        ticks={moments.map(({ at }) => at)}
        tickFormatter={(at: number) => labels.get(at) ?? ''}
        interval="preserveStart"
        minTickGap={16}
        tickMargin={8}
        padding={PADDING}
        {...AXIS}
      />
      <YAxis
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={[...ticks]}
        allowDataOverflow
        interval={0}
        width={axisRoom}
        tickFormatter={formatTick}
        {...AXIS}
      />
      {areas.flatMap((all, index) =>
        all.map((area) => (
          <ReferenceArea
            key={`${lines[index]?.key ?? ''} ${area.from ?? 'all'}`}
            className="chart-band"
            x1={area.from}
            x2={area.until}
            // Left undefined, an end goes to the wrong edge: "at most 5" would be shaded above 5.
            y1={area.low ?? ticks[0]}
            y2={area.high ?? ticks.at(-1)}
            ifOverflow="hidden"
            fill={colourOf(index)}
            fillOpacity={1}
          />
        )),
      )}
      <ChartMarks rows={rows} count={lines.length} />
      <ChartOverlay
        chart={chart}
        rows={rows}
        names={names}
        domain={domain}
        cursor={cursor}
        host={host}
        onSelect={onSelect}
      />
    </Chart>
  )
})
