import { expectLoaded, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** Up to here a page counts as calm (Cumulative Layout Shift, web.dev: "good"). */
const calm = 0.1

for (const view of ['Overview', 'Results', 'Flowsheet'])
  test(`nothing moves under the reader of the ${view} from the first results on, while ten thousand arrive`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await page.addInitScript(() => {
      const shifts: { value: number; nodes: string[] }[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
            value: number
            hadRecentInput: boolean
            sources: { node?: Element }[]
          }
          const nodes = sources.map(
            ({ node }) => node?.className || (node?.textContent ?? '').slice(0, 30),
          )
          if (!hadRecentInput) shifts.push({ value, nodes })
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const tenant = await createTenant('strict-ig')
    await page.goto(await tenant.launch('gen-10000'))
    await recordPage(page).tab(view).click()
    await page.getByRole('main').getByText('Heart rate').first().waitFor({ timeout: 30_000 })
    await page.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts.splice(0))
    await expectLoaded(page)
    const shifts = await page.evaluate(
      () => (window as unknown as { shifts: { value: number; nodes: string[] }[] }).shifts,
    )
    const sum = shifts.reduce((all, { value }) => all + value, 0)
    expect(sum, JSON.stringify(shifts)).toBeLessThan(calm)
  })
