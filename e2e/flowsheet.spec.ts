import type { Page } from '@playwright/test'
import { expectAccessible, expectLoaded, openRecord } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** Opens the flowsheet of a patient with what is given of its address. */
async function open(page: Page, patient: string, search = ''): Promise<void> {
  const tenant = await createTenant('strict-ig')
  await openRecord(page, await tenant.launch(patient))
  await page.getByRole('link', { name: 'Flowsheet', exact: true }).click()
  await expect(page.getByRole('grid', { name: 'Flowsheet' })).toBeVisible()
  if (search !== '') {
    await page.evaluate(
      (to) => location.replace(location.hash.replace(/\?.*$|$/, `?${to}`)),
      search,
    )
  }
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Flowsheet' })
const scroller = (page: Page) => page.locator('.grid-scroller')
const cellsIn = (page: Page) => grid(page).locator('th, td').count()

async function scrollTo(page: Page, left: number, top: number): Promise<void> {
  await scroller(page).evaluate((one, to) => one.scrollTo(to), { left, top })
}

test('a flowsheet of 500 tests on 400 dates holds what is in sight, and says how large it is', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await open(page, 'gen-flow-500x400')
  await expect(page.getByText('500 tests on 400 dates, newest first')).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '503')
  await expect(grid(page)).toHaveAttribute('aria-colcount', '401')
  await scroller(page).evaluate((one) => one.scrollIntoView({ block: 'end' }))
  const corner = grid(page).getByRole('columnheader', { name: 'Test' })
  const start = await corner.boundingBox()
  for (const [left, top] of [
    [0, 0],
    [9_000, 5_000],
    [99_999, 99_999],
  ] as const) {
    await scrollTo(page, left, top)
    await expect.poll(() => cellsIn(page)).toBeGreaterThan(100)
    expect(await cellsIn(page)).toBeLessThan(1_200)
    // The header row and the names stay where they were.
    expect(await corner.boundingBox()).toEqual(start)
    const name = grid(page).getByRole('rowheader').last()
    expect((await name.boundingBox())?.x).toBe(start?.x)
  }
  await expect(grid(page).getByRole('rowheader', { name: 'Test 499 (mg/dL)' })).toBeInViewport()
  await expect(grid(page).getByRole('columnheader', { name: 'Jan 1, 2015' })).toBeInViewport()
  await expect(grid(page).getByRole('columnheader', { name: 'Jan 1, 2015' })).toHaveAttribute(
    'aria-colindex',
    '401',
  )
})

test('by keyboard alone: through the grid, to a result, and back to the same cell', async ({
  page,
}) => {
  await open(page, 'gen-flow-60x40', 'density=compact&order=oldest')
  await expect(page.getByText('60 tests on 40 dates, oldest first')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Only tests out of range' }).focus()
  await page.keyboard.press('Tab')
  const focused = page.locator(':focus')
  await expect(focused).toHaveAccessibleName('Take away')
  await page.keyboard.press('Tab')
  await expect(focused).toHaveRole('gridcell')
  await page.keyboard.press('Control+End')
  await expect(focused).toHaveAttribute('data-place', '62 40')
  await expect(focused).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(focused).toHaveRole('rowheader')
  await page.keyboard.press('Control+Home')
  await expect(focused).toHaveRole('columnheader')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('Control+Home')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight']) {
    await page.keyboard.press(key)
  }
  await expect(focused).toHaveText(/111\/71, mmHg|111\/71, mm\[Hg\]/)
  await expect(page.getByRole('region', { name: 'Cell in full' })).toContainText(
    'Blood pressure: 111',
  )
  const sheet = page.url()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/results\?row=gen-flow-60x40-0-1$/)
  await page.goBack()
  await expect(page).toHaveURL(sheet)
  await expect(page.getByRole('combobox', { name: 'Density' })).toHaveValue('compact')
  await expect(page.locator('td:focus')).toHaveText(/111\/71/)
})

test('URL-04 modes live in the address, what is typed does not; a name leads to its trend', async ({
  page,
}) => {
  await open(page, 'gen-flow-60x40')
  await page.getByRole('combobox', { name: 'Density' }).selectOption('Wide')
  await page.getByRole('combobox', { name: 'Columns' }).selectOption('Each time')
  await page.getByRole('combobox', { name: 'Category' }).selectOption('Laboratory')
  await page.getByRole('checkbox', { name: 'Only tests out of range' }).click()
  await expect(page).toHaveURL(
    /flowsheet\?density=wide&by=time&category=laboratory&only=out-of-range$/,
  )
  const url = page.url()
  await page.getByRole('searchbox', { name: 'Search tests' }).fill('test 005')
  await expect(page.getByRole('status').filter({ hasText: /^1 test on/ })).toBeAttached()
  await expect(page).toHaveURL(url)
  await page.getByRole('link', { name: 'Test 005' }).click()
  await expect(page.getByRole('heading', { name: 'Test 005' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(url)
  await page.reload()
  await expectLoaded(page)
  await expect(page.getByRole('combobox', { name: 'Columns' })).toHaveValue('time')
})

for (const width of [1280, 360])
  test(`C1 axe finds nothing, and only the grid scrolls sideways, comfortable, compact and wide at ${width} px`, async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width, height: 800 })
    await open(page, 'gen-dana-demo', 'density=comfortable')
    for (const density of ['comfortable', 'compact', 'wide'])
      await test.step(density, async () => {
        await page.goto(page.url().replace(/density=\w+/, `density=${density}`))
        await expect(page.locator(`.sheet-${density}`)).toBeVisible()
        await expectAccessible(page)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow).toBe(0)
      })
  })

test('ERR-07 says that nothing fits, and that is accessible too', async ({ page }) => {
  await open(page, 'gen-flow-6x4')
  await page.getByRole('searchbox', { name: 'Search tests' }).fill('no such test')
  await expect(page.getByRole('note')).toContainText('No loaded test fits')
  await expectAccessible(page)
})
