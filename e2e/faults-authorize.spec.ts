import { expectProblemPages, expectRecords } from './fault-table.ts'
import { expectLoaded, recordPage } from './record-page.ts'
import { createTenant, epicRefusals } from './tenant.ts'
import { watchContext } from './watch.ts'
import { expect, test } from './watched-test.ts'

const over = 'This sign-in is over'
const unreadable = 'The answer of the sign-in can’t be read'
const mixedUp = 'The answer came from the wrong server'
const hint = 'If nothing more appears within a minute, close this page and open the app again.'

expectProblemPages([
  ['F-A1 CB-01 another state', { authorize: 'wrong-state' }, over],
  ['F-A2 CB-01 CB-03 no state', { authorize: 'without-state' }, unreadable],
  ['F-A3 ERR-01 access denied', { authorize: 'access-denied' }, 'Access was not given'],
  ['F-A5 MIX-02 another iss', { authorize: 'wrong-iss' }, mixedUp],
  ['F-A5 MIX-02 no iss where one was promised', { authorize: 'without-iss' }, mixedUp],
  [
    'F-A8 ERR-01 a hostile description',
    { authorize: 'hostile-description' },
    'The server can’t sign you in just now',
  ],
  [
    'F-A11 LAUNCH-02 a launch that is used up',
    { authorize: 'launch-used' },
    'The server did not accept the request',
  ],
  ['F-A12 CB-03 neither code nor error', { authorize: 'without-code' }, unreadable],
  ['F-A13 CB-03 both code and error', { authorize: 'code-and-error' }, unreadable],
  ['F-A14 CB-03 state twice', { authorize: 'duplicate-state' }, unreadable],
  ['F-A14 CB-03 code twice', { authorize: 'duplicate-code' }, unreadable],
])

expectRecords([
  ['F-A6 TOK-01 a code full of reserved characters', { authorize: 'hostile-code' }, undefined],
  ['F-A15 AUTHZ-08 a launch too long for an address', { authorize: 'query-limit' }, undefined],
  [
    'F-A15 AUTHZ-08 a launch too long for an address, as at Epic',
    { authorize: 'query-limit' },
    undefined,
    { profile: 'epic-ehr', failedLoads: epicRefusals },
  ],
])

test('F-A15 AUTHZ-08 posts a long launch inside a frame too', async ({ page }) => {
  const tenant = await createTenant('strict-ig', { authorize: 'query-limit' })
  await page.goto(tenant.chartUrl('example'))
  const app = page.frameLocator('iframe')
  await expectLoaded(app)
  await expect(recordPage(app).banner).toContainText('Chalmers')
  const authorized = (await tenant.log()).filter(({ path }) => path.endsWith('/authorize'))
  expect(authorized.map(({ method }) => method)).toEqual(['POST'])
})

test('F-A15 AUTHZ-08 Back after a posted launch does not run it a second time', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', { authorize: 'query-limit' })
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  const asked = async () =>
    (await tenant.log()).filter(({ path }) => path.endsWith('/authorize')).length
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Sign in to Example Hospital' })).toBeVisible()
  expect(await asked()).toBe(1)
})

