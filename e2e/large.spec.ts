import { expectLoaded, recordPage, showResults } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

test('OBS-05 fifty thousand results load to the last, and every view of them can be worked with', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('gen-50000'))
  const { status, table, rows } = recordPage(page)
  await expect(status).toContainText('50,000 results loaded', { timeout: 180_000 })
  await expectLoaded(page)
  await expect(page.getByRole('region', { name: 'Latest vital signs' })).toContainText('Heart rate')
  await showResults(page)
  await expect(table).toHaveAttribute('aria-rowcount', '50001')
  expect(await rows.count()).toBeLessThan(100)

  await page.getByRole('searchbox', { name: 'Search' }).fill('potassium')
  await expect(page.getByText(/^6,250 of 50,000 results/)).toBeVisible()
  await page.getByRole('button', { name: 'Value' }).click()
  await expect(page.getByText(/^6,250 of 50,000 results, by value, ascending/)).toBeVisible()
  const opener = page.getByRole('button', { name: /^Details of Potassium/ }).first()
  await opener.click()
  const detail = page.getByRole('region', { name: 'Details of Potassium' })
  await expect(detail).toContainText('1 of 6,250')
  await page.keyboard.press('Escape')
  await expect(opener).toBeFocused()

  await recordPage(page).tab('Flowsheet').click()
  const grid = page.getByRole('grid')
  await expect(grid).toHaveAttribute('aria-colcount', /^\d{4,}$/)
  expect(await grid.getByRole('gridcell').count()).toBeLessThan(1_200)

  await grid.getByRole('link', { name: 'Potassium' }).click()
  // Half of them lie in the future, and are no points.
  await expect(page.getByText(/of \d,\d{3} points are drawn/)).toBeVisible()
  await expect(page.getByRole('figure', { name: /Potassium/ })).toBeVisible()
})
