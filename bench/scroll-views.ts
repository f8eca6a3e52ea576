import { test, type Page } from '@playwright/test'
import { expectLoaded, recordPage } from '../e2e/record-page.ts'
import { createTenant } from '../e2e/tenant.ts'
import { percentile } from './percentile.ts'

/** A step of the wheel, and how many of them, in pixels. */
const step = 180
const steps = 60

/** How long frames take while the wheel is turned over the element in the middle of the page, in milliseconds. */
async function scroll(page: Page, dx: number, dy: number): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const next = () => {
      const now = performance.now()
      frames.push(now - last)
      last = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    Object.assign(window, { frames })
  })
  for (let count = 0; count < steps; count += 1) {
    await page.mouse.wheel(dx, dy)
    await page.waitForTimeout(16)
  }
  return page.evaluate(() => (window as unknown as { frames: number[] }).frames.slice(2))
}

test('what a frame takes while the flowsheet and the results are scrolled', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  const rows: string[] = []
  for (const [patient, view] of [
    ['gen-flow-500x400', 'Flowsheet'],
    ['gen-50000', 'Results'],
  ] as const) {
    await page.goto(await tenant.launch(patient))
    await expectLoaded(page)
    await recordPage(page).tab(view).click()
    await page.getByRole(view === 'Flowsheet' ? 'grid' : 'table').waitFor()
    await page.waitForTimeout(1_500)
    await page.mouse.move(700, 650)
    for (const [name, dx, dy] of [
      ['idle', 0, 0],
      ['down', 0, step],
      ['across', step, 0],
      ['up', 0, -step],
    ] as const) {
      const frames = await scroll(page, dx, dy)
      const of = (share: number) => percentile(frames, share).toFixed(0)
      rows.push(`| ${view} | ${name} | ${of(0.5)} | ${of(0.95)} | ${of(0.99)} |`)
    }
  }
  const head = [
    '| view | direction | median ms | p95 ms | p99 ms |',
    '| --- | --- | --- | --- | --- |',
  ]
  process.stdout.write(`${[...head, ...rows].join('\n')}\n`)
})
