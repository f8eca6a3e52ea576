import type { Page } from '@playwright/test'
import { expectAccessible, recordPage, showResults } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const HEMOGLOBIN = 'loinc-718-7'
const HEART_RATE = 'loinc-8867-4'

// Axe looks at every cell of tables of hundreds of rows.
test.describe.configure({ timeout: 240_000 })

/** Opens a record with one long trend; gives the address of its results. */
async function openLong(page: Page, count: number): Promise<string> {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch(`gen-trend-${count}`))
  // So many come in many pages.
  const { status } = recordPage(page)
  await expect(status).toContainText(/as of/i, { timeout: 120_000 })
  await expect(status).not.toContainText(/still loading|: loading|: waiting/i, { timeout: 120_000 })
  await showResults(page)
  return page.url()
}

const figures = (page: Page) => page.getByRole('figure')
const chart = (page: Page, name: RegExp) => page.getByRole('application', { name })
const values = (page: Page) => page.getByText(/^[\d,]+ of [\d,]+ values, /)

test('a trend of 20,000 points draws some hundreds, says so, and holds all in its table', async ({
  page,
}) => {
  const results = await openLong(page, 20_000)
  await page.goto(`${results}/${HEMOGLOBIN}`)
  await expect(page.getByText(/^\d{3,4} of 20,000 points are drawn/)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Values of Hemoglobin' })).toHaveAttribute(
    'aria-rowcount',
    '20001',
  )
  await expectAccessible(page)
  // So few are all drawn.
  await page.getByRole('radio', { name: '1 month' }).click()
  await expect(page.getByRole('radio', { name: '1 month' })).toBeChecked()
  await expect(page.getByText(/points are drawn/)).toHaveCount(0)
  await expect(values(page)).toHaveText(/^1\d\d of 20,000 values, Jan 16, 2024 to Feb 16, 2024/)
})

test('URL-04 a stretch of time is chosen by keyboard alone, and kept by reload and Back', async ({
  page,
}) => {
  const results = await openLong(page, 240)
  await page.goto(`${results}/${HEMOGLOBIN}`)
  await page.getByRole('radio', { name: 'All' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('radio', { name: '1 month' })).toBeChecked()
  expect(page.url()).toBe(`${results}/${HEMOGLOBIN}?range=1m`)
  await expect(values(page)).toContainText(' of 240 values')
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByRole('radio', { name: '1 month' })).toBeChecked()
  // There is nothing earlier to move to before it is loaded.
  await expect(values(page)).toContainText(' of 240 values')
  await page.getByRole('button', { name: 'Earlier' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?from=2015-\d\d-\d\d&to=2015-\d\d-\d\d$/)
  const moved = page.url()
  await page.getByRole('button', { name: 'Zoom in' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(moved)

  const zoomed = page.url()
  await page.getByRole('link', { name: 'Back to results' }).focus()
  await page.keyboard.press('Enter')
  await expect(recordPage(page).table).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(zoomed)
  await expect(values(page)).toBeVisible()
})

test('a stretch without values says so and leads back', async ({ page }) => {
  const results = await openLong(page, 240)
  await page.goto(`${results}/${HEMOGLOBIN}?from=2001-01-01&to=2001-12-31`)
  await expect(page.getByText('No values from Jan 1, 2001 to Dec 31, 2001')).toBeVisible()
  await expect(figures(page)).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(figures(page)).toHaveCount(1)
})

test('a stretch is chosen by dragging over the chart', async ({ page }) => {
  const results = await openLong(page, 240)
  await page.goto(`${results}/${HEMOGLOBIN}`)
  const drawing = chart(page, /^Hemoglobin\./)
  await drawing.scrollIntoViewIfNeeded()
  const box = (await drawing.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.7, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.4, y, { steps: 5 })
  await page.mouse.up()
  await expect(page).toHaveURL(/\?from=2015-\d\d-\d\d&to=2015-\d\d-\d\d$/)
  await expect(values(page)).toContainText(' of 240 values')
})

test('D4 arrow keys move through the points, and each is spoken', async ({ page }) => {
  const results = await openLong(page, 240)
  await page.goto(`${results}/${HEMOGLOBIN}`)
  const drawing = chart(page, /^Hemoglobin\./)
  await drawing.focus()
  const spoken = page.getByRole('figure').getByRole('status')
  await page.keyboard.press('Home')
  await expect(spoken).toHaveText(/^Jan 1, 2015, 12:00 AM PST[\d.]+ g\/dL, (?:Normal|High|Low)$/)
  const first = await spoken.innerText()
  await page.keyboard.press('ArrowRight')
  await expect(spoken).not.toHaveText(first)
  await page.keyboard.press('End')
  await expect(spoken).toHaveText(/^Feb 9, 2015/)
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await expect(spoken).toHaveText('')
})

test('D4 two tests are compared over the same time by keyboard alone', async ({ page }) => {
  const results = await openLong(page, 240)
  await page.goto(`${results}/${HEMOGLOBIN}`)
  await page.getByRole('button', { name: 'Compare with another test' }).focus()
  await page.keyboard.press('Enter')
  const choice = page.getByRole('combobox', { name: 'Compare with' })
  await expect(choice).toBeFocused()
  await page.keyboard.type('Heart')
  await expect(figures(page)).toHaveCount(2)
  expect(page.url()).toBe(`${results}/${HEMOGLOBIN}?with=${HEART_RATE}`)
  await expect(page.getByRole('table', { name: 'Values of Heart rate' })).toBeVisible()
  await expectAccessible(page)
  await chart(page, /^Hemoglobin\./).focus()
  await page.keyboard.press('End')
  await expect(page.locator('.chart-tip')).toHaveCount(2)
  await page.goBack()
  await expect(figures(page)).toHaveCount(1)
  await page.goForward()
  await page.reload()
  await expect(figures(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Stop comparing' }).click()
  await expect(figures(page)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Compare with another test' })).toBeFocused()
})

test('STO-04 a pin lasts while the page is open, and no longer', async ({ page }) => {
  const results = await openLong(page, 60)
  await page.goto(`${results}/${HEMOGLOBIN}`)
  const pin = page.getByRole('button', { name: 'Pin this test' })
  await expect(pin).toHaveAttribute('aria-pressed', 'false')
  await pin.focus()
  await page.keyboard.press('Space')
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Back to results' }).click()
  await expect(recordPage(page).table).toBeVisible()
  await page.goBack()
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(pin).toHaveAttribute('aria-pressed', 'false')
})
