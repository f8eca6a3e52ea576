import { expectAccessible, expectLoaded, recordPage, showResults } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const dana = 'gen-dana-demo'
const laboratory = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory'

/** The categories that the app searched for. */
async function askedOf(tenant: Awaited<ReturnType<typeof createTenant>>): Promise<string[]> {
  const log = await tenant.log()
  const searches = log.filter(
    ({ method, path }) => method === 'GET' && path.endsWith('/Observation'),
  )
  return [
    ...new Set(searches.map(({ query }) => query['category']).filter((one) => one !== undefined)),
  ]
}

test('F-T4 SCOPE-05 a grant of laboratory results alone is asked for alone, and said', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', {
    grantOnly: [
      'patient/Patient.r',
      `patient/Observation.r?category=${laboratory}`,
      `patient/Observation.s?category=${laboratory}`,
    ],
  })
  await page.goto(await tenant.launch(dana))
  await expectLoaded(page)
  const { status, table } = recordPage(page)
  await expect(status).toContainText('Only laboratory results were released to this app.')
  await expect(status).toContainText('Laboratory: 2,320 loaded')
  await expect(status).not.toContainText('refused')
  await showResults(page)
  await expect(table).toBeVisible()
  expect(await askedOf(tenant)).toEqual([laboratory])
  await expectAccessible(page)
})

test('F-T4 SCOPE-01 a grant without results says so as the reason, instead of nine refusals', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', { grantOnly: ['patient/Patient.r'] })
  await page.goto(await tenant.launch(dana))
  await expect(recordPage(page).banner).toContainText('Dana')
  await expect(page.getByRole('main')).toContainText("This sign-in doesn't allow results")
  await expect(recordPage(page).status).not.toContainText('refused')
  expect(await askedOf(tenant)).toEqual([])
  await expectAccessible(page)
})

test('F-T4 SCOPE-01 a grant without the patient says so where the name would be', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', { grantOnly: ['patient/Observation.rs'] })
  await page.goto(await tenant.launch(dana))
  await expectLoaded(page)
  await expect(recordPage(page).banner).toContainText('was not released to this app')
  await showResults(page)
  await expect(recordPage(page).table).toBeVisible()
  const log = await tenant.log()
  expect(log.filter(({ path }) => path.includes('/Patient/'))).toEqual([])
  await expectAccessible(page)
})
