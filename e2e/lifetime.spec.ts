import type { Page } from '@playwright/test'
import {
  expectAccessible,
  expectLoaded,
  recordPage,
  showResults,
  signInAs,
  signInByHand,
} from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const minute = 60_000
const refreshing = 'openid fhirUser launch/patient patient/Patient.rs patient/Observation.rs'

/** Signs in by hand; `server` is what config.json says of the server beside the usual. */
async function signIn(page: Page, server: object = {}, config: object = {}) {
  const tenant = await createTenant('strict-ig')
  await tenant.configure({ idleMinutes: 0, ...config, servers: [{ ...tenant.server, ...server }] })
  await signInByHand(page, tenant.appRoot, /Chalmers/)
  await expectLoaded(page)
  return tenant
}

/** The page's clock ran ahead of the server's, which would refuse the next sign-in for it. */
const setClockRight = (page: Page) => page.clock.setSystemTime(Date.now())

const countdown = (page: Page) => page.getByText(/Session ends in/)

test('REF-09 counts down, warns before the end, and signs in again back to the same view', async ({
  page,
}) => {
  await page.clock.install()
  await signIn(page)
  await expect(countdown(page)).toContainText(/Session ends in 59 minutes \(/)
  await recordPage(page).tab('Patient').click()
  await page.clock.runFor(56 * minute)
  const notice = page.getByRole('status').filter({ hasText: 'Your session ends at' })
  await expect(notice).toBeVisible()
  await expect(recordPage(page).banner).toContainText('Chalmers')
  await expectAccessible(page)
  const before = page.url()
  await setClockRight(page)
  await notice.getByRole('button', { name: 'Sign in again' }).click()
  await signInAs(page, /Chalmers/)
  await expect(page).toHaveURL(/\/patient$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
  expect(page.url()).not.toBe(before)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toHaveLength(1)
})

test('REF-09 covers the record at the end, and one click leads back to the same view', async ({
  page,
}) => {
  await page.clock.install()
  const tenant = await signIn(page)
  await showResults(page)
  await page.goto(page.url() + '?category=vital-signs')
  await page.clock.runFor(61 * minute)
  await expect(page.getByRole('heading', { name: 'Your session has ended' })).toBeVisible()
  await expect(recordPage(page).banner).toHaveCount(0)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  await expectAccessible(page)
  const asked = (await tenant.log()).length
  await page.clock.runFor(minute)
  expect(await tenant.log()).toHaveLength(asked)
  await setClockRight(page)
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await signInAs(page, /Chalmers/)
  await expect(page).toHaveURL(/results\?category=vital-signs$/)
})

test('REF-09 a sign-in that can’t begin again leaves the record where it is', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/smart-configuration/)
  await page.clock.install()
  await signIn(page)
  await page.clock.runFor(56 * minute)
  await page.route('**/smart-configuration', (route) => route.abort())
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await expect(page.getByText('Signing in could not begin')).toBeVisible()
  await expect(recordPage(page).banner).toContainText('Chalmers')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
})

test('CB-08 another patient’s sign-in does not come back to the view of the one before', async ({
  page,
}) => {
  await page.clock.install()
  await signIn(page)
  await recordPage(page).tab('Patient').click()
  await page.clock.runFor(61 * minute)
  await setClockRight(page)
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await signInAs(page, /Dana/)
  await expect(page).toHaveURL(/\/overview$/)
  await expect(recordPage(page).banner).toContainText('Dana')
  await expect(page.getByText('Chalmers')).toHaveCount(0)
})

test('ERR-06 who came from the chart is told to open the app there again', async ({ page }) => {
  await page.clock.install()
  const tenant = await createTenant('strict-ig')
  await tenant.configure({ idleMinutes: 0, servers: [tenant.server] })
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await page.clock.runFor(56 * minute)
  await expect(page.getByRole('status').filter({ hasText: 'Your session ends at' })).toContainText(
    'open it again from the patient’s chart',
  )
  await expect(page.getByRole('button', { name: 'Sign in again' })).toHaveCount(0)
})

