import { readFileSync } from 'node:fs'
import { bench, describe } from 'vitest'
import { compareNewestFirst } from '../src/observations/order.ts'
import { readObservation } from '../src/observations/read-observation.ts'

const lines = readFileSync(
  new URL('../sandbox/patients/gen-dana-demo.ndjson', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line.includes('"Observation"'))
const text = `[${lines.join(',')}]`
const resources = JSON.parse(text) as unknown[]

// Read the ratios that vitest prints below: how much reading costs beside the parsing that nothing can avoid.
describe('2,682 Observations', () => {
  bench('parse the JSON', () => void JSON.parse(text))
  bench('read them', () => void resources.map(readObservation))
  bench('read and sort them', () => {
    resources
      .map(readObservation)
      .flatMap((reading) => (reading.kind === 'read' ? [reading.observation] : []))
      .sort(compareNewestFirst)
  })
})
