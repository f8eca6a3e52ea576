import type { Page } from '@playwright/test'
import { frameOf, openFrame } from './frames.ts'
import { expectAccessible, expectLoaded, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const dana = 'gen-dana-demo'

async function openRecord(page: Page, faults: object = {}) {
  const tenant = await createTenant('strict-ig', faults)
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  return tenant
}

const strangePaths = ['nonsense', 'results/a/b', 'patient/x']

test(`an unknown address below a session (${strangePaths.join(', ')}) leads to its overview`, async ({
  page,
}) => {
  await openRecord(page)
  const address = page.url()
  for (const path of strangePaths)
    await test.step(path, async () => {
      await recordPage(page).tab('Patient').click()
      await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
      await page.goto(address.replace(/overview$/, path))
      await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
      expect(page.url()).toBe(address)
    })
})

test('TAB-02 LAUNCH-08 F-S2 keeps two charts apart that share one sessionStorage', async ({
  page,
}) => {
  // Two frames of one site in one tab share its storage, as charts in an EHR's shell do.
  const tenant = await createTenant('strict-ig')
  await page.goto(new URL(tenant.iss).origin)
  const open = async (patient: string, name: string) => {
    const frame = await openFrame(page, await tenant.launch(patient, tenant.framedRoot), name)
    await expectLoaded(frame)
    return frame
  }
  const [first, second] = [await open(dana, 'first'), await open('example', 'second')]
  const kept = await frameOf(page, 'first').evaluate(() => Object.keys(sessionStorage))
  expect(kept).toHaveLength(2)
  const expectApart = async () => {
    await expectLoaded(first)
    await expectLoaded(second)
    await expect(recordPage(first).banner).toContainText('Dana')
    await expect(recordPage(first).banner).not.toContainText('Chalmers')
    await expect(recordPage(second).banner).toContainText('Chalmers')
    await expect(recordPage(second).banner).not.toContainText('Dana')
  }
  await frameOf(page, 'first').evaluate(() => location.reload())
  await expectApart()
  await frameOf(page, 'second').evaluate(() => location.reload())
  await expectApart()
})

test('REF-09 covers the record when its time is over, also after sleep, and forgets the token', async ({
  page,
}) => {
  await page.clock.install()
  await openRecord(page)
  await page.clock.setSystemTime(Date.now() + 2 * 3_600_000)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByRole('heading', { name: 'Your session has ended' })).toBeVisible()
  await expect(page.getByText('from the patient’s chart').first()).toBeVisible()
  await expect(recordPage(page).banner).toHaveCount(0)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  await expectAccessible(page)
})

test('STO-06 END-01 signing out in one tab ends the session in its copy too', async ({
  page,
  context,
}) => {
  await openRecord(page)
  const [copy] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate((url) => void window.open(url), page.url()),
  ])
  await expectLoaded(copy)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(copy.getByRole('heading', { name: 'This session is not open here' })).toBeVisible()
  await copy.reload()
  await expect(recordPage(copy).banner).toHaveCount(0)
})

for (const [part, open] of [
  ['patient-page', (page: Page) => recordPage(page).tab('Patient').click()],
  [
    'trend-page',
    (page: Page) => page.goto(page.url().replace(/overview$/, 'results/loinc-4548-4')),
  ],
] as const)
  test(`a part of the app that can't be loaded (${part}) leaves the rest of the page`, async ({
    page,
    watch,
  }) => {
    watch.allowFailedLoads(/assets/)
    await page.route(`**/${part}-*.js`, (route) => route.abort())
    await openRecord(page)
    await open(page)
    await expect(page.getByRole('alert')).toContainText('could not be loaded')
    await expect(recordPage(page).banner).toContainText('Chalmers')
    await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible()
  })

const launchParts = ['sign-in', 'open-callback', 'react', 'record', 'problem-page']

test(`a launch during which ${launchParts.join(', or ')} can't be loaded ends in words, not in a blank page`, async ({
  page,
  watch,
}) => {
  test.setTimeout(120_000)
  watch.allowFailedLoads(/assets/)
  const tenant = await createTenant('strict-ig')
  for (const part of launchParts)
    await test.step(part, async () => {
      await tenant.setFaults(part === 'problem-page' ? { token: ['scope-empty'] } : {})
      await page.route(`**/${part}-*.js`, (route) => route.abort())
      await page.goto(await tenant.launch('example'))
      await expect(
        page.getByRole('heading', { name: 'A part of the app could not be loaded' }),
      ).toBeVisible()
      await page.unrouteAll()
    })
})
