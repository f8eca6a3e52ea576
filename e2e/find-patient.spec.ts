import { expectAccessible, expectLoaded, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const scope = 'openid fhirUser user/Patient.rs user/Observation.rs'

test('TOK-08 PAT-01 a clinician finds the patient, where the configuration allows it', async ({
  page,
}) => {
  const tenant = await createTenant('oracle-provider', {}, { scope, patientSearch: true })
  await page.goto(tenant.appRoot)
  await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Find the patient' })).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  await page.getByLabel('Family name').fill('Hermiston')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText('Enter the birth date or the record number as well.')).toBeVisible()
  await page.getByLabel('Birth date').fill('2009-03-20')
  await page.getByRole('button', { name: 'Find' }).click()
  const found = page.getByRole('listitem')
  await expect(found).toHaveCount(1)
  await expect(found).toContainText('Mar 20, 2009')
  await expectAccessible(page)
  await found.getByRole('button', { name: 'Open the record of' }).click()
  await expectLoaded(page)
  await expect(recordPage(page).banner).toContainText('Hermiston')
  await expect(page.getByText('Chosen by you, not by the chart')).toBeVisible()
  await page.reload()
  await expectLoaded(page)
  await expect(page.getByText('Chosen by you, not by the chart')).toBeVisible()
  const log = await tenant.log()
  const searches = log.filter(({ path }) => path.includes('/Patient/_search'))
  expect(searches.filter(({ method }) => method === 'POST')).toHaveLength(1)
  expect(JSON.stringify(log)).not.toMatch(/hermiston/i)
})

test('TOK-08 PAT-06 offers no search where it is not configured, or a patient was to be named', async ({
  page,
}) => {
  const signIn = async () => {
    await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'No patient came with the sign-in' }),
    ).toBeVisible()
    await expect(page.getByText('open the app from the patient’s chart')).toBeVisible()
  }
  const tenant = await createTenant('oracle-provider', {}, { scope })
  await page.goto(tenant.appRoot)
  await signIn()
  await tenant.configure({ servers: [{ ...tenant.server, scope: undefined, patientSearch: true }] })
  await page.goto(tenant.appRoot)
  await signIn()
})
