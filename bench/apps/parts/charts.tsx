import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import type { ChartPoint } from '../../../src/ui/chart-rows.ts'
import { ChartStack } from '../../../src/ui/chart-stack.tsx'
import '../../../src/views/trend/trend-view.css'
import { makePoints } from './made-data.ts'

const lines = new Map<number, readonly ChartPoint[]>()

function pointsOf(count: number): readonly ChartPoint[] {
  const points = lines.get(count) ?? makePoints(count)
  lines.set(count, points)
  return points
}

const nothing = () => undefined

/** A trend as the app draws it, of so many points before any is left out. */
export function ourTrend(count: number) {
  const points = pointsOf(count)
  const line = {
    key: 'line',
    name: 'Hemoglobin',
    points,
    bands: { text: "the laboratory's range, 12 to 16 g/dL", areas: [{ low: 12, high: 16 }] },
  }
  const span = { from: points[0]?.at ?? 0, to: points.at(-1)?.at ?? 0 }
  const chart = { key: 'chart', title: 'Hemoglobin', unit: 'g/dL', lines: [line] }
  return (
    <div className="trend-figures">
      <ChartStack charts={[chart]} span={span} onSelect={nothing} />
    </div>
  )
}

/** The same points as a tutorial would draw them: all, with dots. */
export function plainTrend(count: number) {
  return (
    <LineChart width={900} height={320} data={pointsOf(count)}>
      <CartesianGrid vertical={false} />
      <XAxis dataKey="at" type="number" domain={['dataMin', 'dataMax']} />
      <YAxis />
      <Tooltip />
      <Line dataKey="value" isAnimationActive={false} />
    </LineChart>
  )
}
