import type { Page } from '@playwright/test'
import { expectAccessible, expectLoaded, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** Opens the Patient view of the patient who has something in every element. */
async function openPatient(page: Page): Promise<void> {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('trends'))
  await expectLoaded(page)
  await recordPage(page).tab('Patient').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const closedParts = (page: Page) => page.locator('main').getByRole('button', { expanded: false })
const openParts = (page: Page) => page.locator('main').getByRole('button', { expanded: true })

/** What stays closed: its part, how many entries it says it has, and something in it. */
const CLOSED = [
  ['Identity numbers', '1 entry', 'ends in 1234'],
  ['Gender identity, race, ethnicity and marital status', '6 entries', 'Asian (Chinese)'],
  ['Languages', '2 entries', 'Cantonese'],
  ['Phone and other contact details', '3 entries', '555-0177'],
  ['Addresses', '3 entries', '7 Curve Street'],
  ['Contact persons', '2 entries', 'Udo Trend'],
] as const

test('D9 the Patient view tells people apart, and leaves the rest closed', async ({ page }) => {
  await openPatient(page)
  await expect(part(page, 'Names')).toContainText('Dr. Uma Trend PhD')
  await expect(part(page, 'Names')).toContainText('Uma Linie (until 1999)')
  await expect(part(page, 'Birth and age')).toContainText('Yes, born as number 2')
  await expect(part(page, 'Sex and gender')).toContainText('Birth sex')
  await expect(part(page, 'Identifiers')).toContainText('MRN-0077, Lakeside Clinic')
  await expect(part(page, 'Identifiers')).toContainText(
    '2 identifiers used for signing in are not shown',
  )
  await expect(part(page, 'Care')).toContainText('Dr. Noa Quill')
  await expect(part(page, 'Care')).toContainText('named only by a reference')
  const shown = await page.locator('body').innerText()
  for (const [title, count, text] of CLOSED) {
    await expect(part(page, title)).toContainText(count)
    expect(shown).not.toContain(text)
  }
  await expect(closedParts(page)).toHaveCount(CLOSED.length)
  expect(await page.content()).not.toMatch(/uma-login|900-77/)
})

test('D9 EMB-07 the keyboard opens a closed part, and leaving the page closes it', async ({
  page,
}) => {
  await openPatient(page)
  for (const [title, , text] of CLOSED) {
    await part(page, title).getByRole('button').focus()
    await page.keyboard.press('Enter')
    await expect(part(page, title)).toContainText(text)
  }
  await expect(part(page, 'Phone and other contact details')).toContainText('not given (withheld)')
  await expect(part(page, 'Contact persons').getByRole('term')).toHaveText([
    /Emergency contact/,
    'Colleague',
  ])
  expect(await page.content()).not.toMatch(/uma-login|900-77/)
  await page.keyboard.press('Space')
  await expect(page.getByText('Udo Trend')).toHaveCount(0)
  await recordPage(page).tab('Results').click()
  await recordPage(page).tab('Patient').click()
  await expect(closedParts(page)).toHaveCount(CLOSED.length)
})

for (const width of [1440, 360])
  test(`A11Y the Patient view is accessible at ${width} px, closed and open`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await openPatient(page)
    await expectAccessible(page)
    for (const [title] of CLOSED) await part(page, title).getByRole('button').click()
    await expect(openParts(page)).toHaveCount(CLOSED.length)
    await expectAccessible(page)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  })

test('D9 what is closed is not printed, and the print says so', async ({ page }) => {
  await openPatient(page)
  await part(page, 'Languages').getByRole('button').click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Cantonese')).toBeVisible()
  await expect(part(page, 'Addresses').getByText('Addresses', { exact: true }).last()).toBeVisible()
  await expect(part(page, 'Addresses')).toContainText(
    '3 entries, closed on the screen and so not printed.',
  )
})
