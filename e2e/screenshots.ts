import { expect, test } from '@playwright/test'
import { expectLoaded } from './record-page.ts'
import { createTenant } from './tenant.ts'

const picture = (name: string) => `docs/images/${name}.png`

test('takes the pictures of the docs', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.setViewportSize({ width: 1120, height: 760 })
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
  await page.getByLabel('Category').selectOption('laboratory')
  await expect(page.getByText(/2,320 of 2,681 results/).first()).toBeVisible()
  await page.screenshot({ path: picture('results') })
  await page.goto(page.url().replace(/results.*$/, 'results/loinc-4548-4'))
  await expect(page.getByRole('figure').locator('svg').first()).toBeVisible()
  await page.screenshot({ path: picture('trend') })
})
