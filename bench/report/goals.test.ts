import { describe, expect, it } from 'vitest'
import type { SubjectName } from '../measure/subjects.ts'
import { isReached } from './goal.ts'
import { toGoals } from './goals.ts'
import type { PageResult, Results } from './results.ts'
import { summarize } from './statistics.ts'

const page = (first: number, all: number): PageResult => {
  const of = (value: number) => summarize([value, value, value])
  return {
    first: of(first),
    all: of(all),
    longest: of(0),
    blocked: of(0),
    longAfterFirst: of(0),
    heap: of(10),
    elements: of(9),
  }
}

const results = (tenThousand: Readonly<Partial<Record<SubjectName, PageResult>>>): Results => ({
  measuredOn: '2026-01-01',
  machine: { processors: 2, browser: '1', node: '20', idle: 1 },
  launches: {},
  pages: { tenThousand },
})

const find = (all: Results, id: string, bound: 'at most' | 'at least') =>
  toGoals(all).find((goal) => goal.id === id && goal.bound === bound)

describe('toGoals', () => {
  it('holds the app to the floor, and to the fastest of the others', () => {
    const measured = results({
      floor: page(100, 1_000),
      chartside: page(140, 500),
      tutorial: page(900, 1_500),
      medplum: page(420, 9_000),
    })
    expect(find(measured, 'G4', 'at most')).toMatchObject({ figure: 1.4, limit: 1.45 })
    expect(find(measured, 'G4', 'at least')).toMatchObject({ figure: 3, limit: 2.7 })
    expect(find(measured, 'G6', 'at most')).toMatchObject({ figure: 0.5 })
    expect(find(measured, 'G6', 'at least')).toMatchObject({ figure: 3 })
  })

  it('says whether a goal is reached, in either direction', () => {
    const slow = results({ floor: page(100, 1_000), chartside: page(150, 500) })
    const [first, all] = [find(slow, 'G4', 'at most'), find(slow, 'G6', 'at most')]
    expect([first && isReached(first), all && isReached(all)]).toEqual([false, true])
    expect(find(slow, 'G4', 'at least')).toBeUndefined()
  })

  it('has no goal for what was not measured', () => {
    expect(toGoals(results({}))).toEqual([])
  })
})