test('END-06 covers the record when nobody is there, and revokes', async ({ page }) => {
  await page.clock.install()
  const tenant = await signIn(page, {}, { idleMinutes: 10 })
  await page.clock.runFor(9.5 * minute)
  const notice = page.getByRole('alert').filter({ hasText: 'Are you still there?' })
  await expectAccessible(page)
  await notice.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(notice).toHaveCount(0)
  await page.clock.runFor(10.1 * minute)
  await expect(
    page.getByRole('heading', { name: 'You were signed out, as nobody seemed to be here' }),
  ).toBeVisible()
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  await expect
    .poll(async () => (await tenant.log()).filter(({ path }) => path.endsWith('/revoke')))
    .toHaveLength(1)
})

test('END-06 has no idle lock in an EHR’s frame by default', async ({ page }) => {
  await page.clock.install()
  const tenant = await createTenant('strict-ig')
  await page.goto(tenant.chartUrl('example'))
  const app = page.frameLocator('iframe')
  await expectLoaded(app)
  await page.clock.runFor(30 * minute)
  await expect(recordPage(app).banner).toContainText('Chalmers')
  await expect(app.getByText('Are you still there?')).toHaveCount(0)
})

test('END-01 END-02 END-03 signing out revokes, clears everything, and says what stays open', async ({
  page,
  watch,
}) => {
  // Back leads to the hospital's own sign-in page, which is used up.
  watch.allowFailedLoads(/sign-in/)
  const tenant = await signIn(page, { scope: `${refreshing} offline_access` })
  const address = page.url()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'You are signed out of Chartside' })).toBeVisible()
  await expect(page.getByText(/sign out there too/)).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  await page.goBack()
  await expect(page.getByText('Chalmers')).toHaveCount(0)
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'This session is not open here' })).toBeVisible()
  const revoked = (await tenant.log()).filter(({ path }) => path.endsWith('/revoke'))
  expect(revoked).toHaveLength(2)
  // At this server the refresh token takes the access token with it.
  expect(revoked[0]?.revoked).toBe('refresh_token')
})

test('END-02 signs out all the same where the server does not answer', async ({ page, watch }) => {
  watch.allowFailedLoads(/revoke/)
  await page.route('**/revoke', (route) => route.abort())
  await signIn(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'You are signed out of Chartside' })).toBeVisible()
})

test('REF-04 a session renews itself with each new token in turn, and warns of nothing', async ({
  page,
}) => {
  await page.clock.install()
  const tenant = await signIn(page, { scope: `${refreshing} offline_access` })
  await expect(countdown(page)).toHaveCount(0)
  for (const _round of [1, 2, 3]) {
    const renewed = page.waitForResponse((response) => response.url().endsWith('/token'))
    // No further than it takes: the clock that runs ahead would end the app's wait for the answer too.
    await page.clock.runFor(54 * minute + 2_000)
    const response = await renewed
    expect(response.status()).toBe(200)
    const { refresh_token: next } = (await response.json()) as { refresh_token: string }
    // Reloaded before the page has put it away, it would have the one that is spent.
    await expect
      .poll(() => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage))))
      .toContain(next)
  }
  await expect(page.getByText('Your session ends at')).toHaveCount(0)
  await page.reload()
  await expectLoaded(page)
  const tokens = (await tenant.log()).filter(({ path }) => path.endsWith('/token'))
  expect(tokens.map(({ status }) => status)).toEqual([200, 200, 200, 200])
})

test('REF-10 a token that the server refuses leaves what is loaded, and offers to sign in again', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/Observation/)
  const tenant = await createTenant('strict-ig', {
    fhir: [{ kind: 'status', status: 401, type: 'Observation', category: 'laboratory' }],
  })
  await signInByHand(page, tenant.appRoot, /Chalmers/)
  await expectLoaded(page)
  const notice = page.getByRole('status').filter({ hasText: 'no longer accepts this sign-in' })
  await expect(notice).toContainText('What you see was loaded before')
  await expect(recordPage(page).status).toContainText(/Vital signs: [1-9]\d* loaded/)
  await expect(notice.getByRole('button', { name: 'Sign in again' })).toBeVisible()
  await expectAccessible(page)
})
