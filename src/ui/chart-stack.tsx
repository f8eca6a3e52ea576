import { useMemo, useState } from 'react'
import { createCursor } from './chart-cursor.ts'
import { ticksOf, type TimeSpan } from './chart-drawing.ts'
import { axisRoomOf } from './format-tick.ts'
import { LineChart, type ChartProps } from './line-chart.tsx'

/**
 * Charts above one another over the same time: the same moments stand above one another, and a moment looked at in one
 * is looked at in all. Each has a value axis of its own.
 */
export function ChartStack({
  charts,
  span,
  onSelect,
}: {
  readonly charts: readonly (Pick<ChartProps, 'title' | 'unit' | 'lines'> & {
    readonly key: string
  })[]
  readonly span: TimeSpan
  readonly onSelect: (span: TimeSpan) => void
}) {
  const [cursor] = useState(createCursor)
  const axisRoom = useMemo(
    () =>
      charts.length < 2
        ? undefined
        : axisRoomOf(charts.flatMap(({ lines }) => ticksOf(lines, span))),
    [charts, span],
  )
  const drawn = charts.map(({ key, title, unit, lines }) => (
    <div key={key} className="card trend-figure">
      <LineChart
        title={title}
        unit={unit}
        lines={lines}
        span={span}
        cursor={cursor}
        axisRoom={axisRoom}
        onSelect={onSelect}
      />
    </div>
  ))
  return <>{drawn}</>
}
