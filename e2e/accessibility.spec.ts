import type { Page } from '@playwright/test'
import {
  comeBackAfterTenMinutes,
  expectAccessible,
  expectLoaded,
  recordPage,
} from './record-page.ts'
import { findStructureFaults, listen } from './structure-measures.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const heading = (page: Page, name?: string) => page.getByRole('heading', { level: 1, name })
const drawing = (page: Page) => page.getByRole('application')
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test('every page has one title, one outline, named landmarks, and its help at the same place', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const tenant = await createTenant('strict-ig')
  const look = async (title: string, name: string) => {
    await test.step(name, async () => {
      await expect(heading(page)).toHaveText(name)
      await expect(page).toHaveTitle(title)
      expect.soft(await findStructureFaults(page), name).toEqual([])
    })
  }
  await page.goto(tenant.appRoot)
  await look('Chartside', 'Chartside')
  await page.getByRole('link', { name: 'Help' }).click()
  await look('Help – Chartside', 'Help')
  await expectAccessible(page)
  await page.goBack()
  await page.goto(`${tenant.appRoot}#/check`)
  await look('Check of this installation – Chartside', 'Check of this installation')
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await look('Overview – Chartside', 'Overview')
  for (const view of ['Results', 'Flowsheet', 'Patient', 'Help']) {
    await recordPage(page).tab(view).click()
    await look(`${view} – Chartside`, view)
  }
  await expectAccessible(page)
  await page.goBack()
  await expect(heading(page, 'Patient')).toBeVisible()
  await recordPage(page).tab('Results').click()
  await page
    .getByRole('button', { name: /^Details of/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 2, name: /^Details of/ })).toBeFocused()
  await look('Results – Chartside', 'Results')
  // Whatever the server wrote says that its language is its own.
  await expect(recordPage(page).banner.locator('bdi[lang=""]').first()).toHaveText('Jim')
  await recordPage(page).table.getByRole('link').first().click()
  await expect(page.getByRole('figure').locator('svg').first()).toBeVisible()
  await look('Trend – Chartside', (await heading(page).textContent()) ?? '')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await look('Signed out – Chartside', 'You are signed out of Chartside')
  await page.goto(`${tenant.appRoot}#/s/nobody/overview`)
  await look('Something is wrong – Chartside', (await heading(page).textContent()) ?? '')
})

test('the focus goes past the head of the page, and is never lost between views', async ({
  page,
}) => {
  await page.clock.install()
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('trends'))
  await expectLoaded(page)
  await press(page, 'Tab')
  await expect(page.getByRole('button', { name: 'Skip to the main content' })).toBeInViewport()
  await press(page, 'Enter')
  await expect(heading(page, 'Overview')).toBeFocused()
  const link = page.getByRole('main').getByRole('link', { name: 'Glucose' }).first()
  await link.focus()
  await press(page, 'Enter')
  await expect(heading(page, 'Glucose')).toBeFocused()
  await press(page, 'Shift+Tab', 'Enter')
  await expect(link).toBeFocused()
  for (const view of ['Results', 'Help', 'Flowsheet']) {
    await recordPage(page).tab(view).focus()
    await press(page, 'Enter')
    await expect(heading(page, view)).toBeVisible()
    await expect(recordPage(page).tab(view)).toBeFocused()
  }
  const again = page.getByRole('button', { name: 'Refresh my data' })
  await again.focus()
  await press(page, 'Enter')
  await expectLoaded(page)
  await expect(again).toBeFocused()
  await recordPage(page).tab('Results').click()
  // The flowsheet has a search of its own.
  await expect(heading(page, 'Results')).toBeVisible()
  await page.getByRole('searchbox').fill('weight')
  await page.getByRole('button', { name: 'Show all results' }).focus()
  await press(page, 'Enter')
  // The button that takes it back, or what stands there then.
  await expect(page.locator('main :focus')).toHaveCount(1)
  await comeBackAfterTenMinutes(page)
  await page.getByRole('button', { name: 'Dismiss' }).focus()
  await press(page, 'Enter')
  await expect(heading(page, 'Results')).toBeFocused()
})

test('table and chart are read by keyboard alone, what hovers can be dismissed, and no colour stands alone', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
  const overview = page.url()
  await page.goto(overview.replace(/overview$/, 'results?category=laboratory&flag=abnormal'))
  const sort = recordPage(page).table.getByRole('button', { name: 'Name' })
  await sort.focus()
  await press(page, 'Enter')
  const column = recordPage(page).table.getByRole('columnheader', { name: 'Name' })
  await expect(column).toHaveAttribute('aria-sort', 'ascending')
  await expect(sort).toBeFocused()
  for (const row of (await recordPage(page).rows.allTextContents()).slice(1, 6))
    expect(row).toMatch(/High|Low|Abnormal|Critical/)
  await page.goto(overview.replace(/overview$/, 'results/loinc-4548-4'))
  await expect(drawing(page).locator('svg').first()).toBeVisible()
  await expect(page.getByRole('figure').getByText(/filled diamond is a result/)).toBeVisible()
  const spoken = page.getByRole('figure').getByRole('status')
  await drawing(page).focus()
  await press(page, 'End')
  await expect(spoken).toHaveText(/\d{4}.*%/)
  const newest = await spoken.textContent()
  await press(page, 'ArrowLeft')
  await expect(spoken).not.toHaveText(newest ?? '')
  await press(page, 'Escape')
  await expect(spoken).toHaveText('')
  await expect(drawing(page)).toBeFocused()
  await press(page, 'Tab')
  await expect(drawing(page)).not.toBeFocused()
  // The pointer's tip stays while it is over the drawing, hides nothing from it, and goes by Escape, wherever the focus is.
  await drawing(page).hover()
  const tip = page.locator('.chart-tip')
  await expect(tip).toBeVisible()
  await press(page, 'Escape')
  await expect(tip).toHaveCount(0)
  // What dragging does, the fields do, too.
  await page.getByLabel('From').fill('2024-01-01')
  await expect(page).toHaveURL(/from=2024-01-01/)
  const box = await drawing(page).boundingBox()
  if (!box) throw new Error('no drawing')
  const asked = page.url()
  const middle = box.y + box.height / 2
  await page.mouse.move(box.x + box.width / 2, middle)
  await page.mouse.down()
  // Nothing happens before the pointer is up again, nor where it comes back.
  await page.mouse.move(box.x + box.width / 2 + 80, middle)
  expect(page.url()).toBe(asked)
  await page.mouse.move(box.x + box.width / 2, middle)
  await page.mouse.up()
  expect(page.url()).toBe(asked)
})

test('the end of loading is said once, with what was refused; an error takes the focus', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/Observation|token/)
  const refused = { kind: 'status', status: 403, type: 'Observation', category: 'laboratory' }
  const tenant = await createTenant('strict-ig', { fhir: [refused] })
  const said = await listen(page)
  await page.goto(await tenant.launch('gen-40'))
  await expectLoaded(page)
  await expect.poll(said).toContainEqual(expect.stringContaining('Loading is done'))
  const ends = (await said()).filter((words) => words.includes('Loading is done'))
  expect(ends).toEqual([expect.stringMatching(/^status: .*1 category refused/)])
  await expect(recordPage(page).status).toContainText('Laboratory: refused')
  await recordPage(page).tab('Results').click()
  await page.getByRole('searchbox').fill('no such test')
  await expect.poll(said).toContainEqual('status: 0 results shown')
  await tenant.setFaults({ token: ['invalid-grant'] })
  await page.goto(await tenant.launch('example'))
  await expect(heading(page, 'The sign-in could not be finished')).toBeFocused()
})
