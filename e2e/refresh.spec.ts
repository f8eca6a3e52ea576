import type { Page } from '@playwright/test'
import type { ProfileName } from '../sandbox/profile.ts'
import { expectLoaded, recordPage, signInByHand } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const minute = 60_000
const resources = 'openid fhirUser patient/Patient.rs patient/Observation.rs offline_access'

/** Signs in with a refresh token, at a server with these faults of refreshing; at Oracle's from the chart. */
async function signIn(page: Page, refresh: string[], profile: ProfileName = 'strict-ig') {
  await page.clock.install()
  const tenant = await createTenant(profile, { refresh })
  const scope = `launch/patient ${resources}`
  await tenant.configure({ idleMinutes: 0, servers: [{ ...tenant.server, scope }] })
  if (profile === 'strict-ig') {
    await signInByHand(page, tenant.appRoot, /Chalmers/)
  } else await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  return tenant
}

/**
 * Lets time go by until the token is renewed, or the server says no. No further than it takes: the clock that runs
 * ahead would end the app's wait for the answer too.
 */
async function untilRenewal(page: Page, lifeSeconds: number): Promise<number> {
  const answered = page
    .context()
    .waitForEvent('response', (response) => response.url().endsWith('/token'))
  const ahead = Math.min(360, lifeSeconds / 2)
  await page.clock.runFor((lifeSeconds - ahead) * 1000 + 2_000)
  return (await answered).status()
}

/** Lets time go by a second at a time until a renewal is answered: a leap would end the app's wait for it as well. */
async function untilAnswered(page: Page): Promise<number> {
  let status = 0
  page.on('response', (response) => {
    if (response.url().endsWith('/token')) status = response.status()
  })
  await expect
    .poll(async () => {
      await page.clock.runFor(1_000)
      return status
    })
    .toBeGreaterThan(0)
  return status
}

for (const [id, profile, lifeSeconds, fault] of [
  ['F-T15a REF-04', 'strict-ig', 3600, 'rotated'],
  ['F-T15b REF-04', 'strict-ig', 3600, 'not-rotated'],
  ['F-T15b REF-04 REF-07', 'oracle-provider', 570, 'not-rotated'],
] as const)
  test(`${id} at ${profile} (${fault}) a session goes on from one renewal to the next`, async ({
    page,
  }) => {
    const tokens: (string | null)[] = []
    page.on('request', (request) => {
      const form = new URLSearchParams(request.postData() ?? '')
      if (form.get('grant_type') === 'refresh_token') tokens.push(form.get('refresh_token'))
    })
    const tenant = await signIn(page, [fault], profile)
    for (const _round of [1, 2, 3]) expect(await untilRenewal(page, lifeSeconds)).toBe(200)
    expect(tokens).toHaveLength(3)
    expect(new Set(tokens).size).toBe(fault === 'rotated' ? 3 : 1)
    await expect(page.getByText('Your session ends at')).toHaveCount(0)
    await page.reload()
    await expectLoaded(page)
    await expect(recordPage(page).banner).toContainText('Chalmers')
    const refused = (await tenant.log()).filter(({ status }) => status >= 400)
    expect(refused).toEqual([])
  })

for (const [name, fault, heading] of [
  ['F-T15c REF-06 a reuse', 'reused', 'The hospital’s server has ended the session'],
  ['F-T15d CTX-10 another patient', 'other-patient', 'Data for another patient was received'],
  ['F-T15f IDT-09 another person', 'other-sub', 'The session could not be verified any more'],
] as const)
  test(`${name} in a renewal ends the session, and shows nothing of anybody`, async ({
    page,
    watch,
  }) => {
    watch.allowFailedLoads(/token/)
    await signIn(page, [fault])
    await untilRenewal(page, 3600)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(recordPage(page).banner).toHaveCount(0)
    await expect(page.getByText('Chalmers')).toHaveCount(0)
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  })

test('F-T15e REF-06 a renewal that is lost on the way is tried again, and the session goes on', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/token/)
  const tenant = await signIn(page, ['drop'])
  const attempts = async () => {
    const log = await tenant.log()
    return log.filter(({ method, path }) => method === 'POST' && path.endsWith('/token')).length
  }
  // The browser itself sends a request again that was dropped on a connection it had used before; only when it has given
  // up is the token as unused as the app takes it to be.
  const lost = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/token'))
  await page.clock.runFor(54 * minute + 2_000)
  await lost
  expect(await attempts()).toBeGreaterThan(1)
  await expect(recordPage(page).banner).toContainText('Chalmers')
  await tenant.setFaults({})
  expect(await untilAnswered(page)).toBe(200)
  await page.clock.runFor(7 * minute)
  await expect(page.getByText('Your session ends at')).toHaveCount(0)
  await expect(recordPage(page).banner).toContainText('Chalmers')
})

test('F-T15e REF-04 a renewal whose answer is lost ends in words, as its token counts as used twice', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/token/)
  const tenant = await signIn(page, ['drop-after'])
  await page.clock.runFor(54 * minute + 2_000)
  await expect
    .poll(
      async () =>
        (await tenant.log()).filter(({ path, status }) => path.endsWith('/token') && status === 0)
          .length,
    )
    .toBeGreaterThan(0)
  await tenant.setFaults({})
  await page.clock.runFor(20_000)
  await expect(
    page.getByRole('heading', { level: 1, name: 'The hospital’s server has ended the session' }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign in again' })).toBeVisible()
})

test('REF-05 a copy of the tab sends no refresh token that the first tab has used', async ({
  page,
  context,
}) => {
  const tenant = await signIn(page, ['rotated'])
  const [copy] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate((url) => void window.open(url), page.url()),
  ])
  await expectLoaded(copy)
  // The clock is the context's: both tabs come to the same minute.
  expect(await untilRenewal(page, 3600)).toBe(200)
  await page.clock.runFor(minute)
  await expect(recordPage(page).banner).toContainText('Chalmers')
  await expect(recordPage(copy).banner).toContainText('Chalmers')
  const refreshes = (await tenant.log()).filter(({ path }) => path.endsWith('/token'))
  expect(refreshes.map(({ status }) => status)).toEqual([200, 200])
})
