import { memo, useMemo } from 'react'
import { colourOf } from './chart-strokes.ts'
import type { Limits, TimeScale, ValueScale } from './wave-scale.ts'
import { multiplesOf, timeTicks } from './wave-scale.ts'
import type { Missing, Stretch, WaveSample, WaveTrack } from './wave-samples.ts'
import { marksOf, reduceSamples } from './wave-samples.ts'

/** Room at the left and right edge, above each track, and for the labels of the time axis, in pixels. */
export const EDGE = 12
const TRACK_TOP = 36
export const TIME_AXIS = 40
/** Marks closer together than this would lie upon one another. */
const MARK_ROOM = 10
/** More stretches than this are drawn together. */
const MOST_PATHS = 200
/** Lines of the grid closer together than this, in pixels, would be a grey area. */
const GRID_ROOM = 5

/** Whether there is room for the squares of ECG paper. */
export function hasSquares({ values, pixelsPerMs }: WaveGeometry): boolean {
  return values.paper !== undefined && values.paper.squareMs * pixelsPerMs >= GRID_ROOM
}

/** How all tracks of a waveform are drawn; the same object between renders. */
export type WaveGeometry = {
  readonly values: ValueScale
  readonly time: TimeScale
  readonly limits: Limits
  readonly periodMs: number
  readonly pixelsPerMs: number
}

/** The part that is drawn as one: samples from `from` up to, not including, `until`, on so many pixels. */
export type WaveTile = { readonly from: number; readonly until: number; readonly width: number }

const round = (pixels: number) => Math.round(pixels * 10) / 10

/** The height of the upper edge of a track in the drawing. */
export const topOf = (index: number, { height }: ValueScale) =>
  index * (height + TRACK_TOP) + TRACK_TOP

const xOf = (atMs: number, { pixelsPerMs }: WaveGeometry) => round(EDGE + atMs * pixelsPerMs)

const yOf = (value: number, top: number, { low, high, height }: ValueScale) =>
  round(top + ((high - value) / (high - low)) * height)

/** A lone value is a dot: a line without length has round ends. */
function pathOf(stretch: Stretch, top: number, geometry: WaveGeometry): string {
  const points = stretch.map(
    ({ atMs, value }) => `${xOf(atMs, geometry)},${yOf(value, top, geometry.values)}`,
  )
  return `M${points.join('L')}${points.length === 1 ? 'h0' : ''}`
}

/** A path for each stretch; of very many, one for all lines and one for all dots, as each costs an element. */
function linesOf(stretches: readonly Stretch[], top: number, geometry: WaveGeometry) {
  const paths = stretches.map((stretch) => ({
    key: `${stretch[0]?.atMs ?? 0}`,
    isDot: stretch.length === 1,
    path: pathOf(stretch, top, geometry),
  }))
  if (paths.length <= MOST_PATHS) return paths
  return [true, false].map((dots) => ({
    key: dots ? 'dots' : 'lines',
    isDot: dots,
    path: paths.flatMap(({ isDot, path }) => (isDot === dots ? [path] : [])).join(''),
  }))
}

/** Off the scale, so that no mark seems to be a value: errors and the unreadable as crosses below, limits as triangles. */
function markPath({ kind, atMs }: Missing, top: number, geometry: WaveGeometry): string {
  const x = xOf(atMs, geometry)
  const bottom = top + geometry.values.height
  if (kind === 'above') return `M${x - 4},${top}h8l-4,-7Z`
  if (kind === 'below') return `M${x - 4},${bottom}h8l-4,7Z`
  return `M${x - 3},${bottom + 4}l6,6m-6,0l6,-6`
}

