import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import type { ChartRow } from './chart-rows.ts'
import { colourOf } from './chart-strokes.ts'

type DotProps = {
  readonly cx?: number | undefined
  readonly cy?: number | undefined
  readonly payload?: unknown
}

/** A result that lies somewhere below or above: an open triangle that points there. */
export function boundDot(index: number) {
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

type CurvePoint = {
  readonly x: number | null
  readonly y: number | null
  readonly payload?: unknown
}

/** The way through the points of a line; it breaks where a bound lies between two, and passes over rows of other lines. */
function wayThrough(points: readonly CurvePoint[], line: number): string {
  let before: number | undefined
  return points
    .map(({ x, y, payload }) => {
      if (x === null || y === null) return ''
      const stretch = (payload as ChartRow | undefined)?.stretches[line]
      const isNew = before === undefined || stretch !== before
      before = stretch
      // A point alone between two bounds is still a dot of the stroke's width.
      return isNew ? `M${x},${y}h0` : `L${x},${y}`
    })
    .join('')
}

/** Draws a line in as many stretches as it has, as one path. */
export function stretchCurve(line: number) {
  return function StretchCurve({
    points = [],
    stroke,
    strokeDasharray,
    strokeWidth,
  }: {
    readonly points?: readonly CurvePoint[]
    readonly stroke?: string
    readonly strokeDasharray?: string | number
    readonly strokeWidth?: string | number
  }) {
    return (
      <path
        className="recharts-line-curve"
        d={wayThrough(points, line)}
        fill="none"
        stroke={stroke}
        strokeDasharray={strokeDasharray}
        strokeWidth={strokeWidth}
        strokeLinecap="round"
      />
    )
  }
}

/** More marks than this are drawn smaller, so that they stay apart. */
const MOST_LARGE = 100

/** Filled diamonds on the results of a line that are flagged; one path for all, as there may be hundreds. */
export function FlagMarks({
  rows,
  line,
}: {
  readonly rows: readonly ChartRow[]
  readonly line: number
}) {
  const toX = useXAxisScale()
  const toY = useYAxisScale()
  if (toX === undefined || toY === undefined) return null
  const marked = rows.filter(
    ({ points, values }) => points[line]?.isMarked === true && values[line] !== undefined,
  )
  const size = marked.length > MOST_LARGE ? 3 : 5
  const path = marked
    .map(({ at, values }) => {
      const top = (toY(values[line]) ?? 0) - size
      return `M${toX(at) ?? 0},${top}l${size},${size}l${-size},${size}l${-size},${-size}Z`
    })
    .join('')
  if (path === '') return null
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.scatter + 1}>
      <path className="chart-flagged" d={path} fill={colourOf(line)} stroke="var(--surface)" />
    </ZIndexLayer>
  )
}
