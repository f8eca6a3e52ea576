import type { SubjectName } from '../measure/subjects.ts'
import type { PageScenarioName } from '../scenarios/page-scenarios.ts'
import { ahead, count, ms, ratio, type Goal } from './goal.ts'
import { partGoals } from './part-goals.ts'
import type { PageResult, Results } from './results.ts'
import { ratioOf, type Summary } from './statistics.ts'

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

type Measure = keyof PageResult

function pageGoals(results: Results): readonly Goal[] {
  const of = (scenario: PageScenarioName, subject: SubjectName, measure: Measure) =>
    results.pages[scenario]?.[subject]?.[measure]
  const toFloor = (
    id: string,
    what: string,
    scenario: PageScenarioName,
    measure: Measure,
    limit: number,
  ): readonly Goal[] => {
    const own = of(scenario, 'chartside', measure)
    const floor = of(scenario, 'floor', measure)
    return own && floor ? [ratio(id, what, ratioOf(own, floor), limit)] : []
  }
  const toPeers = (
    id: string,
    what: string,
    scenario: PageScenarioName,
    measure: Measure,
    limit: number,
  ): readonly Goal[] => {
    const own = of(scenario, 'chartside', measure)
    const fastest = peers
      .flatMap((peer) => of(scenario, peer, measure) ?? [])
      .reduce<Summary | undefined>(
        (best, one) => (best && best.median <= one.median ? best : one),
        undefined,
      )
    return own && fastest ? [ahead(id, what, ratioOf(fastest, own), limit)] : []
  }
  const tasks = (
    id: string,
    what: string,
    scenario: PageScenarioName,
    measure: 'longest' | 'longAfterFirst',
    limit: number,
  ): readonly Goal[] => {
    const own = of(scenario, 'chartside', measure)
    if (!own) return []
    const toGoal = measure === 'longest' ? ms : count
    return [toGoal(id, what, own.median, limit)]
  }
  return [
    ...toFloor('G4', 'first row of 10,000', 'tenThousand', 'first', 1.45),
    ...toPeers('G4', 'the same, before the fastest other app', 'tenThousand', 'first', 2.7),
    ...toFloor(
      'G5',
      'first row, 10 Mbit/s and a quarter of the processor',
      'slowLine',
      'first',
      1.5,
    ),
    ...toPeers('G5', 'the same, before the fastest other app', 'slowLine', 'first', 3),
    ...toFloor('G6', 'all of 10,000, where nothing can be divided', 'undivided', 'all', 1.1),
    ...toFloor('G6', 'all of 10,000, side by side', 'tenThousand', 'all', 0.65),
    ...toPeers('G6', 'the same, before the fastest other app', 'tenThousand', 'all', 4),
    ...toFloor('G7', 'all of 10,000 on pages of 200', 'pagesOf200', 'all', 0.65),
    ...toFloor('G7', 'all of 10,000 on pages of 100', 'pagesOf100', 'all', 0.65),
    ...toFloor('G8', 'all of 50,000', 'fiftyThousand', 'all', 1.1),
    ...toFloor('G8', 'all of 100,000', 'hundredThousand', 'all', 1.1),
    ...tasks('G8', 'longest task over 50 ms at 50,000', 'fiftyThousand', 'longest', 50),
    ...tasks('G9', 'longest task over 50 ms at 10,000', 'tenThousand', 'longest', 50),
    ...tasks(
      'G9',
      'tasks over 50 ms after the first row, a quarter of the processor',
      'slowProcessor',
      'longAfterFirst',
      0,
    ),
    ...toFloor('G10', 'memory at 10,000', 'tenThousand', 'heap', 0.3),
    ...toFloor('G10', 'memory at 50,000', 'fiftyThousand', 'heap', 0.15),
  ]
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
