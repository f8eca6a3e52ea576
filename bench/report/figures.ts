import { formatFigure, isReached, type Goal } from './goal.ts'
import { toGoals } from './goals.ts'
import type { LaunchResult, PageResult, Results } from './results.ts'

/** The tables of `docs/performance.md`: goals beside those of the run that was committed last, and all medians. */
export function toFigures(
  results: Results,
  before: Results | undefined,
  plots: Iterable<string>,
): string {
  const { measuredOn, machine, scores } = results
  const images = [...plots].map((file) => `![${file}](images/${file})`)
  return [
    `Measured on ${measuredOn}: ${String(machine.processors)} processors, Chromium ${machine.browser}, Node ${machine.node}; at least ${(100 * machine.idle).toFixed(0)} % of the machine idle before each measurement.`,
    goalTable(toGoals(results), before ? toGoals(before) : []),
    ...(scores
      ? [
          `Lighthouse, home page: performance ${scores.performance.toFixed(0)}, best practices ${scores.bestPractices.toFixed(0)} of 100.`,
        ]
      : []),
    ...images,
    launchTable(results),
    pageTable(results),
    sizeTable(results),
    packageTable(results),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}

function goalTable(goals: readonly Goal[], before: readonly Goal[]): string {
  return table(
    ['', 'what', 'goal', 'measured', 'before', ''],
    goals.map((goal) => {
      const { id, what, figure, limit, bound, unit } = goal
      const earlier = before.find((one) => one.id === id && one.what === what)
      return [
        id,
        what,
        `${bound} ${formatFigure(limit, unit)}`,
        formatFigure(figure, unit),
        earlier ? formatFigure(earlier.figure, unit) : '–',
        isReached(goal) ? 'reached' : '**not reached**',
      ]
    }),
  )
}

const ms = (value: number) => value.toFixed(0)

function launchTable({ launches }: Results): string {
  return table(
    [
      'launch, 2,000 results, 40 ms',
      'cold ms',
      'least',
      'warm ms',
      'least',
      'waits cold',
      'waits warm',
    ],
    Object.entries(launches as Record<string, LaunchResult>).map(([name, launch]) => [
      name,
      ms(launch.cold.median),
      ms(launch.cold.least),
      ms(launch.warm.median),
      ms(launch.warm.least),
      String(launch.coldChain.length),
      String(launch.warmChain.length),
    ]),
  )
}

function pageTable({ pages }: Results): string {
  return table(
    [
      'scenario',
      'page',
      'first row ms',
      'least',
      'all ms',
      'least',
      'longest task ms',
      'heap MB',
      'elements',
    ],
    Object.entries(pages).flatMap(([scenario, subjects]) =>
      Object.entries(subjects as Record<string, PageResult>).map(([name, result]) => [
        scenario,
        name,
        ms(result.first.median),
        ms(result.first.least),
        ms(result.all.median),
        ms(result.all.least),
        ms(result.longest.median),
        result.heap.median === 0 ? '–' : result.heap.median.toFixed(1),
        ms(result.elements.median),
      ]),
    ),
  )
}

function sizeTable({ sizes }: Results): string {
  return table(
    ['scripts before anything shows', 'bytes, brotli'],
    Object.entries(sizes ?? {}).map(([name, bytes]) => [name, bytes.toLocaleString('en')]),
  )
}

/** What is less than this of all that is built is told together. */
const leastTold = 4_000

function packageTable({ packages }: Results): string {
  if (!packages) return ''
  const columns = Object.keys(packages) as (keyof typeof packages)[]
  const { whole } = packages
  const told = Object.keys(whole)
    .filter((name) => (whole[name] ?? 0) >= leastTold)
    .toSorted((a, b) => (whole[b] ?? 0) - (whole[a] ?? 0))
  const sumOf = (column: (typeof columns)[number], isWanted: (name: string) => boolean) =>
    Object.entries(packages[column])
      .filter(([name]) => isWanted(name))
      .reduce((sum, [, bytes]) => sum + bytes, 0)
  const cells = (name: string, isWanted: (name: string) => boolean) => [
    name,
    ...columns
      .map((column) => sumOf(column, isWanted))
      .map((bytes) => (bytes === 0 ? '–' : bytes.toLocaleString('en'))),
  ]
  return table(
    ['scripts by package, bytes shortened, not compressed', ...columns],
    [
      ...told.map((name) => cells(name, (one) => one === name)),
      cells('others', (one) => !told.includes(one)),
      cells('together', () => true),
    ],
  )
}
