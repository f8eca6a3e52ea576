import { expect, test, type Page } from '@playwright/test'
import { expectLoaded, recordPage, showResults } from './record-page.ts'
import { expire, recordStates } from './record-states.ts'
import { createTenant } from './tenant.ts'

const wide = { width: 1120, height: 760 }
const take = (page: Page, name: string) => page.screenshot({ path: `docs/images/${name}.png` })

async function openDana(page: Page): Promise<void> {
  const tenant = await createTenant('strict-ig')
  await page.setViewportSize(wide)
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
}

test('takes the pictures of the views', async ({ page }) => {
  await openDana(page)
  await take(page, 'overview')
  await showResults(page)
  await page.getByLabel('Category').selectOption('laboratory')
  await expect(page.getByText(/2,320 of 2,681 results/).first()).toBeVisible()
  await take(page, 'results')
  await page
    .getByRole('button', { name: /^Details of/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: /^Details of/ })).toBeVisible()
  await take(page, 'detail')
  await page.goto(page.url().replace(/results.*$/, 'flowsheet?category=laboratory&density=compact'))
  await expect(page.getByRole('grid')).toBeVisible()
  await take(page, 'flowsheet')
  await page.goto(page.url().replace(/flowsheet.*$/, 'results/loinc-4548-4'))
  await expect(page.getByRole('figure').locator('svg').first()).toBeVisible()
  await take(page, 'trend')
  await page.goto(page.url().replace(/results.*$/, 'results?row=gen-02674'))
  const waveform = page.getByRole('figure').filter({ hasText: 'ECG lead II' }).first()
  await waveform.scrollIntoViewIfNeeded()
  await take(page, 'waveform')
})

for (const { name, reach } of recordStates)
  test(`takes the pictures of a record that is ${name}`, async ({ page }) => {
    await page.setViewportSize(wide)
    await reach(page)
    for (const view of ['Overview', 'Results', 'Flowsheet']) {
      await recordPage(page).tab(view).click()
      await expect(page.getByRole('heading', { level: 1, name: view })).toBeVisible()
      await page.waitForTimeout(1_000)
      await take(page, `states/${view.toLowerCase()}-${name}`)
    }
  })

test('takes the picture of a session that has ended', async ({ page }) => {
  await page.clock.install()
  await openDana(page)
  await expire(page)
  await take(page, 'states/expired')
})
