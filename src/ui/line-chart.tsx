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
import { toChartRows } from './chart-rows.ts'
import type { ChartLine, ChartRow } from './chart-rows.ts'
import { formatTick } from './format-tick.ts'
import { timeTicks } from './time-ticks.ts'
import { valueTicks } from './value-ticks.ts'
import './line-chart.css'

/** Above this many points dots would run into one another (and cost most of the drawing time). */
const MOST_DOTS = 200
/** Room beside a lone point, or points all at one moment: three days to either side. */
const LONE_MARGIN = 3 * 86_400_000
/** Lines differ by dashes as well as by colour. */
const DASHES = ['none', '7 4', '2 4', '9 4 2 4']
const COLOURS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)']
/** Room for the label of one moment, and what the value axis and the edges take of the width, in pixels. */
const TICK_ROOM = 64
const AXIS_ROOM = 96
const AXIS = { stroke: 'var(--control)', tick: { fill: 'var(--quiet)', fontSize: 13 } }

const strokeOf = (index: number) => ({
  stroke: COLOURS[index % COLOURS.length],
  strokeDasharray: DASHES[index % DASHES.length],
  strokeWidth: 2.25,
})

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

/** Which line is which, and what the shaded band means; drawn with the same stroke as in the chart. */
function Legend({ lines }: { readonly lines: readonly ChartLine[] }) {
  return (
    <ul className="chart-legend">
      {lines.map(({ key, name, band }, index) => (
        <li key={key}>
          <svg width="34" height="12" aria-hidden="true">
            {band !== undefined && (
              <rect width="34" height="12" className="chart-band" fill={COLOURS[index % 4]} />
            )}
            <line x1="0" x2="34" y1="6" y2="6" {...strokeOf(index)} />
          </svg>
          <bdi>{name}</bdi>
          {band !== undefined && <span className="quiet">shaded: {band.text}</span>}
        </li>
      ))}
    </ul>
  )
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
          .flatMap(({ band, points }) => [
            band?.low,
            band?.high,
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
      <Legend lines={lines} />
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
          {lines.map(({ key, band }, index) =>
            band === undefined ? null : (
              <ReferenceArea
                key={key}
                className="chart-band"
                // Left undefined, an end goes to the wrong edge: "at most 5" would be shaded above 5.
                y1={band.low ?? values[0]}
                y2={band.high ?? values.at(-1)}
                ifOverflow="hidden"
                fill={COLOURS[index % COLOURS.length]}
                fillOpacity={1}
              />
            ),
          )}
          <Tooltip
            isAnimationActive={false}
            content={<Tip names={names} />}
            cursor={{ stroke: 'var(--control)' }}
          />
          {lines.map(({ key, name }, index) => (
            <Line
              key={key}
              name={name}
              dataKey={`values[${index}]`}
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
          ))}
        </Chart>
      </ResponsiveContainer>
    </figure>
  )
}
