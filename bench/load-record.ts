import { test, type Page } from '@playwright/test'
import { recordPage } from '../e2e/record-page.ts'
import { createTenant } from '../e2e/tenant.ts'
import { heapOf } from './measure/heap.ts'
import { median } from './percentile.ts'

/** What one load of a record cost. Times in milliseconds, heap in megabytes after collection. */
type Cost = {
  readonly first: number
  readonly all: number
  readonly heap: number
  /** The longest task, and how many lasted longer than 50 ms, from the token on. */
  readonly longest: number
  readonly long: number
}

const counts = [10_000, 50_000]
const passes = 3

/** Loads a record in the app, with a processor that many times slower. */
async function measureApp(
  page: Page,
  count: number,
  slowdown: number,
): Promise<Cost & { token: string; iss: string }> {
  const tenant = await createTenant('strict-ig')
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.addInitScript(() => {
    const tasks: { at: number; took: number }[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        tasks.push({ at: startTime, took: duration })
    }).observe({ type: 'longtask', buffered: true })
  })
  let token = ''
  page.on('request', (request) => {
    token ||= /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '')?.[1] ?? ''
  })
  const asked = page.waitForRequest(/Observation\?/)
  await page.goto(await tenant.launch(`gen-${count}`))
  await asked
  const began = Date.now()
  const { rows, status, tab } = recordPage(page)
  await tab('Results').click({ timeout: 60_000 })
  await rows.nth(1).waitFor({ timeout: 60_000 })
  const first = Date.now() - began
  await status
    .getByText(new RegExp(`${count.toLocaleString('en')} results loaded`))
    .first()
    .waitFor({ timeout: 300_000 })
  const all = Date.now() - began
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const tasks = await page.evaluate(
    () => (window as unknown as { tasks: { at: number; took: number }[] }).tasks,
  )
  const firstRowAt = await page.evaluate(
    () =>
      performance.getEntriesByType('resource').find(({ name }) => name.includes('Observation?'))
        ?.startTime ?? 0,
  )
  const lengths = tasks.filter(({ at }) => at >= firstRowAt).map(({ took }) => took)
  return {
    first,
    all,
    heap: await heapOf(session),
    longest: Math.max(0, ...lengths),
    long: lengths.length,
    token,
    iss: tenant.iss,
  }
}

/** Reads the same record one page after the other and keeps its JSON: what any page would do at least. */
async function measureFloor(
  page: Page,
  iss: string,
  token: string,
  count: number,
): Promise<{ all: number; heap: number }> {
  const session = await page.context().newCDPSession(page)
  const all = await page.evaluate(
    async ([base = '', bearer = '', id = '']) => {
      const began = performance.now()
      const raw: unknown[] = []
      for (const category of ['vital-signs', 'laboratory']) {
        let url: string | undefined =
          `${base}/Observation?patient=${id}&category=${category}&_count=1000`
        while (url !== undefined) {
          const response = await fetch(url, {
            headers: { accept: 'application/fhir+json', authorization: `Bearer ${bearer}` },
          })
          const bundle = (await response.json()) as {
            link?: { relation: string; url: string }[]
          }
          raw.push(bundle)
          url = bundle.link?.find(({ relation }) => relation === 'next')?.url
        }
      }
      Object.assign(window, { raw })
      return performance.now() - began
    },
    [iss, token, `gen-${count}`],
  )
  return { all, heap: await heapOf(session) }
}

test('what loading a record costs', async ({ browser }) => {
  const lines = [
    '',
    '| results | processor | first row | all rows | × floor | heap × floor | longest task | tasks over 50 ms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ]
  for (const count of counts)
    for (const slowdown of [1, 4]) {
      const costs: Cost[] = []
      const floors: { all: number; heap: number }[] = []
      for (let pass = 0; pass < passes; pass += 1) {
        const context = await browser.newContext()
        const page = await context.newPage()
        const cost = await measureApp(page, count, slowdown)
        costs.push(cost)
        const origin = new URL(page.url()).origin + new URL(page.url()).pathname
        const plain = await context.newPage()
        // A document without a policy of its own, at the same origin.
        await plain.goto(`${origin}config.json`)
        floors.push(await measureFloor(plain, cost.iss, cost.token, count))
        await context.close()
      }
      const of = (name: keyof Cost) => median(costs.map((cost) => cost[name]))
      const floor = {
        all: median(floors.map(({ all }) => all)),
        heap: median(floors.map(({ heap }) => heap)),
      }
      const ratio = (value: number, other: number) => (value / other).toFixed(2)
      lines.push(
        `| ${count.toLocaleString('en')} | ${slowdown === 1 ? 'as it is' : `${slowdown} × slower`} | ${of('first')} ms | ${of('all')} ms | ${slowdown === 1 ? ratio(of('all'), floor.all) : ''} | ${ratio(of('heap'), floor.heap)} | ${of('longest').toFixed(0)} ms | ${of('long')} |`,
      )
    }
  process.stdout.write(`${lines.join('\n')}\n`)
})
