import { expectLoaded, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

test('F-S1 TAB-03 another patient launched in the same tab replaces the first wholly', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await expect(recordPage(page).banner).toContainText('Chalmers')
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toHaveLength(1)
  await expect(page.getByText('Dana')).toHaveCount(0)
})

test('F-S3 STO-06 CB-07 a tab duplicated during the redirect redeems its answer once', async ({
  page,
  context,
  watch,
}) => {
  watch.allowFailedLoads(/assets/)
  const tenant = await createTenant('strict-ig')
  // The first tab has the answer, but can't use it yet; its copy has the same storage.
  let blocked = true
  await page.route('**/open-callback-*.js', (route) => (blocked ? route.abort() : route.continue()))
  const answered = page.waitForRequest(/\/callback\/\?.*code=/)
  await page.goto(await tenant.launch('example'))
  const address = (await answered).url()
  await expect(page.getByRole('heading', { name: /could not be loaded/ })).toBeVisible()
  const [copy] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate((url) => void window.open(url), address),
  ])
  await expectLoaded(copy)
  await expect(recordPage(copy).banner).toContainText('Chalmers')
  blocked = false
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: 'This sign-in is over' })).toBeVisible()
  const exchanges = (await tenant.log()).filter(({ path }) => path.endsWith('/token'))
  expect(exchanges.map(({ status }) => status)).toEqual([200])
})

test('F-S4 TAB-04 CB-04 a reload of the callback page adopts no session, and says what to do', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await page.goto(`${tenant.appRoot}callback/`)
  await expect(page.getByRole('heading', { name: 'No sign-in is going on here' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'No sign-in is going on here' })).toBeVisible()
  await page.goBack()
  await expectLoaded(page)
  await expect(recordPage(page).banner).toContainText('Chalmers')
})

test('F-S5 TAB-05 END-04 Back and Forward send no code again, and keep the patient', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto('about:blank')
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await recordPage(page).tab('Patient').click()
  await page.goto(`${new URL(tenant.iss).origin}/`)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
  await expect(recordPage(page).banner).toContainText('Chalmers')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await page.goBack()
  expect(page.url()).toBe('about:blank')
  await page.goForward()
  await expect(recordPage(page).banner).toContainText('Chalmers')
  const exchanges = (await tenant.log()).filter(({ path }) => path.endsWith('/token'))
  expect(exchanges).toHaveLength(1)
})

test('F-S5 END-04 Back to a record shows nothing once a copy of the tab has signed out', async ({
  page,
  context,
  watch,
}) => {
  watch.allowFailedLoads(/Patient|Observation/)
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  const [copy] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate((url) => void window.open(url), page.url()),
  ])
  await expectLoaded(copy)
  await page.goto(`${new URL(tenant.iss).origin}/`)
  await copy.getByRole('button', { name: 'Sign out' }).click()
  await expect(copy.getByRole('heading', { name: 'The EHR stays signed in' })).toBeVisible()
  await page.goBack()
  // A page that was kept has heard of it; one that loads anew has a copy of the storage, whose token is revoked.
  await expect(
    page.getByText(/This session is not open here|no longer accepts this sign-in/),
  ).toBeVisible()
})

// Ten minutes fast, an id_token of an hour is still good; Epic's live five minutes.
for (const [minutes, profile] of [
  [-10, 'strict-ig'],
  [10, 'epic-ehr'],
] as const)
  test(`F-S7 IDT-04 a clock ${minutes} minutes off at ${profile} ends in words that think of the clock`, async ({
    page,
  }) => {
    await page.clock.install({ time: Date.now() + minutes * 60_000 })
    const tenant = await createTenant(profile)
    await page.goto(await tenant.launch('example'))
    await expect(
      page.getByRole('heading', { name: 'The clocks of this device and the hospital don’t agree' }),
    ).toBeVisible()
  })

test('F-S7 IDT-04 a clock a minute off does no harm', async ({ page }) => {
  await page.clock.install({ time: Date.now() + 60_000 })
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await expect(recordPage(page).banner).toContainText('Chalmers')
})
