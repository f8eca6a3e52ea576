import { openFrame } from './frames.ts'
import { expectLoaded } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** What lets an app ask for its end (SMART Web Messaging); an EHR gives it to those that ask. */
const ehr = {
  scope: 'launch openid fhirUser patient/Patient.rs patient/Observation.rs messaging/ui',
}

test('LEAK-08 a chart that takes messages closes the app when it is asked to, and it is signed out', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', {}, { ehr })
  await page.goto(tenant.chartUrl('example'))
  const app = page.frameLocator('iframe[title="Chartside"]')
  await expectLoaded(app)
  await app.getByRole('button', { name: 'Sign out and close' }).click()
  await expect(page.getByRole('status')).toHaveText('Chartside was closed.')
  await expect(page.locator('iframe')).toHaveCount(0)
  await expect
    .poll(async () => (await tenant.log()).filter(({ revoked }) => revoked))
    .toHaveLength(1)
})

test('LEAK-08 a chart that takes no messages leaves the page that says it may be closed', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', {}, { ehr })
  await page.goto(new URL(tenant.iss).origin)
  const app = await openFrame(page, await tenant.launch('example', tenant.framedRoot), 'app')
  await expectLoaded(app)
  await app.getByRole('button', { name: 'Sign out and close' }).click()
  await expect(app.getByRole('heading', { name: 'The EHR stays signed in' })).toBeVisible()
  await expect(app.getByText('You can close this page.')).toBeVisible()
})
