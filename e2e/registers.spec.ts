import type { Page } from '@playwright/test'
import {
  expectAccessible,
  expectLoaded,
  recordPage,
  showResults,
  signInByHand,
} from './record-page.ts'
import { createTenant, epicRefusals } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const plain = 'A1c, which reflects the average blood sugar'
const outOfRange = (page: Page) => page.getByRole('region', { name: 'Out of range or abnormal' })

test('a patient reads plain names beside the laboratory’s, and what a test is', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(epicRefusals)
  const tenant = await createTenant('epic-mychart')
  await signInByHand(page, tenant.appRoot, /Dana/)
  await expectLoaded(page)
  const a1c = outOfRange(page).getByRole('link', { name: `${plain} Hemoglobin A1c` })
  await expect(a1c).toBeVisible()
  await expectAccessible(page)

  await a1c.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${plain} Hemoglobin A1c`)
  const explained = page.locator('details', { hasText: 'What is this?' })
  await explained.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(explained).toContainText('reflects the average blood sugar of the past months')
  const source = explained.getByRole('link', { name: /^MedlinePlus/ })
  await expect(source).toHaveAttribute(
    'href',
    /^https:\/\/medlineplus\.gov\/lab-tests\/hemoglobin-a1c/,
  )
  await expectAccessible(page)

  await recordPage(page).tab('Flowsheet').click()
  await page.getByRole('searchbox').fill('average blood')
  const row = page.getByRole('rowheader', { name: `${plain} Hemoglobin A1c` })
  await expect(row.getByText(plain)).toBeVisible()
  await expect(row.getByText('Hemoglobin A1c')).toBeVisible()
  await page.setViewportSize({ width: 360, height: 740 })
  await expectAccessible(page)

  await showResults(page)
  await page.getByRole('searchbox', { name: 'Search' }).fill('average blood')
  await expect(recordPage(page).rows.nth(1)).toContainText(`${plain} Hemoglobin A1c`)
})

test('a clinician reads the laboratory’s names alone, until the patient’s register is chosen', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
  await expect(outOfRange(page).getByRole('link', { name: 'Hemoglobin A1c' })).toBeVisible()
  await expect(page.getByText(plain)).toHaveCount(0)
  await expect(page.getByText('What is this?')).toHaveCount(0)

  await page.evaluate(() =>
    localStorage.setItem(
      'chartside:preferences',
      JSON.stringify({ registerForClinician: 'patient' }),
    ),
  )
  await page.reload()
  await expectLoaded(page)
  await expect(outOfRange(page).getByText(plain)).toBeVisible()
  await showResults(page)
  await page.getByRole('searchbox', { name: 'Search' }).fill('average blood')
  await expect(recordPage(page).rows.nth(1)).toContainText(plain)
  // The watch wants nothing kept.
  await page.evaluate(() => localStorage.clear())
})
