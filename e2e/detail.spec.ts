import type { Page } from '@playwright/test'
import { expectAccessible, expectLoaded, openRecord, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

async function open(page: Page, patient: string, profile: 'strict-ig' | 'meditech' = 'strict-ig') {
  const tenant = await createTenant(profile)
  await openRecord(page, await tenant.launch(patient))
  return tenant
}

const pane = (page: Page) => page.getByRole('region', { name: /^Details of / })
const heading = (page: Page) => pane(page).getByRole('heading', { level: 2 })
const openers = (page: Page) => recordPage(page).table.getByRole('button', { name: /^Details of / })
const scroller = (page: Page) => page.getByRole('region', { name: /^Observations/ })

/**
 * Scrolls the table, and marks the element of a row in the middle of what is then in sight. Rows are measured when they
 * are first drawn, and those below them move; so a row is taken that a second look finds again where it was.
 */
async function markRow(page: Page, scrollTop: number) {
  await scroller(page).evaluate((element, top) => element.scrollTo(0, top), scrollTop)
  await expect
    .poll(() =>
      scroller(page).evaluate((element) => {
        const { top, height } = element.getBoundingClientRect()
        const inSight = [...element.querySelectorAll('tbody tr:not([aria-hidden])')].filter(
          (one) => {
            const row = one.getBoundingClientRect()
            // Below the head of the table, which stays.
            return row.top > top + 48 && row.bottom < top + height
          },
        )
        const row = inSight[Math.floor(inSight.length / 2)]
        if (row === undefined) return false
        const place = String(row.getBoundingClientRect().top)
        const isAsBefore =
          row.getAttribute('data-test') === 'mine' && element.dataset['place'] === place
        for (const other of element.querySelectorAll('[data-test]'))
          other.removeAttribute('data-test')
        row.setAttribute('data-test', 'mine')
        element.dataset['place'] = place
        return isAsBefore
      }),
    )
    .toBe(true)
  const mine = page.locator('[data-test="mine"]')
  return { mine, opener: mine.getByRole('button', { name: /^Details of / }) }
}

const topOf = (page: Page) => scroller(page).evaluate((element) => element.scrollTop)

test('URL-04 a detail opens beside the table, and closes by Close, Back and Escape', async ({
  page,
}) => {
  await open(page, 'trends')
  const { rows } = recordPage(page)
  const plain = page.url()
  const opener = openers(page).nth(2)
  await opener.click()
  await expect(heading(page)).toBeFocused()
  await expect(page).toHaveURL(/\?row=[\w.-]+$/)
  await expect(rows.nth(3)).toHaveAttribute('aria-current', 'true')
  await expectAccessible(page)
  await pane(page).getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveURL(plain)
  await expect(opener).toBeFocused()
  await opener.click()
  await page.goBack()
  await expect(pane(page)).toHaveCount(0)
  await expect(page).toHaveURL(plain)
  await expect(opener).toBeFocused()
  await opener.click()
  await expect(heading(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(pane(page)).toHaveCount(0)
  await expect(opener).toBeFocused()
})

test('a detail is opened, gone through and closed by keyboard alone', async ({ page }) => {
  await open(page, 'trends')
  const { rows } = recordPage(page)
  await openers(page).first().focus()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toBeFocused()
  const next = pane(page).getByRole('button', { name: 'Next' })
  // The bar stands before the heading.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(next).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(pane(page).getByText(/^2 of /)).toBeVisible()
  await expect(next).toBeFocused()
  await expect(rows.nth(2)).toHaveAttribute('aria-current', 'true')
  await expect(rows.nth(1)).not.toHaveAttribute('aria-current')
  await page.keyboard.press('Escape')
  await expect(openers(page).nth(1)).toBeFocused()
})

test('URL-04 a reload opens the same detail, and a filter keeps it open', async ({ page }) => {
  await open(page, 'trends')
  await openers(page).nth(1).click()
  const name = await heading(page).textContent()
  const address = page.url()
  await page.reload()
  await expect(pane(page)).toBeVisible()
  await expectLoaded(page)
  await expect(heading(page)).toHaveText(name ?? '')
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Preliminary')
  await expect(heading(page)).toHaveText(name ?? '')
  await expect(page).toHaveURL(/status=preliminary&row=/)
  await page.goto(address.replace(/row=.*/, 'row=none-such'))
  await expect(pane(page)).toContainText('This result is not among those loaded')
  await pane(page).getByRole('button', { name: 'Close' }).click()
  await expect(pane(page)).toHaveCount(0)
})

test('the place in ten thousand rows is kept while a detail opens, changes and closes', async ({
  page,
}) => {
  await open(page, 'gen-10000')
  const { mine, opener } = await markRow(page, 40_000)
  await opener.scrollIntoViewIfNeeded()
  const before = await topOf(page)
  await opener.click()
  await expect(heading(page)).toBeFocused()
  await expect(mine).toBeInViewport()
  await pane(page).getByRole('button', { name: 'Next' }).click()
  await pane(page).getByRole('button', { name: 'Previous' }).click()
  // The same element: no row was made anew.
  await expect(mine).toHaveAttribute('aria-current', 'true')
  await pane(page).getByRole('button', { name: 'Close' }).click()
  await expect(opener).toBeFocused()
  expect(await topOf(page)).toBe(before)
})

test('the resource behind a result is read when it is asked for, not before', async ({ page }) => {
  const tenant = await open(page, 'example')
  await openers(page).first().click()
  await expect(heading(page)).toBeFocused()
  const reads = async () =>
    (await tenant.log()).filter(
      ({ method, path }) => method === 'GET' && /Observation\/./.test(path),
    )
  expect(await reads()).toEqual([])
  await pane(page).getByRole('button', { name: 'Show the FHIR resource' }).click()
  const field = pane(page).getByRole('textbox', { name: /^FHIR resource of/ })
  await expect(field).toHaveValue(/"resourceType": "Observation"/)
  await pane(page).getByRole('button', { name: 'Copy JSON' }).click()
  await expect(pane(page).getByText(/^Copied\.|copy it with/)).toBeVisible()
  expect(await reads()).toHaveLength(1)
  await expectAccessible(page)
})

test('D3 an amended result says so, and shows its earlier versions', async ({ page }) => {
  await open(page, 'gen-dana-demo')
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Amended')
  await openers(page).first().click()
  await expect(pane(page)).toContainText('This result was amended after it had been final')
  await pane(page).getByRole('button', { name: 'Show earlier versions' }).click()
  const versions = pane(page).getByRole('list', { name: 'Versions, newest first' })
  await expect(versions.getByRole('listitem')).toHaveText([
    /^Version 4, May 6, 2025.*Amended: 12/,
    /^Version 3, .*Deleted$/,
    /^Version 2, .*Final: 21/,
    /^Version 1, .*Preliminary: 21/,
  ])
  await expectAccessible(page)
})

test('ERR-07 a server without earlier versions is said to have none for this app', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/_history/)
  await open(page, 'gen-40', 'meditech')
  await openers(page).first().click()
  await pane(page).getByRole('button', { name: 'Show earlier versions' }).click()
  await expect(pane(page)).toContainText('does not give earlier versions of a result to this app')
})

test.describe('where there is room for one', () => {
  test.use({ viewport: { width: 360, height: 720 } })

  test('the detail takes the place of the table, which keeps its own', async ({ page }) => {
    await open(page, 'gen-10000')
    const { opener } = await markRow(page, 20_000)
    await opener.scrollIntoViewIfNeeded()
    const before = await topOf(page)
    await opener.click()
    await expect(heading(page)).toBeFocused()
    await expect(heading(page)).toBeInViewport()
    await expect(page.getByRole('table', { name: 'Observations' })).toHaveCount(0)
    await expectAccessible(page)
    const box = await pane(page).boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
    await page.keyboard.press('Escape')
    await expect(opener).toBeFocused()
    expect(await topOf(page)).toBe(before)
  })
})
