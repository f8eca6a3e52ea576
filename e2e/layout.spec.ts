import type { Page } from '@playwright/test'
import { expectLoaded, recordPage, showResults } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const widths = [320, 400, 768, 1200]

async function expectToFit(page: Page): Promise<void> {
  const { width, over } = await page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) =>
        one.getBoundingClientRect().right > root.clientWidth + 1 &&
        !one.closest('[role=region], table, .visually-hidden'),
    )
    return {
      width: root.scrollWidth - root.clientWidth,
      over: wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 80)),
    }
  })
  expect({ width, over }, `at ${page.viewportSize()?.width ?? 0} pixels`).toEqual({
    width: 0,
    over: [],
  })
}

/** Walks by Tab, from wherever it begins, through everything that takes the focus, and out of the page again. */
async function expectNoTrap(page: Page): Promise<void> {
  const expected = await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const controls = document.querySelectorAll<HTMLElement>(
      // Of a group of radio buttons, Tab reaches the one that is chosen.
      'a[href], button:not(:disabled), select, input:not([type="radio"]:not(:checked)), summary, [tabindex="0"]',
    )
    const reachable = [...controls].filter((one) => one.checkVisibility() && one.tabIndex >= 0)
    reachable.forEach((one, index) => one.setAttribute('data-stop', String(index)))
    return reachable.length
  })
  const seen = new Set<string>()
  for (let steps = 0; steps < 2 * expected + 50; steps += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(
      () => document.activeElement?.getAttribute('data-stop') ?? undefined,
    )
    // Out of the page, once everything was met.
    if (stop === undefined && seen.size >= expected) return
    if (stop !== undefined) seen.add(stop)
  }
  expect(seen.size, 'controls that Tab reaches before it leaves the page').toBe(expected)
  throw new Error('the focus never leaves the page')
}

for (const width of widths)
  test(`EMB-07 every page fits into ${width} pixels`, async ({ page, watch }) => {
    watch.allowFailedLoads(/token/)
    await page.setViewportSize({ width, height: 800 })
    const tenant = await createTenant('strict-ig')
    await page.goto(tenant.appRoot)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectToFit(page)
    await page.goto(await tenant.launch('gen-dana-demo'))
    await expectLoaded(page)
    await expectToFit(page)
    const overview = page.url()
    await page.getByText('About this connection').click()
    await expect(page.getByRole('button', { name: /Copy/ })).toBeVisible()
    await expectToFit(page)
    await recordPage(page).tab('Patient').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
    await expectToFit(page)
    await showResults(page)
    await expectToFit(page)
    await recordPage(page).tab('Flowsheet').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Flowsheet' })).toBeVisible()
    await expectToFit(page)
    await page.goto(overview.replace(/overview$/, 'results/loinc-4548-4'))
    await expect(page.getByRole('figure').locator('svg').first()).toBeVisible()
    await expectToFit(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'The EHR stays signed in' })).toBeVisible()
    await expectToFit(page)
    await tenant.setFaults({ token: ['invalid-grant'] })
    await page.goto(await tenant.launch('example'))
    await expect(
      page.getByRole('heading', { name: 'The sign-in could not be finished' }),
    ).toBeVisible()
    await page.getByText('Details for support').click()
    await expectToFit(page)
  })

test('EMB-07 the keyboard reaches every control of every page, and gets out of it again', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/token/)
  const tenant = await createTenant('strict-ig')
  await page.goto(tenant.appRoot)
  await expect(page.getByRole('button', { name: /Sign in to/ })).toBeVisible()
  await expectNoTrap(page)
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await expectNoTrap(page)
  await recordPage(page).tab('Flowsheet').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Flowsheet' })).toBeVisible()
  await expectNoTrap(page)
  await showResults(page)
  await expectNoTrap(page)
  const trend = recordPage(page).table.getByRole('link').first()
  await trend.click()
  await expect(page.getByRole('figure').locator('svg').first()).toBeVisible()
  await expectNoTrap(page)
  await recordPage(page).tab('Patient').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
  await expectNoTrap(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'The EHR stays signed in' })).toBeVisible()
  await expectNoTrap(page)
  await tenant.setFaults({ token: ['invalid-grant'] })
  await page.goto(await tenant.launch('example'))
  await expect(
    page.getByRole('heading', { name: 'The sign-in could not be finished' }),
  ).toBeVisible()
  await expectNoTrap(page)
})