test('ERR-02 F-A3 an address in place of words is shown as text, and opened by nobody', async ({
  page,
}) => {
  const tenant = await createTenant('oracle-provider')
  await page.goto(tenant.appRoot)
  await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
  await page.getByRole('button', { name: 'Deny' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Access was not given' })).toBeVisible()
  await page.getByText('Details for support').click()
  await expect(page.getByText(/^https:\/\/authorization\.example\/errors\//)).toBeVisible()
  await expect(page.getByRole('link')).toHaveText(['Help', 'Back to the first page'])
})

test('F-A4 ERR-03 back from an error page that stayed at the server, one can begin again', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/authorize|sign-in|favicon/)
  watch.allowFailedLoads(epicRefusals)
  const tenant = await createTenant('epic-mychart', { authorize: 'error-page' })
  await page.goto(tenant.appRoot)
  const signIn = page.getByRole('button', { name: 'Sign in to Example Hospital' })
  await signIn.click()
  await page.getByRole('radio', { name: /Chalmers/ }).check()
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(page.getByText('Something went wrong trying to authorize the client')).toBeVisible()
  await tenant.setFaults({})
  await page.goBack()
  await page.goBack()
  await expect(signIn).toBeEnabled()
  await signIn.click()
  await page.getByRole('radio', { name: /Chalmers/ }).check()
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(recordPage(page).banner).toContainText('Chalmers')
})

test('F-A10 ERR-03 while a server never answers, the page says what to do', async ({ page }) => {
  // Playwright waits for the address that never answers, so the page that is left for it has to speak by itself.
  await page.addInitScript(() => {
    setInterval(() => globalThis.console.debug(document.body.innerText), 200)
  })
  const tenant = await createTenant('strict-ig', { authorize: 'hang' })
  await page.goto(await tenant.launch('example'), { waitUntil: 'commit' })
  await expect
    .poll(async () => (await tenant.log()).some(({ path }) => path.endsWith('/authorize')))
    .toBe(true)
  const spoken = await page.waitForEvent('console')
  expect(spoken.text()).toContain(hint)
  await page.close()
})

test('F-A9 EMB-02 a frame says beforehand what to do if the server shows nothing in it', async ({
  page,
  watch,
}) => {
  watch.allowRefusedFrames()
  const tenant = await createTenant('strict-ig', { authorize: 'unframable-page' })
  let goOn = () => {}
  const held = new Promise<void>((resolve) => (goOn = resolve))
  await page.route('**/.well-known/smart-configuration', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(tenant.chartUrl('example'))
  await expect(page.frameLocator('iframe').getByText(hint)).toBeVisible()
  goOn()
  await expect
    .poll(async () => (await tenant.log()).some(({ path }) => path.endsWith('/authorize')))
    .toBe(true)
  // What the browser shows in its place can't be read by anyone; the EHR's page around it is there still.
  await expect(page.getByRole('heading').first()).toBeVisible()
  const log = await tenant.log()
  expect(log.filter(({ path }) => path.endsWith('/token'))).toEqual([])
})

test('F-A7 CB-02 CB-07 the same answer a second time is refused, and sends nothing', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  const answered = page.waitForRequest(/\/callback\/\?.*code=/)
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await page.goto((await answered).url())
  await expect(page.getByRole('heading', { level: 1, name: over })).toBeVisible()
  const exchanges = (await tenant.log()).filter(({ path }) => path.endsWith('/token'))
  expect(exchanges.map(({ status }) => status)).toEqual([200])
})

test('CB-09 CB-10 an answer that comes to another window is refused, and says how to start again', async ({
  page,
  browser,
  watch,
}) => {
  watch.allowFailedLoads(/assets/)
  const tenant = await createTenant('strict-ig')
  // The tab that waits for the answer gets it, but can't use it.
  await page.route('**/open-callback-*.js', (route) => route.abort())
  const answered = page.waitForRequest(/\/callback\/\?.*code=/)
  await page.goto(await tenant.launch('example'))
  const address = (await answered).url()
  const other = await browser.newContext()
  const otherWatch = watchContext(other)
  const elsewhere = await other.newPage()
  await elsewhere.goto(address)
  await expect(elsewhere.getByRole('heading', { level: 1, name: over })).toBeVisible()
  await expect(elsewhere.getByText('open it there again')).toBeVisible()
  expect(new URL(elsewhere.url()).search).toBe('')
  expect(await otherWatch.findFaults()).toEqual([])
  await other.close()
  // A window that was opened without the tab's storage.
  const [popup] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate((url) => void window.open(url, '', 'popup,noopener'), address),
  ])
  await popup.unroute('**/open-callback-*.js')
  await expect(popup.getByRole('heading', { level: 1, name: over })).toBeVisible()
  const exchanges = (await tenant.log()).filter(({ path }) => path.endsWith('/token'))
  expect(exchanges).toEqual([])
})
