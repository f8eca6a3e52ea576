import { expect, test, type Page } from '@playwright/test'
import { expectLoaded } from './record-page.ts'
import { createTenant } from './tenant.ts'

const system = { colorScheme: 'light', contrast: 'no-preference' } as const
const looks = {
  light: system,
  dark: { ...system, colorScheme: 'dark' },
  contrast: { ...system, contrast: 'more' },
} as const

/** Each width with the view that shows best what it is for. */
const places = [
  { name: 'phone', size: { width: 390, height: 760 }, view: 'overview' },
  { name: 'panel', size: { width: 400, height: 760 }, view: 'results/loinc-4548-4' },
  { name: 'tablet', size: { width: 820, height: 760 }, view: 'results?category=laboratory' },
  { name: 'wide', size: { width: 1440, height: 760 }, view: 'flowsheet?category=laboratory' },
] as const

const take = (page: Page, name: string) =>
  page.screenshot({ path: `docs/images/looks/${name}.png` })

test('takes the pictures of each look at each width', async ({ page, context }) => {
  test.setTimeout(180_000)
  await context.route('**/smart-style.json', (route) => route.abort())
  const tenant = await createTenant('strict-ig')
  await page.setViewportSize({ width: 820, height: 720 })
  await page.goto(tenant.appRoot)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await take(page, 'home')
  // As in a panel beside a chart, whose own banner says who the patient is.
  await page.goto(
    await tenant.launch('gen-dana-demo', tenant.appRoot, { needPatientBanner: false }),
  )
  await expectLoaded(page)
  const overview = page.url()
  for (const { name, size, view } of places) {
    await page.setViewportSize(size)
    await page.goto(overview.replace(/overview$/, view))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.evaluate(() => scrollTo(0, 0))
    if (name === 'panel') await page.getByRole('figure').scrollIntoViewIfNeeded()
    for (const [look, media] of Object.entries(looks)) {
      await page.emulateMedia(media)
      await page.waitForTimeout(500)
      await take(page, `${name}-${look}`)
    }
    await page.emulateMedia(system)
  }
  await page.setViewportSize({ width: 400, height: 620 })
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('group', { name: 'Look' })).toBeVisible()
  await take(page, 'settings')
})

test('takes the picture of the hospital’s own style', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.setViewportSize({ width: 820, height: 720 })
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
  const style = page.getByRole('checkbox', { name: 'Use the hospital’s style' })
  // Switched off and on it is all there, however late it came.
  await style.uncheck()
  await style.check()
  await page.evaluate(() => scrollTo(0, 0))
  await take(page, 'hospital')
})
