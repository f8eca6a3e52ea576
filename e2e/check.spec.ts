import { expectAccessible } from './record-page.ts'
import { createTenant, setting } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** Requests that are made to be refused; the browser itself notes each on its console. */
const refusals = /\/oauth2\/token$|\/Patient\/chartside-check$/
const refusedButton = 'Also send two requests that each server will refuse'

test('the check of a sound server finds no fault, needs no sign-in, and copies what to register', async ({
  page,
  context,
  watch,
}) => {
  watch.allowFailedLoads(refusals)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const tenant = await createTenant('strict-ig')
  await page.goto(tenant.appRoot)
  await page.getByRole('link', { name: 'Check this installation' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Check of this installation' }),
  ).toBeFocused()
  await expect(page.getByText(/^Done: /)).toBeVisible()
  const server = page.getByRole('region', { name: 'Example Hospital' })
  await expect(server.getByText('2 not known', { exact: true })).toBeVisible()
  const passive = await tenant.log()
  expect(passive.filter(({ method }) => method !== 'GET')).toEqual([])
  expect(passive.filter(({ hasAuthorization }) => hasAuthorization)).toEqual([])
  await page.getByRole('button', { name: refusedButton }).click()
  await expect(server.getByText('all well', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: refusedButton })).toBeFocused()
  await expect(server.getByText(/refuses an invented code as it should \(status 400/)).toBeVisible()
  await expect(
    page.getByRole('region', { name: 'This browser' }).getByText('all well'),
  ).toBeVisible()
  const site = page.getByRole('region', { name: 'This site' })
  await expect(site.getByText(/launch\/ is there/)).toBeVisible()
  await expect(site.getByText('Any site may show the app in a frame.')).toBeVisible()
  await page.getByRole('button', { name: 'Copy: Redirect address for Example Hospital' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${tenant.appRoot}callback/`,
  )
  await page.getByRole('button', { name: 'Copy report' }).click()
  const report = await page.evaluate(() => navigator.clipboard.readText())
  expect(report).toMatch(/^Chartside .*, check of http/)
  expect(report).toContain('Example Hospital: all well')
  expect(report).not.toContain('no-real')
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectAccessible(page)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(320)
  const log = await tenant.log()
  expect(log.filter(({ hasAuthorization }) => hasAuthorization)).toHaveLength(1)
  expect(log.filter(({ path }) => path.endsWith('/authorize'))).toEqual([])
})

test('F-T13 F-I13 a token endpoint and keys without CORS are named, and mended ones found well by checking anew', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/\/oauth2\/(?:token|jwks)$|\/Patient\/chartside-check$/)
  watch.allowBlockedByCors()
  const tenant = await createTenant('strict-ig', {
    token: ['without-cors'],
    jwks: 'without-cors',
  })
  await page.goto(`${tenant.appRoot}#/check`)
  const server = page.getByRole('region', { name: 'Example Hospital' })
  await expect(server.getByText('1 piece of advice, 2 not known')).toBeVisible()
  await page.getByRole('button', { name: refusedButton }).click()
  await expect(server.getByText('1 fault, 1 piece of advice')).toBeVisible()
  await expect(server.getByRole('listitem').filter({ hasText: 'Token endpoint' })).toContainText(
    /Fault.*The browser doesn’t say which.*What to do: .*Access-Control-Allow-Origin/,
  )
  await expect(server.getByRole('listitem').filter({ hasText: 'Keys (JWKS)' })).toContainText(
    'stays unverified',
  )
  await expectAccessible(page)
  await tenant.setFaults({})
  await page.getByRole('button', { name: refusedButton }).click()
  await expect(server.getByText('all well', { exact: true })).toBeVisible()
})

test('a header of the site’s own that shuts a server out is blamed on the site, not on the server', async ({
  page,
  watch,
}) => {
  watch.allowViolations()
  const tenant = await createTenant('strict-ig')
  await page.route(tenant.appRoot, async (route) => {
    const response = await route.fetch()
    const headers = { ...response.headers(), 'content-security-policy': "connect-src 'self'" }
    await route.fulfill({ response, headers })
  })
  await page.goto(`${tenant.appRoot}#/check`)
  const server = page.getByRole('region', { name: 'Example Hospital' })
  const finding = server.getByRole('listitem')
  const blocked = `This site’s own header (Content-Security-Policy) blocks ${setting('E2E_EHR')}.`
  await expect(finding.filter({ hasText: 'FaultDiscovery' })).toContainText(blocked)
  await expect(finding.filter({ hasText: 'FaultDiscovery' })).toContainText('not to blame')
  await expect(finding.last()).toContainText(
    `Content-Security-Policy${blocked}What to do: Make the headers anew (npm run headers)`,
  )
  await expect(page.getByText(/^Done: /)).toBeVisible()
  expect(await tenant.log()).toEqual([])
})

test('a config.json that can not be used has its faults named field by field', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await tenant.configure({
    servers: [{ ...tenant.server, clientSecret: 's3cret-value', iss: 'ehr' }],
  })
  await page.goto(tenant.appRoot)
  await expect(page.getByRole('heading', { name: 'The app is not set up rightly' })).toBeVisible()
  await page.getByRole('link', { name: 'Check this installation' }).click()
  const part = page.getByRole('region', { name: 'config.json' })
  await expect(part.getByText('2 faults')).toBeVisible()
  await expect(part.getByText(/servers\[0\]\.iss must be the whole address/)).toBeVisible()
  await expect(part.getByText(/servers\[0\]\.clientSecret must not be here/)).toBeVisible()
  await expect(page.getByText('s3cret-value')).toHaveCount(0)
  await expect(page.getByText(/^Done: /)).toBeVisible()
  await expect(page.getByText(`${tenant.appRoot}launch/`, { exact: true })).toBeVisible()
  expect(await tenant.log()).toEqual([])
  await expectAccessible(page)
})

test('inside a frame of another site the check says so', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(`${setting('E2E_EHR')}/`)
  await page.evaluate((src) => {
    const frame = document.createElement('iframe')
    frame.src = src
    frame.width = '900'
    frame.height = '700'
    document.body.replaceChildren(frame)
  }, `${tenant.framedRoot}#/check`)
  const browser = page.frameLocator('iframe').getByRole('region', { name: 'This browser' })
  await expect(
    browser.getByText(
      'This page is in a frame. Third-party cookies are open to it; the tab’s storage may be kept apart. The app needs no cookies, and can live with that.',
      { exact: true },
    ),
  ).toBeVisible()
})
