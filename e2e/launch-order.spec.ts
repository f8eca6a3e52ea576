import type { Page, Request } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toFetchTag } from '../tools/page-preloads.ts'
import { expectLoaded, openRecord, signInByHand } from './record-page.ts'
import { createTenant, epicRefusals, setting } from './tenant.ts'
import { expect, test } from './watched-test.ts'

type Wanted = (request: Request) => boolean

const isConfig: Wanted = (request) => request.url().endsWith('/config.json')
const isDiscovery: Wanted = (request) => request.url().endsWith('/smart-configuration')
const isToken: Wanted = (request) => request.method() === 'POST' && request.url().endsWith('/token')
const isKeys: Wanted = (request) => /jwks/.test(request.url())
const isPatient: Wanted = (request) => /\/Patient\//.test(request.url())
const isSearch: Wanted = (request) => /\/Observation\?/.test(request.url())
const isScript =
  (name: string): Wanted =>
  (request) =>
    request.url().includes(`/assets/${name}-`)
/** Whether the page that asks is the app's own of this name. */
const from = (name: 'launch' | 'callback'): Wanted => {
  return (request) => new URL(request.frame().url()).pathname.endsWith(`/${name}/`)
}

/**
 * Lets nothing of `held` go out until each of `until` has been asked for: what waits for the other never ends. Gives the
 * addresses of what was held, as they come.
 */
async function hold(page: Page, held: Wanted, ...until: readonly Wanted[]) {
  const addresses: string[] = []
  const asked = until.map((wanted) => page.waitForRequest(wanted, { timeout: 0 }))
  for (const one of asked) one.catch(() => {})
  await page.route('**', async (route) => {
    if (held(route.request())) {
      addresses.push(route.request().url())
      await Promise.all(asked)
    }
    await route.fallback()
  })
  return addresses
}

test('a launch asks for its parts, config.json and discovery before any of its scripts is there', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  // As the build writes it for one hospital.
  const launchPage = join(setting('E2E_FOLDER'), tenant.id, 'launch/index.html')
  const html = await readFile(launchPage, 'utf8')
  const discovery = toFetchTag(`${tenant.iss}/.well-known/smart-configuration`)
  await writeFile(launchPage, html.replace('</head>', `${discovery}</head>`))
  await hold(page, (request) => isScript('base')(request) && from('launch')(request), isConfig)
  await hold(page, isScript('base'), isDiscovery, isScript('sign-in'))
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  const asked = (await tenant.log()).filter(({ path }) => path.endsWith('smart-configuration'))
  expect(asked).toHaveLength(1)
})

test('TOK-01 the code waits for no part of the app that comes after the sign-in', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  const later = ['react', 'record', 'app', 'overview']
  const isLater: Wanted = (request) =>
    request.resourceType() === 'script' && later.some((name) => isScript(name)(request))
  const held = await hold(page, (request) => isLater(request) && from('callback')(request), isToken)
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  for (const name of later) expect(held.join(' ')).toContain(`/assets/${name}-`)
})

test('TOK-01 IDT-07 the code waits for neither config.json nor the keys, nor results for the Patient', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await hold(page, (request) => isConfig(request) && from('callback')(request), isToken)
  await hold(page, isToken, isKeys)
  await hold(page, isPatient, isSearch)
  await hold(page, isSearch, isPatient)
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
})

test('the launch page fetches all that the page after it will need', async () => {
  const head = async (path: string) => readFile(join('dist', path, 'index.html'), 'utf8')
  const assets = (html: string) =>
    [...html.matchAll(/(?:href|src)="\.\.\/(assets\/[^"]+)"/g)].map(([, name]) => name ?? '')
  const launch = assets(await head('launch'))
  const callback = assets(await head('callback'))
  expect(callback.length).toBeGreaterThan(8)
  expect(callback.filter((name) => !launch.includes(name))).toEqual([])
})

test('a record opened again asks for all of its code before any part of it is there', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await openRecord(page, await tenant.launch('example'))
  const parts = ['results', 'table', 'patient'].map(isScript)
  const held = await hold(
    page,
    (request) => isScript('record')(request) || isScript('base')(request),
    ...parts,
  )
  await page.reload()
  await expectLoaded(page)
  expect(held).not.toEqual([])
})

test('a record’s server is connected to while the code is exchanged, and while a record that is opened again is fetched', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  const connection = page.locator(`link[rel=preconnect][href="${new URL(tenant.iss).origin}"]`)
  let held = 0
  await page.route('**', async (route) => {
    if (isToken(route.request()) || (held > 0 && isPatient(route.request()))) {
      await expect(connection).toBeAttached()
      held += 1
    }
    await route.fallback()
  })
  await page.goto(await tenant.launch('example'))
  await expect.poll(() => held).toBe(2)
  await expectLoaded(page)
  await page.reload()
  await expect.poll(() => held).toBe(3)
  await expectLoaded(page)
})

test('a record opened again is asked for while its styles are on their way', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await openRecord(page, await tenant.launch('example'))
  const held = await hold(page, (request) => /\/app-[^/]+\.css$/.test(request.url()), isSearch)
  await page.reload()
  await expectLoaded(page)
  expect(held).toHaveLength(1)
})

test('the home page is asked for before any script is there but the one that asks for it', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  const isOther: Wanted = (request) =>
    request.resourceType() === 'script' && !isScript('early')(request)
  const held = await hold(
    page,
    (request) => isOther(request) && !isScript('home-page')(request),
    isScript('home-page'),
  )
  await page.goto(tenant.appRoot)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(held).not.toEqual([])
})

test('what a patient calls tests is asked for before the first result is there', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(epicRefusals)
  const tenant = await createTenant('epic-mychart')
  await hold(page, isSearch, isScript('plain-test'))
  await signInByHand(page, tenant.appRoot, /Dana/)
  await expectLoaded(page)
})
