import { isReached } from '../bench/report/goal.ts'
import { toGoals } from '../bench/report/goals.ts'
import { toFigures } from '../bench/report/figures.ts'
import { unrest } from '../bench/report/statistics.ts'
import { keepRaw, readCommitted, writeReport } from '../bench/report/write-report.ts'
import { openStage } from '../bench/scenarios/open-stage.ts'
import { allParts, runAll, type Part } from '../bench/scenarios/run-all.ts'

const passes = 5
const print = (text: string) => process.stdout.write(`${text}\n`)
/** Above it, what else the machine did weighs as much as what is measured. */
const mostUnrest = 1.25

/**
 * `npm run bench`: measures the app beside the least that a page has to do, and beside other apps, in one run. It writes
 * `bench/results.json`, `docs/performance.md` and its plots. `npm run bench -- launches tenThousand` measures these alone,
 * and writes nothing; `passes=3` measures three times instead of five, `others=no` leaves the other apps out;
 * `renew=yes` puts what these gave in place of what they gave last.
 *
 * Gives 1, and changes nothing in the repository, where the machine was too busy for the figures to mean anything; what was
 * measured is in `bench/.built/results.json` in any case. A goal that isn't reached is no failure.
 */
export async function main(args: readonly string[]): Promise<number> {
  const asked = Number(args.find((arg) => arg.startsWith('passes='))?.slice(7) ?? passes)
  const names = args.filter((arg) => !arg.includes('='))
  const unknown = names.filter((name) => !allParts.some((part) => part === name))
  if (unknown.length > 0) {
    print(`There is no ${unknown.join(', ')}: ${allParts.join(', ')}.`)
    return 2
  }
  const before = await readCommitted()
  const hasOthers = !args.includes('others=no')
  const stage = await openStage(asked, hasOthers)
  const isWhole = names.length === 0 && hasOthers
  try {
    const results = await runAll(stage, names.length === 0 ? allParts : (names as Part[]), (part) =>
      print(`— ${part}`),
    )
    print(toFigures(results, before, []))
    await keepRaw(results)
    const goals = toGoals(results)
    const reached = goals.filter(isReached).length
    print(`${String(reached)} of ${String(goals.length)} goals reached`)
    const floors = [
      results.launches.floor?.cold,
      ...Object.values(results.pages).map(({ floor }) => floor?.all),
    ].filter((one) => one !== undefined)
    const worst = Math.max(1, ...floors.map(unrest))
    if (worst > mostUnrest) {
      print(`Too noisy: the floor’s median is ${worst.toFixed(2)} times its least.`)
      return 1
    }
    if (isWhole) await writeReport(results, before)
    else if (before && args.includes('renew=yes'))
      await writeReport(
        {
          ...before,
          ...results,
          launches: { ...before.launches, ...results.launches },
          pages: { ...before.pages, ...results.pages },
        },
        before,
      )
    return 0
  } finally {
    await stage.close()
  }
}
