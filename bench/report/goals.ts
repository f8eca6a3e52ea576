import type { SubjectName } from '../measure/subjects.ts'
import type { PageScenarioName } from '../scenarios/page-scenarios.ts'
import { ahead, count, ms, ratio, type Goal } from './goal.ts'
import { partGoals } from './part-goals.ts'
import type { PageResult, Results } from './results.ts'
import { ratioOf } from './statistics.ts'

const peers: readonly SubjectName[] = ['tutorial', 'medplum']

/** Holds a run to the goals G1 to G16; what was not measured has none. */
export function toGoals(results: Results): readonly Goal[] {
  return [
    ...launchGoals(results),
    ...pageGoals(results),
    ...sizeGoals(results),
    ...partGoals(results),
  ]
}

function launchGoals({ launches: { floor, chartside } }: Results): readonly Goal[] {
  if (!floor || !chartside) return []
  return [
    ratio('G1', 'launch to the first result, cold', ratioOf(chartside.cold, floor.cold), 1.15),
    ratio('G2', 'launch to the first result, warm', ratioOf(chartside.warm, floor.warm), 1.08),
    count('G3', 'requests that wait for one another, cold', chartside.coldChain.length, 7),
    count('G3', 'the same, warm', chartside.warmChain.length, 6),
  ]
}

/** A goal that a page's costs are held to. */
type PageGoal = {
  readonly id: string
  readonly what: string
  readonly scenario: PageScenarioName
  readonly measure: keyof PageResult
  /** The floor, the fastest of the other apps, or nobody: then it is the app's own number. */
  readonly against: 'floor' | 'others' | 'nobody'
  readonly limit: number
}

const pageGoal = (
  id: string,
  what: string,
  scenario: PageScenarioName,
  measure: keyof PageResult,
  against: PageGoal['against'],
  limit: number,
): PageGoal => ({ id, what, scenario, measure, against, limit })

const same = 'the same, before the fastest other app'
const quarter = 'a quarter of the processor'
const long = 'over 50 ms'

const pageGoalList: readonly PageGoal[] = [
  pageGoal('G4', 'first row of 10,000', 'tenThousand', 'first', 'floor', 1.45),
  pageGoal('G4', same, 'tenThousand', 'first', 'others', 2.7),
  pageGoal('G5', `first row, 10 Mbit/s and ${quarter}`, 'slowLine', 'first', 'floor', 1.5),
  pageGoal('G5', same, 'slowLine', 'first', 'others', 3),
  pageGoal('G6', 'all of 10,000, where nothing can be divided', 'undivided', 'all', 'floor', 1.1),
  pageGoal('G6', 'all of 10,000, side by side', 'tenThousand', 'all', 'floor', 0.65),
  pageGoal('G6', same, 'tenThousand', 'all', 'others', 4),
  pageGoal('G7', 'all of 10,000 on pages of 200', 'pagesOf200', 'all', 'floor', 0.65),
  pageGoal('G7', 'all of 10,000 on pages of 100', 'pagesOf100', 'all', 'floor', 0.65),
  pageGoal('G8', 'all of 50,000', 'fiftyThousand', 'all', 'floor', 1.1),
  pageGoal('G8', 'all of 100,000', 'hundredThousand', 'all', 'floor', 1.1),
  pageGoal('G8', `longest task ${long} at 50,000`, 'fiftyThousand', 'longest', 'nobody', 50),
  pageGoal('G9', `longest task ${long} at 10,000`, 'tenThousand', 'longest', 'nobody', 50),
  pageGoal(
    'G9',
    `tasks ${long} after the first row, ${quarter}`,
    'slowProcessor',
    'longAfterFirst',
    'nobody',
    0,
  ),
  pageGoal('G10', 'memory at 10,000', 'tenThousand', 'heap', 'floor', 0.3),
  pageGoal('G10', 'memory at 50,000', 'fiftyThousand', 'heap', 'floor', 0.15),
]

function pageGoals({ pages }: Results): readonly Goal[] {
  return pageGoalList.flatMap((goal) => {
    const { id, what, scenario, measure, against, limit } = goal
    const of = (subject: SubjectName) => pages[scenario]?.[subject]?.[measure]
    const own = of('chartside')
    if (!own) return []
    if (against === 'nobody')
      return [(measure === 'longest' ? ms : count)(id, what, own.median, limit)]
    const others = (against === 'floor' ? (['floor'] as const) : peers).flatMap(
      (subject) => of(subject) ?? [],
    )
    const [fastest] = others.toSorted((a, b) => a.median - b.median)
    if (!fastest) return []
    return against === 'floor'
      ? [ratio(id, what, ratioOf(own, fastest), limit)]
      : [ahead(id, what, ratioOf(fastest, own), limit)]
  })
}

function sizeGoals({ sizes }: Results): readonly Goal[] {
  if (!sizes) return []
  const { record, minimal, medplum, launch, react } = sizes
  return [
    ratio(
      'G11',
      'scripts of a record’s first view, to a minimal app of the same parts',
      record / minimal,
      1.15,
    ),
    ratio('G11', 'the same, to the smallest other app', record / medplum, 0.62),
    ratio('G12', 'scripts of the launch page, to React alone', launch / react, 0.3),
  ]
}
