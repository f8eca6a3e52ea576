import '../../../src/ui/styles.ts'
import { ourTrend, plainTrend } from './charts.tsx'
import { mountReact, type Mounted } from './mount-react.tsx'
import type { PartName, PartsPage } from './parts-page.ts'
import { mountPlots, ourSparklines } from './sparklines.tsx'
import { ourTable, plainTable } from './tables.tsx'

function mountPart(part: PartName, count: number): Promise<Mounted | undefined> {
  switch (part) {
    case 'table':
      return mountReact(ourTable(count))
    case 'plain-table':
      return mountReact(plainTable(count))
    case 'trend':
      return mountReact(ourTrend(count))
    case 'plain-trend':
      return mountReact(plainTrend(count))
    case 'sparklines':
      return mountReact(ourSparklines(count))
    case 'uplot-sparklines':
      return mountPlots(count)
  }
}

let shown: Mounted | undefined

const parts: PartsPage = {
  mount: async (part, count) => {
    parts.clear()
    shown = await mountPart(part, count)
    return shown?.cost
  },
  clear: () => {
    shown?.unmount()
    shown = undefined
  },
}

Object.assign(window, { parts })
