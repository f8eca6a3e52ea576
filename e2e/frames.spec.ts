import { frameOf, openFrame } from './frames.ts'
import { expectLoaded, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

// Two projects run this file: one with storage partitioned, as browsers have it by default, and one in which frames of
// other sites have no storage at all, as for people who block it.
const isBlocked = () => test.info().project.name === 'blocked-storage'

test('EMB-04 F-S6 a launch in a frame of another site works, or says why not and works outside it', async ({
  page,
  context,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(new URL(tenant.iss).origin)
  const app = await openFrame(page, await tenant.launch('example', tenant.framedRoot), 'app')
  if (!isBlocked()) {
    await expectLoaded(app)
    await expect(recordPage(app).banner).toContainText('Chalmers')
    return
  }
  await expect(
    app.getByRole('heading', { name: 'The browser blocks this app’s storage' }),
  ).toBeVisible()
  const denied = await frameOf(page, 'app').evaluate(() => {
    try {
      return String(sessionStorage.length)
    } catch (error) {
      return error instanceof DOMException ? error.name : 'another error'
    }
  })
  expect(denied).toBe('SecurityError')
  const link = app.getByRole('link', { name: 'Open in a new window' })
  const [window] = await Promise.all([context.waitForEvent('page'), link.click()])
  // The launch was not used up by the frame.
  await expectLoaded(window)
  await expect(recordPage(window).banner).toContainText('Chalmers')
  expect(await window.evaluate(() => window.opener === null)).toBe(true)
})

test('EMB-04 F-S6 a frame sandboxed without its origin says so, and leads out', async ({
  page,
  watch,
}) => {
  watch.allowBlockedByCors()
  watch.allowFailedLoads(/./)
  const tenant = await createTenant('strict-ig')
  await page.goto(new URL(tenant.iss).origin)
  const url = await tenant.launch('example', tenant.framedRoot)
  const app = await openFrame(page, url, 'app', { sandbox: 'allow-scripts allow-forms' })
  await expect(
    app.getByRole('heading', { name: 'This app can’t run inside this frame' }),
  ).toBeVisible()
  await expect(app.getByRole('link', { name: 'Open in a new window' })).toHaveAttribute('href', url)
  // Without allow-popups the link is dead: the address is there to be copied.
  const address = app.getByRole('textbox', { name: 'Address of this page' })
  await expect(address).toHaveValue(url)
  await expect(app.getByText('allow-popups-to-escape-sandbox')).toBeVisible()
})

test('EMB-04 F-S6 a sandboxed frame whose popups may escape opens the app in a new window', async ({
  page,
  context,
  watch,
}) => {
  watch.allowBlockedByCors()
  watch.allowFailedLoads(/./)
  const tenant = await createTenant('strict-ig')
  await page.goto(new URL(tenant.iss).origin)
  const app = await openFrame(page, await tenant.launch('example', tenant.framedRoot), 'app', {
    sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
  })
  const link = app.getByRole('link', { name: 'Open in a new window' })
  const [window] = await Promise.all([context.waitForEvent('page'), link.click()])
  await expectLoaded(window)
  await expect(recordPage(window).banner).toContainText('Chalmers')
})

test('EMB-05 a sandboxed frame that keeps its origin is enough, where it has storage', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(new URL(tenant.iss).origin)
  const app = await openFrame(page, await tenant.launch('example', tenant.framedRoot), 'app', {
    sandbox: 'allow-scripts allow-same-origin',
  })
  if (isBlocked()) {
    await expect(
      app.getByRole('heading', { name: 'The browser blocks this app’s storage' }),
    ).toBeVisible()
    return
  }
  await expectLoaded(app)
  await app.getByRole('button', { name: 'Sign out' }).click()
  await expect(app.getByRole('heading', { name: 'The EHR stays signed in' })).toBeVisible()
})

test('EMB-10 does not sign in by hand inside a frame, and leads out', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(new URL(tenant.iss).origin)
  const app = await openFrame(page, tenant.framedRoot, 'app')
  await app.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
  await expect(
    app.getByRole('heading', { name: 'Please sign in in a window of its own' }),
  ).toBeVisible()
  await expect(app.getByRole('link', { name: 'Open in a new window' })).toBeVisible()
  expect(await tenant.log()).toEqual([])
})
