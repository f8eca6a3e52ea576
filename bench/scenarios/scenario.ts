import type { Browser } from '@playwright/test'
import { interleave } from '../measure/interleave.ts'
import { openFresh, openIn, type Opening, type PageCost } from '../measure/run-page.ts'
import { plainSubjects, type Origins, type Subject, type SubjectName } from '../measure/subjects.ts'
import type { LoggedRequest } from '../server/request-log.ts'
import { longestChain } from '../server/request-log.ts'
import type { ServerProcess } from '../server/server-process.ts'

/** What all scenarios share: the browser, the server, and the app in a session of its own. */
export type Stage = {
  readonly browser: Browser
  readonly server: ServerProcess
  readonly own: Subject
  readonly passes: number
  /** Whether other apps are measured too; the floor always is. */
  readonly hasOthers: boolean
}

/** Opening pages of somebody who is signed in already. */
export type PageScenario = {
  readonly count: number
  readonly latency: number
  readonly subjects: readonly SubjectName[]
  /** The most results on a page; 1,000 unless said. */
  readonly cap?: number
  /** Whether the server says how many there are; it does unless said otherwise. */
  readonly total?: boolean
  readonly gzip?: boolean
  readonly passes?: number
} & Pick<Opening, 'slowdown' | 'megabits' | 'heap'>

/** What each subject cost, in the order of the passes. */
export type PageCosts = Readonly<Partial<Record<SubjectName, readonly PageCost[]>>>

/** Runs a scenario of pages. */
export async function runPages(stage: Stage, scenario: PageScenario): Promise<PageCosts> {
  const { count, latency, subjects, cap = 1_000, total = true, gzip = false } = scenario
  const { slowdown, megabits, heap, passes = stage.passes } = scenario
  await stage.server.set({ count, latency, cap, gzip, total })
  const machine = {
    ...(slowdown === undefined ? {} : { slowdown }),
    ...(megabits === undefined ? {} : { megabits }),
    ...(heap === undefined ? {} : { heap }),
  }
  return interleave(withoutOthers(stage, subjects), passes, (name) => {
    const { pageUrl: url, conditions, storage } = find(stage, name, cap)
    const kept = storage === undefined ? {} : { storage }
    return openFresh(stage.browser, { url, conditions, count, ...kept, ...machine })
  })
}

/** A launch from a chart in a fresh browser, and the same again. */
export type LaunchCost = {
  readonly cold: PageCost
  readonly warm: PageCost
  /** The longest chains of requests, each waiting for the one before, until the first results came. */
  readonly coldChain: readonly string[]
  readonly warmChain: readonly string[]
}

/** Runs launches with so many results and so much latency. */
export async function runLaunches(
  stage: Stage,
  subjects: readonly SubjectName[],
  count: number,
  latency: number,
): Promise<Readonly<Partial<Record<SubjectName, readonly LaunchCost[]>>>> {
  const { browser, server, passes } = stage
  await server.set({ count, latency, cap: 1_000, gzip: false, total: true })
  return interleave(withoutOthers(stage, subjects), passes, async (name) => {
    const { launch } = find(stage, name, 1_000)
    if (!launch) throw new Error(`${name} knows no launch.`)
    const context = await browser.newContext()
    try {
      await server.takeLog()
      const cold = await openIn(context, { ...launch, count })
      const coldChain = chainToFirst(await server.takeLog())
      const warm = await openIn(context, { ...launch, count })
      const warmChain = chainToFirst(await server.takeLog())
      return { cold, warm, coldChain, warmChain }
    } finally {
      await context.close()
    }
  })
}

/** The chain up to the first answer with results; what a page asks for later isn't waited for. */
function chainToFirst(log: readonly LoggedRequest[]): readonly string[] {
  const answers = log
    .filter(({ method, path }) => method === 'GET' && path.endsWith('/Observation'))
    .map(({ answeredAt }) => answeredAt ?? Infinity)
  const first = Math.min(...answers)
  return longestChain(log.filter(({ answeredAt = Infinity }) => answeredAt <= first))
}

const withoutOthers = ({ hasOthers }: Stage, subjects: readonly SubjectName[]) =>
  subjects.filter((name) => hasOthers || name === 'floor' || name === 'chartside')

function find({ own, server }: Stage, name: SubjectName, cap: number): Subject {
  const subject = [own, ...plainSubjects(server as Origins, cap)].find((one) => one.name === name)
  if (!subject) throw new Error(`Nobody is called ${name}.`)
  return subject
}