/** The waves, gaps and grid of one part of a track; drawn again only when the geometry changes. */
export const TrackTile = memo(function TrackTile({
  samples,
  index,
  tile: { from, until, width },
  geometry,
}: {
  readonly samples: WaveTrack['samples']
  readonly index: number
  readonly tile: WaveTile
  readonly geometry: WaveGeometry
}) {
  const { values, time, limits, periodMs, pixelsPerMs } = geometry
  const top = topOf(index, values)
  const [left, right] = [from, until - 1].map((at) => xOf(at * periodMs, geometry))
  const drawn = useMemo(
    () => ({
      lines: linesOf(reduceSamples(samples, Math.ceil(width), from, until), top, geometry),
      marks: marksOf(samples, Math.ceil(width / MARK_ROOM), from, until)
        .map((mark) => markPath(mark, top, geometry))
        .join(''),
    }),
    [samples, from, until, width, top, geometry],
  )
  const step = [values.paper?.squareMs ?? time.stepMs, 1000, time.stepMs].find(
    (one) => one * pixelsPerMs >= GRID_ROOM,
  )
  const columns =
    step === undefined ? [] : multiplesOf(step, from * periodMs, (until - 1) * periodMs)
  const lines = [
    ...columns.map((at) => `M${xOf(at, geometry)},${top}v${round(values.height)}`),
    ...values.ticks.map(({ at }) => `M${left ?? 0},${yOf(at, top, values)}H${right ?? 0}`),
  ]
  const shown = [limits.lower, limits.upper].filter(
    (limit) => limit !== undefined && limit >= values.low && limit <= values.high,
  )
  return (
    <g>
      <path className={values.paper ? 'wave-paper' : 'wave-grid'} d={lines.join('')} />
      {shown.map((limit, at) => (
        <path
          key={at}
          className="wave-limit"
          d={`M${left ?? 0},${yOf(limit ?? 0, top, values)}H${right ?? 0}`}
        />
      ))}
      {drawn.lines.map(({ key, isDot, path }) => (
        <path
          key={key}
          className={isDot ? 'wave-line wave-dot' : 'wave-line'}
          d={path}
          stroke={colourOf(index)}
        />
      ))}
      {drawn.marks !== '' && <path className="wave-mark" d={drawn.marks} />}
    </g>
  )
})

/** The labels of the time axis for one part, beneath all tracks. */
export const TimeAxis = memo(function TimeAxis({
  tile: { from, until },
  top,
  geometry,
}: {
  readonly tile: WaveTile
  readonly top: number
  readonly geometry: WaveGeometry
}) {
  const { time, periodMs } = geometry
  const ticks = timeTicks(time, from * periodMs, (until - 1) * periodMs)
  return ticks.map(({ at, label }) => (
    <text key={at} className="wave-label" x={xOf(at, geometry)} y={top + 30} textAnchor="middle">
      {label}
    </text>
  ))
})

/** The labels of the values of all tracks, which stay in sight while the waves are scrolled. */
export const ValueAxis = memo(function ValueAxis({
  count,
  values,
  height,
}: {
  readonly count: number
  readonly values: ValueScale
  readonly height: number
}) {
  const width = 14 + 8 * Math.max(...values.ticks.map(({ label }) => label.length))
  // Labels of many squares would touch one another.
  const every = Math.ceil(18 / (values.height / Math.max(1, values.ticks.length - 1)))
  const labelled = values.ticks.filter((_, at) => at % every === 0)
  return (
    <svg className="wave-values" width={width} height={height} aria-hidden="true">
      {Array.from({ length: count }, (_, index) =>
        labelled.map(({ at, label }) => (
          <text
            key={`${index} ${at}`}
            className="wave-label"
            x={width - 6}
            y={yOf(at, topOf(index, values), values)}
            textAnchor="end"
            dominantBaseline="central"
          >
            {label}
          </text>
        )),
      )}
    </svg>
  )
})

/** Where the reader is: a line through all tracks, and a ring about each value. */
export function WaveCursor({
  at,
  samples,
  bottom,
  geometry,
}: {
  readonly at: number
  readonly samples: readonly (WaveSample | undefined)[]
  readonly bottom: number
  readonly geometry: WaveGeometry
}) {
  const x = xOf(at * geometry.periodMs, geometry)
  return (
    <g className="wave-cursor">
      <path d={`M${x},${TRACK_TOP}V${bottom}`} />
      {samples.map((sample, index) =>
        sample?.kind === 'value' ? (
          <circle
            key={index}
            cx={x}
            cy={yOf(sample.value, topOf(index, geometry.values), geometry.values)}
            r={4.5}
          />
        ) : null,
      )}
    </g>
  )
}
