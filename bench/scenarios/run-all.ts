import { cpus } from 'node:os'
import type { LaunchResult, PageResult, Results } from '../report/results.ts'
import { summarize } from '../report/statistics.ts'
import { leastIdle } from '../measure/idle-gate.ts'
import type { PageCost } from '../measure/run-page.ts'
import { runOperations, runParts } from './measure-parts-and-operations.ts'
import { measureScores } from './measure-scores.ts'
import { measureSizes, reportPackages } from './measure-sizes.ts'
import { pageScenarios, type PageScenarioName } from './page-scenarios.ts'
import { runLaunches, runPages, type LaunchCost, type Stage } from './scenario.ts'

/** What may be measured: a scenario of pages, or one of the others. */
export const allParts = [
  'sizes',
  'launches',
  ...(Object.keys(pageScenarios) as PageScenarioName[]),
  'parts',
  'operations',
  'scores',
] as const
export type Part = (typeof allParts)[number]

/** Measures the parts that are wanted; `tell` hears of each before it begins. */
export async function runAll(
  stage: Stage,
  wanted: readonly Part[],
  tell: (part: Part) => void,
): Promise<Results> {
  let results: Omit<Results, 'machine'> = {
    measuredOn: new Date().toISOString().slice(0, 10),
    launches: {},
    pages: {},
  }
  for (const part of wanted) {
    tell(part)
    results = { ...results, ...(await runPart(stage, part, results)) }
  }
  const machine = {
    processors: cpus().length,
    browser: stage.browser.version(),
    node: process.version,
    idle: leastIdle(),
  }
  return { ...results, machine }
}

async function runPart(
  stage: Stage,
  part: Part,
  { pages }: Pick<Results, 'pages'>,
): Promise<Partial<Results>> {
  if (part === 'sizes') return { sizes: await measureSizes(), packages: await reportPackages() }
  if (part === 'parts') return { parts: await runParts(stage) }
  if (part === 'operations') return { operations: await runOperations(stage) }
  if (part === 'scores') {
    await stage.server.set({ count: 0, latency: 0, cap: 1_000, gzip: true, total: true })
    return { scores: await measureScores(`${stage.server.appOrigin}/chartside/`) }
  }
  if (part === 'launches') {
    const costs = await runLaunches(stage, ['floor', 'chartside', 'tutorial'], 2_000, 40)
    return { launches: mapValues(costs, toLaunchResult) }
  }
  const costs = await runPages(stage, pageScenarios[part])
  return { pages: { ...pages, [part]: mapValues(costs, toPageResult) } }
}

function mapValues<Value, Mapped>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}

function toPageResult(costs: readonly PageCost[]): PageResult {
  const of = (measure: keyof PageCost) => summarize(costs.map((cost) => cost[measure]))
  return {
    first: of('first'),
    all: of('all'),
    longest: of('longest'),
    blocked: of('blocked'),
    longAfterFirst: of('longAfterFirst'),
    heap: of('heap'),
    elements: of('elements'),
  }
}

/** Of the chains, the shortest: on a busy machine, what isn't waited for may begin late too. */
function toLaunchResult(costs: readonly LaunchCost[]): LaunchResult {
  const shortest = (chains: readonly (readonly string[])[]) =>
    chains.reduce((best, chain) => (chain.length < best.length ? chain : best), chains[0] ?? [])
  return {
    cold: summarize(costs.map(({ cold }) => cold.first)),
    warm: summarize(costs.map(({ warm }) => warm.first)),
    coldChain: shortest(costs.map(({ coldChain }) => coldChain)),
    warmChain: shortest(costs.map(({ warmChain }) => warmChain)),
  }
}
