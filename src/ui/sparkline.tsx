import { colourOf, strokeOf } from './chart-strokes.ts'
import './sparkline.css'

type SparkPoint = {
  /** Epoch milliseconds. */
  readonly at: number
  readonly value: number
  /** Where the value is only known to lie below or above, the line does not go through it. */
  readonly bound: 'exact' | 'below' | 'above'
}

type SparkLine = { readonly key: string; readonly points: readonly SparkPoint[] }

const WIDTH = 200
const HEIGHT = 36
const EDGE = 4

/**
 * One or more lines over time, small and without words: what they say has to stand beside them, so a screen reader passes
 * over it. Points ascend in time; all lines share one scale. Nothing is drawn of fewer than two points.
 */
export function Sparkline({ lines }: { readonly lines: readonly SparkLine[] }) {
  const all = lines.flatMap(({ points }) => points)
  if (lines.every(({ points }) => points.length < 2)) return null
  const toX = scaleOf(
    all.map(({ at }) => at),
    [EDGE, WIDTH - EDGE],
  )
  const toY = scaleOf(
    all.map(({ value }) => value),
    [HEIGHT - EDGE, EDGE],
  )
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMinYMid"
      aria-hidden="true"
    >
      {lines.map(({ key, points }, index) => {
        const placed = points.map((point) => ({
          ...point,
          x: toX(point.at),
          y: toY(point.value),
        }))
        const last = placed.at(-1)
        const colour = colourOf(index)
        return (
          <g key={key} stroke={colour} fill="none">
            <path d={pathOf(placed)} strokeDasharray={strokeOf(index).strokeDasharray} />
            {placed
              .filter(({ bound }) => bound !== 'exact')
              .map(({ x, y, bound }, at) => (
                <path key={at} className="sparkline-bound" d={triangleAt(x, y, bound)} />
              ))}
            {last?.bound === 'exact' && <circle cx={last.x} cy={last.y} r="2.5" fill={colour} />}
          </g>
        )
      })}
    </svg>
  )
}

type Placed = SparkPoint & { readonly x: number; readonly y: number }

/** Through exact points alone; it begins anew after a bound, and a point between two of them is a dot. */
function pathOf(points: readonly Placed[]): string {
  return points
    .map(({ x, y, bound }, at) => {
      if (bound !== 'exact') return ''
      const isJoined = points[at - 1]?.bound === 'exact'
      return isJoined ? `L${write(x)} ${write(y)}` : `M${write(x)} ${write(y)}h0`
    })
    .join('')
}

/** Points down where the value lies below, up where it lies above. */
function triangleAt(x: number, y: number, bound: SparkPoint['bound']): string {
  const tip = bound === 'below' ? 3 : -3
  return `M${write(x - 3)} ${write(y - tip)}h6l-3 ${2 * tip}z`
}

const write = (length: number) => String(Math.round(length * 10) / 10)

/** From numbers to places between `from` and `to`; in the middle where there is only one number. */
function scaleOf(
  numbers: readonly number[],
  [from, to]: readonly [number, number],
): (number: number) => number {
  const least = numbers.reduce((one, other) => Math.min(one, other), Infinity)
  const most = numbers.reduce((one, other) => Math.max(one, other), -Infinity)
  // Halves, as the whole may be more than a number holds.
  const span = most / 2 - least / 2
  return (number) =>
    span > 0 ? from + ((number / 2 - least / 2) / span) * (to - from) : (from + to) / 2
}
