import type { Page } from '@playwright/test'
import { expectAccessible, openRecord, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** Opens the record of the patient with odd trends. */
async function openTrends(page: Page, patient = 'trends'): Promise<string> {
  const tenant = await createTenant('strict-ig')
  await openRecord(page, await tenant.launch(patient))
  return page.url()
}

const cellsOf = (page: Page, table: string) =>
  page.getByRole('table', { name: table }).getByRole('row').allTextContents()

test('D4 D5 a weight in pounds and kilograms, under two codes, is one trend', async ({ page }) => {
  const results = await openTrends(page)
  await recordPage(page).table.getByRole('link', { name: 'Body weight measured' }).click()
  expect(page.url()).toBe(`${results}/loinc-29463-7`)
  await expect(page.getByRole('figure', { name: 'Body weight in kg' })).toBeVisible()
  await expect(page.getByText('3 results drawn, the latest 70 kg on Jan 10, 2025.')).toBeVisible()
  // The room for the labels of the axis is reckoned: none may be cut.
  const labels = page.getByRole('figure').locator('.recharts-yAxis-tick-labels text')
  const starts = await labels.evaluateAll((all) =>
    all.map((one) => (one as SVGTextElement).getBBox().x),
  )
  expect(starts.length).toBeGreaterThan(2)
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(0)
  const rows = await cellsOf(page, 'Values of Body weight')
  expect(rows[2]).toMatch(/69\.5 kg[\s\S]*Sent as Body weight measured/)
  expect(rows[3]).toMatch(/150 lb[\s\S]*Drawn as 68 kg/)
  await expectAccessible(page)
})

test('D4 D7 glucose in mass and moles is one trend by its molar mass, and its range steps', async ({
  page,
}) => {
  const results = await openTrends(page)
  // The laboratory flagged neither; one lies beyond its only range.
  const glucose = recordPage(page).rows.filter({ hasText: 'Glucose' })
  await expect(glucose.filter({ hasText: '7.2 mmol/L' })).toContainText(
    "Above the range given (Chartside's comparison)",
  )
  await expect(glucose.filter({ hasText: '99 mg/dL' }).last()).not.toContainText('comparison')
  await page.goto(`${results}/loinc-2345-7`)
  const figure = page.getByRole('figure', { name: 'Glucose in mg/dL' })
  await expect(figure.getByText(/range at the time, latest 70–105 mg\/dL/)).toBeVisible()
  await expect(figure.locator('.recharts-reference-area')).toHaveCount(2)
  await expectAccessible(page)
})

test('D4 "<0.3" and ">200" are drawn as below and above, not as numbers', async ({ page }) => {
  const results = await openTrends(page)
  await page.goto(`${results}/loinc-1988-5`)
  const figure = page.getByRole('figure', { name: 'C-reactive protein in mg/L' })
  expect((await figure.locator('.chart-bounds').getAttribute('d'))?.match(/Z/g)).toHaveLength(2)
  await expect(figure.getByText(/triangle pointing down/)).toBeVisible()
  await expect(
    page.getByText('3 results drawn, the latest more than 200 mg/L on Jan 12, 2025.'),
  ).toBeVisible()
  await expectAccessible(page)
})

test('D4 D5 two scales of one ratio and two methods stay apart', async ({ page }) => {
  const results = await openTrends(page)
  await page.goto(`${results}/loinc-4548-4`)
  await expect(page.getByRole('figure')).toHaveCount(2)
  await page.goto(`${results}/loinc-8310-5`)
  await expect(page.getByRole('figure')).toHaveCount(1)
  const legend = page.getByRole('figure').getByRole('listitem')
  await expect(legend).toHaveText(['Body temperature (Tympanic)', 'Body temperature (Oral)'])
  expect((await cellsOf(page, 'Values of Body temperature'))[3]).toMatch(
    /98\.6 °F[\s\S]*Drawn as 37 °C/,
  )
})
