import { memo } from 'react'
import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import type { ChartRow } from './chart-rows.ts'
import { colourOf, strokeOf } from './chart-strokes.ts'

/** Above this many points dots would run into one another. */
const MOST_DOTS = 200
/** More marks than this are drawn smaller, so that they stay apart. */
const MOST_LARGE = 100

/** What stands at a place of the drawing, in pixels. */
type Mark = { readonly x: number; readonly y: number; readonly row: ChartRow }

/** The way through the points of a line; it breaks where a bound lies between two, and passes over rows of other lines. */
function wayThrough(marks: readonly Mark[], line: number): string {
  let before: number | undefined
  return marks
    .map(({ x, y, row }) => {
      const stretch = row.stretches[line]
      const isNew = before === undefined || stretch !== before
      before = stretch
      // A point alone between two bounds is still a dot of the stroke's width.
      return isNew ? `M${x},${y}h0` : `L${x},${y}`
    })
    .join('')
}

/** An open triangle that points to where a result lies, below or above what is known of it. */
function triangle({ x, y, row }: Mark, line: number): string {
  const tip = row.points[line]?.bound === 'below' ? 6 : -6
  return `M${x - 5},${y - tip / 2}h10L${x},${y + tip}Z`
}

/** A diamond on a result that is flagged. */
function diamond({ x, y }: Mark, size: number): string {
  return `M${x},${y - size}l${size},${size}l${-size},${size}l${-size},${-size}Z`
}

/**
 * The lines, with their dots, bounds and flags. A few paths, however many points there are: as a `Line` of recharts each
 * point costs as much as all that is drawn here of it.
 */
export const ChartMarks = memo(function ChartMarks({
  rows,
  count,
}: {
  readonly rows: readonly ChartRow[]
  /** How many lines there are. */
  readonly count: number
}) {
  const toX = useXAxisScale()
  const toY = useYAxisScale()
  if (toX === undefined || toY === undefined) return null
  const isDense = rows.length > MOST_DOTS
  const place = (value: number | undefined, row: ChartRow): Mark[] => {
    if (value === undefined) return []
    const [x, y] = [toX(row.at), toY(value)]
    return x === undefined || y === undefined ? [] : [{ x, y, row }]
  }
  const lines = Array.from({ length: count }, (_, line) => {
    const marks = rows.flatMap((row) => place(row.values[line], row))
    return {
      line,
      marks,
      bounds: rows.flatMap((row) => place(row.bounds[line], row)),
      flagged: marks.filter(({ row }) => row.points[line]?.isFlagged === true),
      stroke: strokeOf(line, isDense),
    }
  })
  // First all lines, then all bounds and flags: what stands out must not lie under another line's dots.
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
      {lines.map(({ line, marks, stroke }) => (
        <g key={line}>
          <path
            className="chart-line"
            d={wayThrough(marks, line)}
            fill="none"
            strokeLinecap="round"
            {...stroke}
          />
          {!isDense &&
            marks.map(({ x, y }, index) => (
              <circle
                key={index}
                className="chart-dot"
                cx={x}
                cy={y}
                r={3.5}
                fill="var(--surface)"
                stroke={stroke.stroke}
                strokeWidth={stroke.strokeWidth}
              />
            ))}
        </g>
      ))}
      {lines.map(({ line, bounds, flagged, stroke }) => (
        <g key={line}>
          {bounds.length > 0 && (
            <path
              className="chart-bounds"
              d={bounds.map((mark) => triangle(mark, line)).join('')}
              fill="var(--surface)"
              stroke={stroke.stroke}
              strokeWidth={2}
            />
          )}
          {flagged.length > 0 && (
            <path
              className="chart-flagged"
              d={flagged.map((mark) => diamond(mark, flagged.length > MOST_LARGE ? 3 : 5)).join('')}
              fill={colourOf(line)}
              stroke="var(--surface)"
            />
          )}
        </g>
      ))}
    </ZIndexLayer>
  )
})
