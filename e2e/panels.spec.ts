import type { Page } from '@playwright/test'
import {
  expectAccessible,
  expectLoaded,
  openRecord,
  recordPage,
  showResults,
} from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** Opens the record with HL7's panels, a survey without its last answer, and an entry made in error. */
async function openPanels(page: Page): Promise<void> {
  const tenant = await createTenant('strict-ig')
  await openRecord(page, await tenant.launch('hl7-panels'))
}

const membersOf = (page: Page, name: string) =>
  page.getByRole('list', { name: `In ${name}`, exact: true })
const survey = 'PHQ-9 depression survey'
const inError = 'Entered in error – not part of the record'

for (const width of [1440, 360]) {
  test(`D5 a survey opens by keyboard, and its missing answer is said, ${width} pixels wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await openPanels(page)
    if (width < 700) await page.getByRole('button', { name: 'Filter, sort and group' }).click()
    await page.getByRole('combobox', { name: 'Category' }).selectOption('survey')
    const { table } = recordPage(page)
    const row = table.getByRole('row').filter({ hasText: survey }).first()
    await expect(row).toContainText('12 score; Panel of 9 results, 1 of them not received')
    await row.getByRole('link', { name: survey }).focus()
    const show = row.getByRole('button', { name: `Show 9 answers of ${survey}` })
    while (!(await show.evaluate((one) => one === document.activeElement)))
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const items = membersOf(page, survey).getByRole('listitem')
    await expect(items).toHaveCount(10)
    await expect(items.first()).toContainText('12 score')
    await expect(items.nth(1)).toContainText('More than half the days')
    await expect(items.last()).toContainText(
      /Thoughts of being better off dead.*Not included in the response/s,
    )
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(membersOf(page, survey)).toHaveCount(0)
  })
}

test('D5 panels within a panel stand below it, and stay open out of sight', async ({ page }) => {
  await openPanels(page)
  const { table } = recordPage(page)
  const culture = 'Staphylococcus aureus Panel'
  await table.getByRole('button', { name: `Show 4 members of ${culture}` }).click()
  const broth = membersOf(page, 'Susceptibility - Automated broth dilution (Billed)')
  await expect(broth.getByRole('listitem')).toHaveCount(19)
  await expect(broth).toContainText('Vancomycin')
  // The same results are rows too, once each.
  await expect(table.getByRole('rowheader', { name: 'Vancomycin' })).toHaveCount(1)
  const region = page.getByRole('region', { name: /^Observations/ })
  await region.evaluate((one) => one.scrollTo(0, one.scrollHeight))
  await region.evaluate((one) => one.scrollTo(0, 0))
  await page.getByRole('button', { name: 'Name' }).click()
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('panel')
  await expect(broth.getByRole('listitem')).toHaveCount(19)
})

test('D3 URL-04 what was entered in error is shown apart, struck through, and stays so', async ({
  page,
}) => {
  await openPanels(page)
  const plain = page.url()
  const results = recordPage(page).table
  const errors = page.getByRole('table', { name: inError })
  await expect(page.getByText(/^136 results, newest first/)).toBeVisible()
  const choice = page.getByRole('checkbox', { name: 'Show entries made in error (1)' })
  await choice.focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(`${plain}?errors=show`)
  const row = errors.getByRole('row').nth(1)
  await expect(row).toContainText(/Entered in error Cholesterol.*63 mmol\/L/s)
  const struck = row.locator('del').filter({ hasText: '63 mmol/L' })
  await expect(struck).toHaveCSS('text-decoration-line', 'line-through')
  await expect(errors.getByRole('link')).toHaveCount(0)
  await expect(results).not.toContainText('63 mmol/L')
  await page.getByRole('searchbox', { name: 'Search' }).fill('cholesterol')
  await expect(page.getByText(/^3 of 136 results/)).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await expectAccessible(page)
  await page.reload()
  await expectLoaded(page)
  await expect(errors).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })
  await results.getByRole('link', { name: 'Cholesterol', exact: true }).click()
  await expect(page.getByText('63 mmol/L')).toHaveCount(0)
  await page.goBack()
  await expect(page).toHaveURL(`${plain}?errors=show`)
  await expect(errors).toBeVisible()
  await choice.uncheck()
  await expect(page).toHaveURL(plain)
})

test('D5 opened while more is loading, a panel keeps its height and stays open out of sight', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  let go: () => void = () => {}
  const gate = new Promise<void>((resolve) => (go = resolve))
  await page.route(/category=[^&]*procedure/, async (route) => {
    await gate
    await route.continue()
  })
  await page.goto(await tenant.launch('hl7-panels'))
  await showResults(page)
  const { table } = recordPage(page)
  // Only the rows in sight are drawn while it grows, and stay so once someone has begun to read.
  await expect(table).toHaveAttribute('aria-rowcount', '137')
  await expect(table.getByRole('row').nth(1)).toHaveAttribute('aria-rowindex', '2')
  const count = 'Complete blood count (hemogram) panel - Blood by Automated count'
  const region = page.getByRole('region', { name: /^Observations/ })
  const scrolled = () => region.evaluate((one) => one.scrollTop)
  await region.evaluate((one) => one.scrollTo(0, 0))
  await table.getByRole('button', { name: `Show 9 answers of ${survey}` }).press('Enter')
  await expect(membersOf(page, survey).getByRole('listitem')).toHaveCount(10)
  expect(await scrolled()).toBe(0)
  const show = table.getByRole('button', { name: `17 members of ${count}` })
  while (!(await show.isVisible())) {
    await region.evaluate((one) => one.scrollBy(0, 300))
    await page.waitForTimeout(50)
  }
  await show.click()
  const members = membersOf(page, count)
  await expect(members.getByRole('listitem')).toHaveCount(17)
  const row = table.locator('.table-span').filter({ has: members })
  const gap = () =>
    row.evaluate((one) => {
      const next = one.nextElementSibling?.getBoundingClientRect().top ?? Number.NaN
      return Math.abs(next - one.getBoundingClientRect().bottom)
    })
  await expect.poll(gap).toBeLessThan(1)
  go()
  await expectLoaded(page)
  await expect(members.getByRole('listitem')).toHaveCount(17)
  await region.evaluate((one) => one.scrollTo(0, 0))
  await expect(table.getByRole('row').nth(1)).toHaveAttribute('aria-rowindex', '2')
  // What holds the focus stays in the document, and so do the rows beside it.
  await table.getByRole('row').nth(1).getByRole('link').first().focus()
  await expect(members).toHaveCount(0)
  while (!(await members.isVisible())) {
    await region.evaluate((one) => one.scrollBy(0, 300))
    await page.waitForTimeout(50)
  }
})
