import { test, type Page } from '@playwright/test'
import { expectLoaded } from '../e2e/record-page.ts'
import { createTenant } from '../e2e/tenant.ts'
import { median } from './percentile.ts'

const counts = [500, 5_000, 20_000]
const passes = 5

/** What one opening of a trend cost, in milliseconds. */
type Cost = {
  /** From the click until the chart has been painted. */
  readonly chart: number
  /** The same, until the table below stands there too and nothing more is changed. */
  readonly all: number
  /** The longest task on the way. */
  readonly longest: number
}

/**
 * Opens the trend of the first row whose name is given, from the table of all results when nothing moves there any more,
 * and goes back. All of it in the page: a question by role and name from outside would style every row out of sight.
 */
async function open(page: Page, name: string): Promise<Cost> {
  return page.evaluate(async (wanted) => {
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    let last = performance.now()
    let onChange = () => {}
    const seen = new MutationObserver(() => {
      last = performance.now()
      onChange()
    })
    seen.observe(document.body, { subtree: true, childList: true })
    const quiet = async () => {
      while (performance.now() - last < 400) await pause(50)
    }
    /** When what is looked for has been painted; asks at each change alone, as frames asked for would be drawn too. */
    const painted = (selector: string) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(selector) === null) return
          onChange = () => {}
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
        }
        onChange = look
        look()
      })
    location.hash = `${location.hash.split('/').slice(0, 3).join('/')}/results`
    last = performance.now()
    await quiet()
    const links = [...document.querySelectorAll<HTMLElement>('main tbody th a')]
    const link = links.find(({ textContent }) => textContent === wanted)
    if (link === undefined) throw new Error(`no row is named ${wanted}`)
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    )
    observer.observe({ type: 'longtask' })
    const began = performance.now()
    link.click()
    const chart = (await painted('figure svg .chart-line')) - began
    await painted('main table tbody tr')
    await quiet()
    seen.disconnect()
    observer.disconnect()
    return { chart, all: Math.max(chart, last - began), longest: Math.max(0, ...tasks) }
  }, name)
}

test('what opening a trend costs, by the number of its points', async ({ page }) => {
  const rows: string[] = []
  for (const count of counts) {
    const tenant = await createTenant('strict-ig')
    await page.goto(await tenant.launch(`gen-trend-${count}`))
    await expectLoaded(page)
    // The first opening loads the code; it is another test's.
    await open(page, 'Heart rate')
    const costs: Cost[] = []
    for (let pass = 0; pass < passes; pass += 1) costs.push(await open(page, 'Hemoglobin'))
    const of = (key: keyof Cost) => Math.round(median(costs.map((cost) => cost[key])))
    rows.push(`| ${count} | ${of('chart')} | ${of('all')} | ${of('longest')} |`)
  }
  const head = ['| points | chart ms | all ms | longest task ms |', '| --- | --- | --- | --- |']
  process.stdout.write(`${[...head, ...rows].join('\n')}\n`)
})
