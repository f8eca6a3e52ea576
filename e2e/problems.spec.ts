import { expectAccessible, expectLoaded, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const dana = 'gen-dana-demo'

test('F-A11 a launch used a second time is refused by the EHR and said so', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  const url = await tenant.launch('example')
  await page.goto(url)
  await expectLoaded(page)
  await page.goto(url)
  await expect(
    page.getByRole('heading', { level: 1, name: 'The server did not accept the request' }),
  ).toBeVisible()
  await expect(page.getByText('open it again from the patient’s chart')).toBeVisible()
})

test('ISS-03 a server that is not configured gets no request at all', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  const other = await createTenant('strict-ig')
  const url = new URL(await tenant.launch('example'))
  url.searchParams.set('iss', other.iss)
  await page.goto(url.href)
  await expect(page.getByRole('heading', { name: 'This server is not known here' })).toBeVisible()
  expect(await other.log()).toEqual([])
  await expectAccessible(page)
})

test('ISS-04 an address that would override the configuration is refused', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(
    `${await tenant.launch('example')}&fhirServiceUrl=https://evil.example&patientId=1`,
  )
  await expect(page.getByRole('heading', { name: 'This address was refused' })).toBeVisible()
  expect(await tenant.log()).toEqual([])
})

test('LAUNCH-07 the launch page opened by hand shows the home page', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(`${tenant.appRoot}launch/`)
  await expect(page.getByRole('button', { name: 'Sign in to Example Hospital' })).toBeVisible()
})

test('CB-04 the callback page opened by hand says that nothing goes on there', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(`${tenant.appRoot}callback/`)
  await expect(page.getByRole('heading', { name: 'No sign-in is going on here' })).toBeVisible()
  await page.goto(`${tenant.appRoot}callback/?error=x&error_description=Call%20555-0100`)
  await expect(
    page.getByRole('heading', { name: 'The answer of the sign-in can’t be read' }),
  ).toBeVisible()
  await expect(page.getByText('555-0100')).toHaveCount(0)
})

test('an address inside the app that leads nowhere says so', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(`${tenant.appRoot}#/nowhere`)
  await expect(
    page.getByRole('heading', { name: 'There is no page at this address' }),
  ).toBeVisible()
  await expectAccessible(page)
})

test('a fault in config.json is named by its field', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await tenant.configure({ servers: [{ ...tenant.server, clientSecret: 's' }] })
  await page.goto(tenant.appRoot)
  await expect(page.getByRole('heading', { name: 'The app is not set up rightly' })).toBeVisible()
  await page.getByText('Details for support').click()
  await expect(page.getByText('servers[0].clientSecret')).toBeVisible()
  await expect(page.getByText(/nothing in it is secret/)).toBeVisible()
})

test('OBS-02 one category that fails hides nothing of the rest, and can be loaded alone', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/category=.*laboratory/)
  const tenant = await createTenant('strict-ig', {
    fhir: [{ kind: 'status', status: 500, type: 'Observation', category: 'laboratory' }],
  })
  await page.goto(await tenant.launch('gen-100'))
  const { status } = recordPage(page)
  await expect(status).toContainText('Laboratory: failed')
  await expect(status).toContainText('Vital signs: 50 loaded')
  await expectAccessible(page)
  await tenant.setFaults({})
  await page.getByRole('button', { name: 'Try again: Laboratory' }).click()
  await expect(status).toContainText('Laboratory: 50 loaded')
})

test('F-R13 PAT-02 one Observation of another patient blocks the view', async ({ page }) => {
  const tenant = await createTenant('strict-ig', {
    content: [{ kind: 'foreign-patient', type: 'Observation', category: 'laboratory', page: 2 }],
  })
  await page.goto(await tenant.launch(dana))
  await expect(
    page.getByRole('heading', { name: 'Data for another patient was received' }),
  ).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toHaveCount(0)
  await expect(recordPage(page).banner).toHaveCount(0)
})

test('F-R14 PAT-01 a Patient of another id blocks the view', async ({ page }) => {
  const tenant = await createTenant('strict-ig', { content: [{ kind: 'other-patient-id' }] })
  await page.goto(await tenant.launch('example'))
  await expect(
    page.getByRole('heading', { name: 'Data for another patient was received' }),
  ).toBeVisible()
})

test('F-R8 LEAK-01 follows no next link to another origin, and says that results are missing', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', {
    content: [{ kind: 'foreign-next', type: 'Observation', category: 'laboratory', page: 1 }],
  })
  await page.goto(await tenant.launch(dana))
  await expect(recordPage(page).status).toContainText(
    /Laboratory: failed: the hospital's server pointed to an address outside its record, and the app did not follow, [\d,]+ loaded before that/,
  )
})

test('F-R11 OBS-05 stops at a next link that leads back, and says so', async ({ page }) => {
  const tenant = await createTenant('strict-ig', {
    content: [{ kind: 'looping-next', type: 'Observation', category: 'laboratory', page: 1 }],
  })
  await page.goto(await tenant.launch(dana))
  await expect(recordPage(page).status).toContainText(/Laboratory: stopped/)
})
