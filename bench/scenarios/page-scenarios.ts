import type { PageScenario } from './scenario.ts'

/** All scenarios of pages that are opened with a token at hand. */
export const pageScenarios = {
  /** Ten thousand results on a server a little away, as most hospitals' are. */
  tenThousand: {
    count: 10_000,
    latency: 40,
    subjects: ['floor', 'chartside', 'tutorial', 'medplum'],
    heap: true,
  },
  /** The same, by a server that doesn't say how many there are: nothing can be read side by side but the categories. */
  undivided: { count: 10_000, latency: 40, total: false, subjects: ['floor', 'chartside'] },
  pagesOf200: { count: 10_000, latency: 40, cap: 200, subjects: ['floor', 'chartside'] },
  pagesOf100: { count: 10_000, latency: 40, cap: 100, subjects: ['floor', 'chartside'] },
  fiftyThousand: { count: 50_000, latency: 0, subjects: ['floor', 'chartside'], heap: true },
  hundredThousand: { count: 100_000, latency: 0, subjects: ['floor', 'chartside'], passes: 3 },
  /** A line of ten megabits, and a processor four times slower. */
  slowLine: {
    count: 2_000,
    latency: 40,
    gzip: true,
    slowdown: 4,
    megabits: 10,
    subjects: ['floor', 'chartside', 'tutorial', 'medplum'],
  },
  slowProcessor: { count: 10_000, latency: 40, slowdown: 4, subjects: ['floor', 'chartside'] },
} as const satisfies Readonly<Record<string, PageScenario>>

/** What a scenario is called. */
export type PageScenarioName = keyof typeof pageScenarios
