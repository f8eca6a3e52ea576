import { test, type Page } from '@playwright/test'
import { expectLoaded, recordPage, showResults } from '../e2e/record-page.ts'
import { createTenant } from '../e2e/tenant.ts'

const counts = [500, 5_000, 20_000]
const passes = 5

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** What one opening of a trend cost, in milliseconds. */
type Cost = {
  /** From the click to the frame after the chart stands in the page. */
  readonly chart: number
  /** The same, to the frame after the table below stands there too and nothing more is changed. */
  readonly all: number
  /** The longest task on the way. */
  readonly longest: number
}

/** Opens the trend of the first row whose name is given, and goes back. */
async function open(page: Page, name: string): Promise<Cost> {
  await showResults(page)
  const link = recordPage(page).table.getByRole('link', { name, exact: true }).first()
  await link.waitFor()
  const cost = await link.evaluate(async (element) => {
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    )
    observer.observe({ type: 'longtask' })
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const began = performance.now()
    ;(element as HTMLElement).click()
    let chart = 0
    let all = 0
    let last = performance.now()
    const seen = new MutationObserver(() => (last = performance.now()))
    seen.observe(document.body, { subtree: true, childList: true, attributes: true })
    while (performance.now() - last < 400 || all === 0) {
      await frame()
      const now = performance.now()
      if (chart === 0 && document.querySelector('figure svg path') !== null) chart = now - began
      if (
        document.querySelector('figure svg path') &&
        document.querySelector('main table tbody tr')
      )
        all = last - began
      if (now - began > 20_000) break
    }
    seen.disconnect()
    await new Promise((resolve) => setTimeout(resolve, 50))
    observer.disconnect()
    return { chart, all, longest: Math.max(0, ...tasks) }
  })
  return cost
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
