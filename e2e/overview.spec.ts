import type { Page } from '@playwright/test'
import { expectAccessible, expectLoaded, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
] as const

/** Opens the record of a patient at its first screen. */
async function open(page: Page, patient: string, faults: object = {}) {
  const tenant = await createTenant('strict-ig', faults)
  await page.goto(await tenant.launch(patient))
  await expectLoaded(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  return tenant
}

async function expectAccessibleAtEachSize(page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectAccessible(page)
  }
}

const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

test('D6 D7 a record opens with what is out of range, vital signs and the newest day', async ({
  page,
}) => {
  await open(page, 'gen-dana-demo')
  expect(new URL(page.url()).hash).toMatch(/^#\/s\/[\w-]+\/overview$/)
  const rows = part(page, 'Out of range or abnormal').getByRole('listitem')
  await expect(rows).toHaveText([/Glucose.*131\.73 mg\/dL.*High/, /A1c/, /Cholesterol/, /LDL/])
  const pressure = part(page, 'Latest vital signs').getByRole('listitem')
  await expect(pressure).toContainText('131 / 88 mmHg')
  await expect(pressure).toContainText('Newest 100 results since May 13, 2025')
  await expect(pressure.locator('svg')).toBeVisible()
  const day = part(page, 'Latest laboratory results, Jun 3, 2025')
  await expect(day.getByRole('listitem')).toHaveCount(8)
  await day.getByRole('button', { name: 'Show all 12' }).click()
  await expect(day.getByRole('listitem')).toHaveCount(12)
  await expectAccessibleAtEachSize(page)
})

test('what a link says is what the results show', async ({ page }) => {
  await open(page, 'gen-dana-demo')
  const { table } = recordPage(page)
  await page.getByRole('link', { name: 'Laboratory results of Jun 3, 2025 (12)' }).click()
  await expect(table).toBeVisible()
  await expect(page.getByText('12 of 2,681 results').first()).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: /^Every result flagged .* \(170\)$/ }).click()
  await expect(page.getByText('170 of 2,681 results').first()).toBeVisible()
})

test('C4 by the keyboard alone to a trend and back', async ({ page }) => {
  await open(page, 'gen-dana-demo')
  const overview = page.url()
  const card = part(page, 'Latest vital signs').getByRole('link', { name: 'Blood pressure' })
  await page.getByRole('heading', { level: 1 }).focus()
  for (let steps = 0; steps < 20; steps += 1) {
    if (await card.evaluate((one) => one === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(card).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('figure')).toBeVisible()
  expect(page.url()).toBe(overview.replace('overview', 'results/loinc-85354-9'))
  await page.goBack()
  await expect(card).toBeFocused()
  expect(page.url()).toBe(overview)
})

test('D4 D5 says no change across units and methods', async ({ page }) => {
  await open(page, 'trends')
  const cards = part(page, 'Latest vital signs').getByRole('listitem')
  await expect(cards).toHaveCount(2)
  await expect(cards.first()).toHaveText('Body temperature37.9 °CMethod: TympanicJan 15, 2025')
  await expect(cards.last()).toContainText('0.5 kg more than on Jun 10, 2024')
  // The pounds before are of no line with the kilograms.
  await expect(cards.last()).toContainText('2 results since Jun 10, 2024')
  await expectAccessibleAtEachSize(page)
})

test('PAT-07 a category that could not be loaded is no quiet gap', async ({ page, watch }) => {
  watch.allowFailedLoads(/category=[^&]*vital-signs/)
  const vitals = { type: 'Observation', category: 'vital-signs' }
  await open(page, 'gen-dana-demo', { fhir: [{ ...vitals, kind: 'status', status: 403 }] })
  await expect(part(page, 'Latest vital signs')).toContainText(
    'Vital signs could not be loaded; the record status says why.',
  )
  await expect(part(page, 'Out of range or abnormal')).toContainText(
    'Not every category could be loaded',
  )
  await expectAccessibleAtEachSize(page)
})

test('PAT-07 refreshing the data says what is new', async ({ page }) => {
  const laboratory = { type: 'Observation', category: 'laboratory' }
  const tenant = await open(page, 'gen-40', {
    content: [{ ...laboratory, kind: 'without-subject', page: 1 }],
  })
  await tenant.setFaults({})
  await page.getByRole('button', { name: 'Refresh my data' }).click()
  const changes = part(page, /^New or changed since/)
  await expect(changes.getByRole('listitem')).toHaveCount(1)
  await expect(changes.getByRole('listitem')).toContainText('New')
  await expectAccessibleAtEachSize(page)
})

test('C2 the overview of a record that is still loading says what is on its way', async ({
  page,
}) => {
  const vitals = { type: 'Observation', category: 'vital-signs' }
  const tenant = await createTenant('strict-ig', {
    fhir: [{ ...vitals, kind: 'slow', ms: 20_000 }],
  })
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expect(part(page, 'Latest vital signs')).toContainText('Vital signs are loading')
  await expect(part(page, /^Latest laboratory results/).getByRole('listitem')).toHaveCount(8)
  await expectAccessibleAtEachSize(page)
})
