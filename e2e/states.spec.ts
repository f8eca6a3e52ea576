import { expectAccessible, recordPage, type Scope } from './record-page.ts'
import { expire, recordStates } from './record-states.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** A trend of one of the vital signs, which no state of the laboratory takes away. */
const trend = 'results/loinc-8867-4'

const heading = (scope: Scope, name: string | RegExp) =>
  scope.getByRole('heading', { level: 1, name })

/** What each view says, so that a gap is never taken for all there is (ERR-07). */
const sayings: Readonly<Record<string, RegExp>> = {
  loading: /loading/i,
  empty: /no results found|nothing|no .* (?:found|recorded|loaded)/i,
  partial: /laboratory/i,
  refused: /laboratory/i,
  failed: /laboratory/i,
}

for (const { name, reach, hasFailedLoads } of recordStates)
  test(`ERR-07 every view of a record that is ${name} says so, and axe finds nothing`, async ({
    page,
    watch,
  }) => {
    test.setTimeout(120_000)
    if (hasFailedLoads) watch.allowFailedLoads(/Observation/)
    await reach(page)
    const main = page.getByRole('main')
    for (const view of ['Overview', 'Results', 'Flowsheet', 'Patient']) {
      await recordPage(page).tab(view).click()
      await expect(heading(page, view)).toBeVisible()
      if (view !== 'Patient') await expect(main).toContainText(sayings[name] ?? /$^/)
      await expectAccessible(page)
    }
    await page.goto(page.url().replace(/[^/]+$/, trend))
    await expect(heading(page, name === 'empty' ? 'Trend' : 'Heart rate')).toBeVisible()
    await expectAccessible(page)
  })

test('REF-09 every view of a record whose session has ended is covered', async ({ page }) => {
  await page.clock.install()
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('gen-40'))
  await expect(heading(page, 'Overview')).toBeVisible()
  const overview = page.url()
  await expire(page)
  await expectAccessible(page)
  for (const view of ['results', 'flowsheet', 'patient', trend]) {
    await page.goto(overview.replace(/[^/]+$/, view))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /session has ended|not open here/,
    )
    await expect(recordPage(page).banner).toHaveCount(0)
  }
})
