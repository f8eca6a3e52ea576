import { memo, useMemo } from 'react'
import { CartesianGrid, Line, LineChart as Chart, ReferenceArea, XAxis, YAxis } from 'recharts'
import type { ChartCursor } from './chart-cursor.ts'
import type { Drawing, TimeSpan } from './chart-drawing.ts'
import { boundDot, FlagMarks, stretchCurve } from './chart-marks.tsx'
import { ChartOverlay } from './chart-overlay.tsx'
import type { ChartLine, ChartRow } from './chart-rows.ts'
import { colourOf, strokeOf } from './chart-strokes.ts'
import { formatTick } from './format-tick.ts'
import { timeTicks } from './time-ticks.ts'

/** Above this many points dots would run into one another (and cost most of the drawing time). */
const MOST_DOTS = 200
/** Room beside a lone point, or points all at one moment: three days to either side. */
const LONE_MARGIN = 3 * 86_400_000
/** Room for the label of one moment, and what the value axis and the edges take of the width, in pixels. */
const TICK_ROOM = 64
const AXIS_ROOM = 96
const AXIS = { stroke: 'var(--control)', tick: { fill: 'var(--quiet)', fontSize: 13 } }
const MARGIN = { top: 12, right: 24, bottom: 4, left: 4 }
const PADDING = { left: 12, right: 12 }
const DOT = { r: 3.5, strokeDasharray: 'none', fill: 'var(--surface)' }

/** How many moments to mark beneath a chart of this width; of too few there might be none in the span. */
function tickCountFor(width: number): number {
  return Math.max(4, Math.min(6, Math.floor((width - AXIS_ROOM) / TICK_ROOM)))
}

/** The drawing itself, by recharts, without its pointer and keys: the overlay has its own. */
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
  readonly axisRoom: number | undefined
  readonly onSelect: ((span: TimeSpan) => void) | undefined
}) {
  const tickCount = tickCountFor(size.width)
  const margin = from === to ? LONE_MARGIN : 0
  const domain = useMemo(() => ({ from: from - margin, to: to + margin }), [from, to, margin])
  const moments = useMemo(() => timeTicks(domain.from, domain.to, tickCount), [domain, tickCount])
  const labels = new Map(moments.map(({ at, label }) => [at, label]))
  const curves = useMemo(() => lines.map((_, index) => stretchCurve(index)), [lines])
  const names = useMemo(() => lines.map(({ name }) => name), [lines])
  return (
    <Chart {...size} data={rows} margin={MARGIN} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
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
        interval={0}
        width={axisRoom ?? 'auto'}
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
      {lines.map(({ key, name }, index) => (
        <Line
          key={key}
          name={name}
          dataKey={(row: ChartRow) => row.values[index]}
          shape={curves[index]}
          isAnimationActive={false}
          dot={rows.length <= MOST_DOTS && DOT}
          activeDot={false}
          {...strokeOf(index, rows.length > MOST_DOTS)}
        />
      ))}
      {lines.map(({ key, points }, index) =>
        points.some(({ bound }) => bound !== undefined) ? (
          <Line
            key={`${key} bounds`}
            dataKey={`bounds[${index}]`}
            stroke="none"
            isAnimationActive={false}
            dot={boundDot(index)}
            activeDot={false}
          />
        ) : null,
      )}
      {lines.map(({ key }, index) => (
        <FlagMarks key={`${key} flags`} rows={rows} line={index} />
      ))}
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
