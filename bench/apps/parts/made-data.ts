import { generateRecord } from '../../../sandbox/generated-record.ts'
import type { Observation } from '../../../src/observations/observation.ts'
import { readObservation } from '../../../src/observations/read-observation.ts'
import type { ChartPoint } from '../../../src/ui/chart-rows.ts'

/** Results as the app reads them, the same at every call. */
export function makeResults(count: number): readonly Observation[] {
  return generateRecord('parts', count)
    .observations.map((json) => readObservation(json))
    .flatMap((reading) => (reading.kind === 'read' ? [reading.observation] : []))
}

const firstMs = Date.UTC(2015, 0, 1)
const hourMs = 3_600_000

/**
 * Points of one line, the same at every call: waves with some unrest. One in a hundred is flagged: so few are all kept
 * when points are left out, whatever their number.
 */
export function makePoints(count: number): readonly (ChartPoint & { readonly bound: 'exact' })[] {
  return Array.from({ length: count }, (_, index) => {
    const unrest = ((index * 7_919) % 101) / 101 - 0.5
    const value = Math.round((14 + 2 * Math.sin(index / 37) + unrest) * 10) / 10
    const isFlagged = index % 100 === 57
    const at = firstMs + index * hourMs
    return {
      at,
      value,
      bound: 'exact',
      isFlagged,
      dateText: new Date(at).toISOString(),
      valueText: `${value} g/dL`,
      flagText: isFlagged ? 'High' : '',
      remarks: [],
    }
  })
}
