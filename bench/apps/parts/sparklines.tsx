import { Sparkline } from '../../../src/ui/sparkline.tsx'
import { makePoints } from './made-data.ts'
import { mountMeasured, type Mounted } from './mount-react.tsx'

/** How many points each has, and its size in pixels, the one that the style sheet gives ours. */
const points = makePoints(100)
const size = { width: 224, height: 36 }

/** So many small lines as on the app's overview. */
export function ourSparklines(count: number) {
  return Array.from({ length: count }, (_, index) => (
    <div key={index} style={{ inlineSize: size.width }}>
      <Sparkline lines={[{ key: 'line', points }]} />
    </div>
  ))
}

/** As much of uPlot as is used here. */
type PlotClass = new (
  options: object,
  data: readonly (readonly number[])[],
  host: HTMLElement,
) => { readonly destroy: () => void }

// It is a package of the peers alone: a pattern that fits no file is an empty list, where they aren't installed.
const scripts = import.meta.glob<{ readonly default: PlotClass }>(
  '../../peers/node_modules/uplot/dist/uPlot.esm.js',
  { exhaustive: true },
)
import.meta.glob('../../peers/node_modules/uplot/dist/uPlot.min.css', {
  exhaustive: true,
  eager: true,
})

/** The same lines by uPlot, without all that a small line doesn't need; undefined where it isn't installed. */
export async function mountPlots(count: number): Promise<Mounted | undefined> {
  const [load] = Object.values(scripts)
  if (load === undefined) return undefined
  const { default: Plot } = await load()
  const data = [points.map(({ at }) => at / 1000), points.map(({ value }) => value)]
  const options = {
    ...size,
    legend: { show: false },
    cursor: { show: false },
    axes: [{ show: false }, { show: false }],
    series: [{}, { stroke: '#0b5c6b', width: 1.75, points: { show: false } }],
  }
  return mountMeasured(async (host) => {
    const plots = Array.from({ length: count }, () => new Plot(options, data, host))
    // It draws in a microtask of its own.
    await Promise.resolve()
    return () => {
      for (const plot of plots) plot.destroy()
    }
  })
}
