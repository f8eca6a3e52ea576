import { expect, test, type Page } from '@playwright/test'
import { createDirectorySite } from './directory-site.ts'
import { expectLoaded, recordPage, showResults } from './record-page.ts'
import { expire, recordStates } from './record-states.ts'
import { createTenant } from './tenant.ts'

const wide = { width: 1120, height: 760 }
/** Johnnie Hermiston, and his last visit. */
const johnnie = 'ea877536-55b1-4ec8-a12b-e95594214c01'
const visitOfJohnnie = 'c2c932f5-b7ee-46c5-b7d2-8cb294b307c5'
const take = (page: Page, name: string) => page.screenshot({ path: `docs/images/${name}.png` })

// The app's own look: the pretend hospital's fonts may come in time for one picture and not for the next.
test.beforeEach(({ context }) => context.route('**/smart-style.json', (route) => route.abort()))

async function openDana(page: Page): Promise<void> {
  const tenant = await createTenant('strict-ig')
  await page.setViewportSize(wide)
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
}

test('takes the pictures of the views', async ({ page }) => {
  await openDana(page)
  await take(page, 'overview')
  await showResults(page)
  await page.getByRole('combobox', { name: 'Category' }).selectOption('laboratory')
  await expect(page.getByText(/2,320 of 2,681 results/).first()).toBeVisible()
  await take(page, 'results')
  await page
    .getByRole('button', { name: /^Details of/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: /^Details of/ })).toBeVisible()
  await take(page, 'detail')
  await page.goto(page.url().replace(/results.*$/, 'flowsheet?category=laboratory&density=compact'))
  await expect(page.getByRole('grid')).toBeVisible()
  await take(page, 'flowsheet')
  await page.goto(page.url().replace(/flowsheet.*$/, 'results/loinc-4548-4'))
  await expect(page.getByRole('figure').locator('svg').first()).toBeVisible()
  await take(page, 'trend')
  await page.goto(page.url().replace(/results.*$/, 'results?row=gen-02674'))
  const waveform = page.getByRole('figure').filter({ hasText: 'ECG lead II' }).first()
  await waveform.scrollIntoViewIfNeeded()
  await take(page, 'waveform')
})

test('takes the pictures of the patient and of what the EHR gave', async ({ page }) => {
  const tenant = await createTenant(
    'strict-ig',
    {},
    { ehr: { scope: 'launch openid fhirUser patient/*.rs' } },
  )
  await page.setViewportSize({ width: 1120, height: 1400 })
  await page.goto(await tenant.launch('trends'))
  await expectLoaded(page)
  await recordPage(page).tab('Patient').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
  await take(page, 'patient')
  await page.setViewportSize(wide)
  const context = { needPatientBanner: false, encounter: visitOfJohnnie }
  await page.goto(await tenant.launch(johnnie, tenant.appRoot, context))
  await expectLoaded(page)
  await take(page, 'opened-from-visit')
})

test('takes the picture of the search for a patient', async ({ page }) => {
  const scope = 'openid fhirUser user/Patient.rs user/Observation.rs'
  const tenant = await createTenant('oracle-provider', {}, { scope, patientSearch: true })
  await page.setViewportSize(wide)
  await page.goto(tenant.appRoot)
  await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.getByLabel('Family name').fill('Hermiston')
  await page.getByLabel('Birth date').fill('2009-03-20')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('listitem')).toHaveCount(1)
  await take(page, 'find-patient')
})

test('takes the picture of the search for a hospital', async ({ page }) => {
  const site = await createDirectorySite()
  await page.setViewportSize(wide)
  await page.goto(site.appRoot)
  await page.getByRole('searchbox').fill(site.organizations[0]?.name.split(' ')[0] ?? '')
  await expect(page.getByRole('button', { name: /^Sign in to/ }).first()).toBeVisible()
  await take(page, 'directory')
})

test('takes the picture of the check of an installation', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.setViewportSize({ width: 1120, height: 1400 })
  await page.goto(`${tenant.appRoot}#/check`)
  await expect(page.getByText(/^Done: /)).toBeVisible()
  await page.getByRole('button', { name: /^Also send two requests/ }).click()
  const server = page.getByRole('region', { name: 'Example Hospital' })
  await expect(server.getByText('all well', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Done: /)).toBeVisible()
  await take(page, 'check')
})

test('takes the pictures of a phone', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
  await take(page, 'phone-overview')
  await page.goto(page.url().replace(/overview.*$/, 'results/loinc-4548-4'))
  await expect(page.getByRole('figure').locator('svg').first()).toBeVisible()
  await take(page, 'phone-trend')
})

for (const { name, reach } of recordStates)
  test(`takes the pictures of a record that is ${name}`, async ({ page }) => {
    await page.setViewportSize(wide)
    await reach(page)
    for (const view of ['Overview', 'Results', 'Flowsheet']) {
      await recordPage(page).tab(view).click()
      await expect(page.getByRole('heading', { level: 1, name: view })).toBeVisible()
      await page.waitForTimeout(1_000)
      await take(page, `states/${view.toLowerCase()}-${name}`)
    }
  })

test('takes the picture of a session that has ended', async ({ page }) => {
  await page.clock.install()
  await openDana(page)
  await expire(page)
  await take(page, 'states/expired')
})
