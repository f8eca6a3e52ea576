import { test } from '@playwright/test'
import { generateRecord } from '../sandbox/generated-record.ts'
import { groupings, groupResults } from '../src/observations/group-results.ts'
import { narrow } from '../src/observations/narrow-results.ts'
import type { Observation } from '../src/observations/observation.ts'
import { compareNewestFirst } from '../src/observations/order.ts'
import { readObservation } from '../src/observations/read-observation.ts'
import { createTextSearch } from '../src/observations/search-results.ts'
import { sortKeys, sortResults } from '../src/observations/sort-results.ts'
import { median } from './percentile.ts'

const count = 50_000
const passes = 25

function readRecord(): readonly Observation[] {
  return generateRecord('bench', count)
    .observations.map((json) => readObservation(json))
    .flatMap((reading) => (reading.kind === 'read' ? [reading.observation] : []))
    .sort(compareNewestFirst)
}

type Work = (observations: readonly Observation[]) => unknown

/** Milliseconds of one piece of work: the first time, and the median and the least of the times after. */
function measure(work: Work, observations: readonly Observation[]) {
  const times = Array.from({ length: passes }, () => {
    const began = performance.now()
    work(observations)
    return performance.now() - began
  })
  return { first: times[0] ?? 0, again: median(times.slice(1)), least: Math.min(...times) }
}

/** What nothing can be cheaper than: one walk through the record that reads a name. */
const floorWork: Work = (observations) =>
  observations.reduce((sum, { name }) => sum + name.length, 0)

test('what searching, narrowing, sorting and grouping cost', () => {
  const search = createTextSearch()
  const works: readonly (readonly [string, Work])[] = [
    ['one walk (the floor)', floorWork],
    ['search, new', (all) => createTextSearch()(all, 'h')],
    ...['h', 'hemo', 'hemoglobin', 'sugar', '8867', 'no such test'].map(
      (text) => [`search "${text}"`, (all: readonly Observation[]) => search(all, text)] as const,
    ),
    ...sortKeys.map(
      (key) =>
        [
          `sort by ${key}`,
          (all: readonly Observation[]) => sortResults(all, key, 'ascending'),
        ] as const,
    ),
    ['narrow by category', (all) => narrow(all, { category: 'laboratory' })],
    ['narrow by flag', (all) => narrow(all, { flag: 'abnormal' })],
    ['narrow by status', (all) => narrow(all, { status: 'amended' })],
    ['narrow by days', (all) => narrow(all, { from: '2020-01-01', to: '2024-12-31' })],
    ...groupings.map(
      (by) => [`group by ${by}`, (all: readonly Observation[]) => groupResults(all, by)] as const,
    ),
  ]
  const record = readRecord()
  const floor = measure(floorWork, record).least
  const lines = works.map(([name, work]) => {
    const { first, again, least } = measure(work, record)
    const times = (least / floor).toFixed(1)
    return `| ${name} | ${first.toFixed(1)} ms | ${again.toFixed(1)} ms | ${least.toFixed(1)} ms | ${times} |`
  })
  const head = [
    '',
    `| ${count.toLocaleString('en')} results | first | median | least | least × floor |`,
  ]
  process.stdout.write([...head, '| --- | --- | --- | --- | --- |', ...lines, ''].join('\n'))
})
