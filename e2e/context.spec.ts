import type { Page } from '@playwright/test'
import { expectAccessible, expectLoaded, recordPage, showResults, signInAs } from './record-page.ts'
import { createTenant, epicRefusals } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const dana = 'gen-dana-demo'
/** Johnnie Hermiston, 106 Observations, and his last visit, in which 6 of them were made. */
const johnnie = 'ea877536-55b1-4ec8-a12b-e95594214c01'
const visit = 'c2c932f5-b7ee-46c5-b7d2-8cb294b307c5'
const withVisits =
  'launch openid fhirUser patient/Patient.rs patient/Observation.rs patient/Encounter.r'

const banners: [string, object, { needPatientBanner?: boolean }, boolean][] = [
  ['true', {}, { needPatientBanner: true }, true],
  ['false', {}, { needPatientBanner: false }, false],
  ['the text "false"', { token: ['banner-text'] }, { needPatientBanner: true }, false],
  ['nothing', { token: ['banner-missing'] }, { needPatientBanner: false }, true],
]

test(`CTX-03 CTX-04 F-T9 a banner of ${banners.map(([name]) => name).join(', or ')}: who the patient is stands there, and whole on paper`, async ({
  page,
}) => {
  test.setTimeout(120_000)
  const tenant = await createTenant('strict-ig')
  for (const [name, faults, context, isWhole] of banners)
    await test.step(name, async () => {
      await page.emulateMedia({ media: 'screen' })
      await tenant.setFaults(faults)
      await page.goto(await tenant.launch(dana, tenant.appRoot, context))
      await expectLoaded(page)
      const { banner } = recordPage(page)
      const gender = banner.getByText('Administrative gender')
      for (const words of ['Dana', 'Born', 'years', 'Medical record number'])
        await expect(banner.getByText(words, { exact: false }).first()).toBeVisible()
      await expect(gender).toBeVisible({ visible: isWhole })
      await page.emulateMedia({ media: 'print' })
      await expect(gender).toBeVisible()
    })
})

test('CTX-02 shows the visit, narrows to it only when asked, says so, and can be lifted', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', {}, { ehr: { scope: withVisits } })
  await page.goto(await tenant.launch(johnnie, tenant.appRoot, { encounter: visit }))
  await expectLoaded(page)
  await expect(
    page.getByText('Opened from the visit of Nov 2, 2018', { exact: false }),
  ).toContainText('Encounter for check up')
  await showResults(page)
  const only = page.getByRole('checkbox', { name: 'Only results of this visit' })
  await expect(only).not.toBeChecked()
  await expect(page.getByText('106 results, newest first')).toBeVisible()
  await only.check()
  const notice = page.getByText(
    'Only results of this visit (6 of 106); results that name no visit of this hospital are not among them',
  )
  await expect(notice).toBeVisible()
  await expect(recordPage(page).rows).toHaveCount(7)
  await expect(page).toHaveURL(/#\/s\/[\w-]+\/results\?visit=this$/)
  await expectAccessible(page)
  await page.reload()
  await expectLoaded(page)
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: 'Show all', exact: true }).click()
  await expect(page.getByText('106 results, newest first')).toBeVisible()
  await expect(page).toHaveURL(/results$/)
})

test('CTX-02 SCOPE-01 says that a visit was not released, and asks for none', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch(johnnie, tenant.appRoot, { encounter: visit }))
  await expectLoaded(page)
  await expect(
    page.getByText('Opened from a visit (the hospital did not release details)'),
  ).toBeVisible()
  const log = await tenant.log()
  expect(log.filter(({ path }) => path.includes('/Encounter'))).toEqual([])
})

test('CTX-08 F-T10 leads to the result that the chart pointed to', async ({ page }) => {
  const tenant = await createTenant('strict-ig', { token: ['context-result'] })
  await page.goto(await tenant.launch(johnnie))
  await expectLoaded(page)
  const pointed = page.getByText('The chart points to one result:').getByRole('link')
  await pointed.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Results' })).toBeVisible()
  await expect(page).toHaveURL(/results\?row=[\w.-]+$/)
  await expect(recordPage(page).table.locator('[aria-current="true"]')).toBeVisible()
})

test('CTX-08 F-T10 LOG-02 names what else was handed over by kind and number alone', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', { token: ['context-objects'] })
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await page.getByRole('button', { name: 'About this connection' }).click()
  const about = page.getByRole('region', { name: 'About this connection' })
  await expect(about).toContainText(
    '1 × Encounter, 1 × ImagingStudy, 1 × Questionnaire (by canonical address), 1 × ServiceRequest (by identifier), 1 in a role not known here',
  )
  await expect(about).not.toContainText('study-1')
})

const colourOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const own = 'rgb(244, 246, 247)'

test('CTX-05 goes by the hospital’s colours where they can be read, in light, until switched off', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  const asked: (string | null)[] = []
  page.on('request', async (request) => {
    if (request.url().endsWith('smart-style.json'))
      asked.push(await request.headerValue('authorization'))
  })
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  const use = page.getByRole('checkbox', { name: 'Use the hospital’s style' })
  await expect(use).toBeChecked()
  await page.reload()
  await expectLoaded(page)
  await expect(use).toBeChecked()
  // Once a page, never with a token.
  await expect.poll(() => asked).toEqual([null, null])
  expect(await colourOf(page)).toBe('rgb(237, 234, 227)')
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await colourOf(page)).toBe('rgb(14, 20, 24)')
  await page.emulateMedia({ colorScheme: 'light' })
  await use.uncheck()
  expect(await colourOf(page)).toBe(own)
})

test('CTX-05 ignores a style that is more than colours', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.route('**/smart-style.json', (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: {
        color_background: 'red;background:url(//evil.example/x)',
        color_text: '#f5f6f7',
        font_family_body: 'x, serif; } body { display: none',
      },
    }),
  )
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await page.getByRole('button', { name: 'About this connection' }).click()
  await expect(page.getByRole('region', { name: 'About this connection' })).toContainText(
    '0 values used, 0 without use here, 1 refused for want of contrast, 2 refused as malformed',
  )
  expect(await colourOf(page)).toBe(own)
  expect(await page.evaluate(() => document.documentElement.getAttribute('style'))).toBeNull()
  await expect(page.getByRole('checkbox', { name: 'Use the hospital’s style' })).toHaveCount(0)
})

test('IDT-11 names a parent and the patient, and says who is signed in from the chart', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(epicRefusals)
  const tenant = await createTenant('epic-mychart', {
    grantOnly: ['patient/Patient.r', 'patient/Observation.rs', 'patient/RelatedPerson.r'],
  })
  await page.goto(tenant.appRoot)
  await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
  await page.getByRole('radio', { name: /parent|proxy/i }).check()
  await signInAs(page, /Chalmers/)
  await expectLoaded(page)
  await expect(
    page.getByText(/^Signed in as Robin Chalmers, a related person, for .*Chalmers/),
  ).toBeVisible()
  await expect(recordPage(page).banner).toContainText('Chalmers')
})

test('IDT-11 IDT-10 says what a clinician is, where the sign-in does not release who', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await expect(page.getByText('Signed in as a clinician (Practitioner)')).toBeVisible()
  const log = await tenant.log()
  expect(log.filter(({ path }) => path.includes('/Practitioner'))).toEqual([])
})
