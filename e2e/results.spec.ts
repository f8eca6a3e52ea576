import type { Page } from '@playwright/test'
import { expectAccessible, expectLoaded, openRecord, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

async function open(page: Page, patient: string): Promise<void> {
  const tenant = await createTenant('strict-ig')
  await openRecord(page, await tenant.launch(patient))
}

test('URL-04 what is chosen lives in the address, what is typed does not', async ({ page }) => {
  await open(page, 'trends')
  const { table } = recordPage(page)
  const plain = page.url()
  await page.getByRole('combobox', { name: 'Category' }).selectOption('laboratory')
  await page.getByRole('button', { name: 'Name' }).click()
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('test')
  const chosen = `${plain}?category=laboratory&sort=name&group=test`
  await expect(page).toHaveURL(chosen)
  const headings = table.getByRole('rowheader', { name: /\(\d\)$/ })
  await expect(headings).toHaveText(['C-reactive protein (3)', 'Glucose (3)', 'Hemoglobin A1c (2)'])
  await expectAccessible(page)
  await page.getByRole('searchbox', { name: 'Search' }).fill('sugar')
  await expect(headings).toHaveText(['Glucose (3)', 'Hemoglobin A1c (2)'])
  await expect(page).toHaveURL(chosen)
  await page.reload()
  await expectLoaded(page)
  await expect(headings).toHaveCount(3)
  await table.getByRole('link', { name: 'Glucose' }).first().click()
  await page.getByRole('link', { name: 'Back to results' }).click()
  await expect(page).toHaveURL(chosen)
  await expect(table.getByRole('link', { name: 'Glucose' }).first()).toBeFocused()
  await page.getByRole('button', { name: 'Show all results' }).click()
  await expect(page).toHaveURL(`${plain}?sort=name&group=test`)
})

test('D6 D7 days, flags and status narrow the results, and an empty choice says so', async ({
  page,
}) => {
  await open(page, 'trends')
  const { rows } = recordPage(page)
  await page.getByRole('combobox', { name: 'Flag' }).selectOption('Out of range')
  await expect(rows).toHaveCount(2)
  await page.getByRole('combobox', { name: 'Flag' }).selectOption('Any')
  await page.getByLabel('From', { exact: true }).fill('2025-01-01')
  await expect(page.getByText('6 of 14 results, newest first')).toBeVisible()
  await page.getByLabel('To', { exact: true }).fill('2025-01-09')
  await expect(page.getByRole('note')).toContainText('No loaded result fits')
  await expectAccessible(page)
})

test('on paper every column has its heading, and each row is a row of a table', async ({
  page,
}) => {
  await open(page, 'trends')
  const { table, rows } = recordPage(page)
  await page.emulateMedia({ media: 'print' })
  const headings = table.getByRole('columnheader')
  for (const name of ['Date', 'Name', 'Value', 'Reference range', 'Flag', 'Category', 'Status'])
    await expect(headings.getByText(name, { exact: false }).first()).toBeVisible()
  await expect(rows.first()).toHaveCSS('display', 'table-row')
  // A word longer than the paper is broken, and takes no column off it.
  await page.evaluate(() => {
    const value = document.querySelector('main tbody .result-value bdi')
    if (value !== null) value.textContent = 'x'.repeat(500)
  })
  await expect(rows.filter({ hasText: 'xxx' })).toHaveCount(1)
  expect(await table.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(1)
})

test('ten thousand results are searched and sorted, and nothing is lost', async ({ page }) => {
  await open(page, 'gen-10000')
  const { rows } = recordPage(page)
  await expect(page.getByText(/^10,000 results, newest first/)).toBeVisible()
  await page.getByRole('button', { name: 'Value' }).click()
  await expect(page.getByText(/^10,000 results, by value, ascending/)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search' }).fill('no such test')
  await expect(page.getByRole('note')).toContainText('No loaded result fits')
  await page.getByRole('searchbox', { name: 'Search' }).fill('')
  await expect(rows.nth(1)).toBeVisible()
})

test('C4 back from a trend, the row that led there stands in sight on a small screen too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 667 })
  await open(page, 'gen-10000')
  const region = page.getByRole('region', { name: /^Observations/ })
  await region.evaluate((one) => one.scrollTo(0, 20_000))
  for (const offset of [0, 3]) {
    // The first and the last of rows that are placed together.
    const row = region.locator(`[data-index="${100 + offset}"]`)
    await expect(async () => {
      await region.evaluate((one) => one.scrollBy(0, one.querySelector('tbody tr') ? 400 : 0))
      await expect(row).toBeAttached({ timeout: 100 })
    }).toPass()
    const link = row.getByRole('link').first()
    await link.click()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await page.goBack()
    await expect(link).toBeFocused()
    await expect
      .poll(() =>
        link.evaluate((one) => {
          const { top, bottom } = one.getBoundingClientRect()
          const sight = one.closest('.table-scroller')?.getBoundingClientRect()
          return sight !== undefined && top >= sight.top && bottom <= sight.bottom
        }),
      )
      .toBe(true)
  }
})
