import { useId, useMemo, useState } from 'react'
import {
  CartesianGrid,
  Line,
  LineChart as Chart,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { ChartLegend } from './chart-legend.tsx'
import { toChartRows } from './chart-rows.ts'
import type { ChartLine, ChartRow } from './chart-rows.ts'
import { colourOf, strokeOf } from './chart-strokes.ts'
import { formatTick } from './format-tick.ts'
import { timeTicks } from './time-ticks.ts'
import { valueTicks } from './value-ticks.ts'
import './line-chart.css'

/** Above this many points dots would run into one another (and cost most of the drawing time). */
const MOST_DOTS = 200
/** Room beside a lone point, or points all at one moment: three days to either side. */
const LONE_MARGIN = 3 * 86_400_000
/** Room for the label of one moment, and what the value axis and the edges take of the width, in pixels. */
const TICK_ROOM = 64
const AXIS_ROOM = 96
const AXIS = { stroke: 'var(--control)', tick: { fill: 'var(--quiet)', fontSize: 13 } }

/** How many moments to mark beneath a chart of this width; of too few there might be none in the span. */
function tickCountFor(width: number): number {
  return Math.max(4, Math.min(6, Math.floor((width - AXIS_ROOM) / TICK_ROOM)))
}

/** The words of the moment under the pointer or chosen by arrow key; also spoken. */
function Tip({
  active = false,
  payload = [],
  names,
}: {
  readonly active?: boolean
  readonly payload?: readonly { readonly payload?: unknown }[]
  readonly names: readonly string[]
}) {
  const row = active ? (payload[0]?.payload as ChartRow | undefined) : undefined
  const points = row?.points.map((point, index) => ({ point, name: names[index] })) ?? []
  const given = points.filter(({ point }) => point !== undefined)
  return (
    <div className={given.length > 0 ? 'chart-tip' : undefined} role="status">
      {given.length > 0 && <p className="quiet">{given[0]?.point?.whenText}</p>}
      {given.map(({ point, name }, index) => (
        <p key={index}>
          {names.length > 1 && `${name ?? ''}: `}
          <strong>{point?.valueText}</strong>
          {point?.remarkText !== undefined && (
            <>
              {'; '}
              <bdi>{point.remarkText}</bdi>
            </>
          )}
        </p>
      ))}
    </div>
  )
}

type DotProps = { readonly cx?: number; readonly cy?: number; readonly payload?: unknown }

/** A result that lies somewhere below or above: an open triangle that points there. */
function boundDot(index: number) {
  return function BoundDot({ cx, cy, payload }: DotProps) {
    const bound = (payload as ChartRow | undefined)?.points[index]?.bound
    if (cx === undefined || cy === undefined || bound === undefined) return <g />
    const tip = bound === 'below' ? 6 : -6
    return (
      <path
        className="chart-bound"
        d={`M${cx - 5},${cy - tip / 2}h10L${cx},${cy + tip}Z`}
        fill="var(--surface)"
        stroke={colourOf(index)}
        strokeWidth={2}
      />
    )
  }
}

/** The stretches of a line that have something to draw: between two bounds there may be nothing. */
function stretchesOf(rows: readonly ChartRow[], line: number): number[] {
  const drawn = rows.filter(({ values }) => values[line] !== undefined)
  return [...new Set(drawn.map(({ stretches }) => stretches[line] ?? 0))]
}

/**
 * Draws lines of one unit over time, ticks in the viewer's zone. It is a figure named by `title` and unit; the caller gives the
 * same values in a table beside it. Arrow keys move through the points when it has the focus. `initialDimension` is
 * the size, in pixels, before the page is laid out.
 */
export function LineChart({
  title,
  unit,
  lines,
  initialDimension = { width: 640, height: 320 },
}: {
  readonly title: string
  readonly unit: string | undefined
  readonly lines: readonly ChartLine[]
  readonly initialDimension?: { readonly width: number; readonly height: number }
}) {
  const captionId = useId()
  const [tickCount, setTickCount] = useState(() => tickCountFor(initialDimension.width))
  const rows = useMemo(() => toChartRows(lines), [lines])
  const names = useMemo(() => lines.map(({ name }) => name), [lines])
  const first = rows[0]?.at ?? 0
  const last = rows.at(-1)?.at ?? 0
  const margin = first === last ? LONE_MARGIN : 0
  const ticks = useMemo(
    () => timeTicks(first - margin, last + margin, tickCount),
    [first, last, margin, tickCount],
  )
  const values = useMemo(
    () =>
      valueTicks(
        lines
          .flatMap(({ bands, points }) => [
            ...(bands?.areas ?? []).flatMap(({ low, high }) => [low, high]),
            ...points.map(({ value }) => value),
          ])
          .filter((value) => value !== undefined),
      ),
    [lines],
  )
  const labels = new Map(ticks.map(({ at, label }) => [at, label]))

  return (
    <figure className="chart" aria-labelledby={captionId}>
      <figcaption id={captionId}>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        {unit !== undefined && (
          <>
            {' in '}
            <bdi>{unit}</bdi>
          </>
        )}
      </figcaption>
      <ChartLegend lines={lines} />
      <ResponsiveContainer
        width="100%"
        height={320}
        initialDimension={initialDimension}
        onResize={(width) => setTickCount(tickCountFor(width))}
      >
        <Chart
          data={rows}
          margin={{ top: 12, right: 24, bottom: 4, left: 4 }}
          accessibilityLayer
          aria-label={`${title}. Left and right arrow keys move through the points.`}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="at"
            type="number"
            domain={[first - margin, last + margin]}
            ticks={ticks.map(({ at }) => at)}
            tickFormatter={(at: number) => labels.get(at) ?? ''}
            interval="preserveStart"
            minTickGap={16}
            tickMargin={8}
            padding={{ left: 12, right: 12 }}
            {...AXIS}
          />
          <YAxis
            domain={[values[0] ?? 0, values.at(-1) ?? 1]}
            ticks={[...values]}
            interval={0}
            width="auto"
            tickFormatter={formatTick}
            {...AXIS}
          />
          {lines.map(({ key, bands }, index) =>
            bands?.areas.map(({ low, high, from, until }) => (
              <ReferenceArea
                key={`${key} ${from ?? 'all'}`}
                className="chart-band"
                x1={from}
                x2={until}
                // Left undefined, an end goes to the wrong edge: "at most 5" would be shaded above 5.
                y1={low ?? values[0]}
                y2={high ?? values.at(-1)}
                ifOverflow="hidden"
                fill={colourOf(index)}
                fillOpacity={1}
              />
            )),
          )}
          <Tooltip
            isAnimationActive={false}
            content={<Tip names={names} />}
            cursor={{ stroke: 'var(--control)' }}
          />
          {lines.flatMap(({ key, name }, index) =>
            stretchesOf(rows, index).map((stretch) => (
              <Line
                key={`${key} ${stretch}`}
                name={name}
                dataKey={(row: ChartRow) =>
                  row.stretches[index] === stretch ? row.values[index] : undefined
                }
                type="linear"
                isAnimationActive={false}
                connectNulls
                dot={
                  rows.length <= MOST_DOTS && {
                    r: 3.5,
                    strokeDasharray: 'none',
                    fill: 'var(--surface)',
                  }
                }
                activeDot={{ r: 5, strokeDasharray: 'none' }}
                {...strokeOf(index)}
              />
            )),
          )}
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
        </Chart>
      </ResponsiveContainer>
    </figure>
  )
}
