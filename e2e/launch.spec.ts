import { expectAccessible, expectLoaded, recordPage, showResults } from './record-page.ts'
import type { ProfileName } from '../sandbox/profile.ts'
import { createTenant, epicRefusals } from './tenant.ts'
import { watchContext } from './watch.ts'
import { expect, test } from './watched-test.ts'

const dana = 'gen-dana-demo'
const peter = 'example'
const profiles: ProfileName[] = ['strict-ig', 'epic-ehr']

for (const profile of profiles) {
  test.describe(`EHR launch at ${profile}`, () => {
    test.beforeEach(({ watch }) => {
      // Epic refuses categories that it doesn't offer; the browser notes each refused request.
      if (profile === 'epic-ehr') watch.allowFailedLoads(epicRefusals)
    })

    test('shows the whole record of the chart, by category, newest first', async ({ page }) => {
      const tenant = await createTenant(profile)
      await page.goto(await tenant.launch(dana))
      const { banner, status, table } = recordPage(page)
      // The pretend hospital may be making fifty thousand results for a neighbour (large.spec.ts).
      await expect(banner).toContainText('Dana', { timeout: 45_000 })
      await expectLoaded(page)
      // 2,682 Observations, one of them entered in error: it is no data, and it is said.
      await expect(status).toContainText('2,681 results loaded')
      await expect(status).toContainText('1 result was left out')
      await expect(status).toContainText('Vital signs: 360 loaded')
      await expect(status).toContainText('Laboratory: 2,320 loaded')
      await expect(page).toHaveURL(new RegExp(`^${tenant.appRoot}#/s/[\\w-]{43}/overview$`))
      await showResults(page)
      await expect(table).toHaveAttribute('aria-rowcount', '2682')
      const dates = table.getByRole('row').nth(1).getByRole('cell').first()
      await expect(dates).toContainText('2025')
      await expect(page).toHaveURL(new RegExp(`^${tenant.appRoot}#/s/[\\w-]{43}/results$`))
      await expectAccessible(page)
    })

    test('URL-03 CB-05 leaves neither code nor state behind, also not for Back', async ({
      page,
    }) => {
      const tenant = await createTenant(profile)
      await page.goto('about:blank')
      await page.goto(await tenant.launch(peter))
      await expectLoaded(page)
      expect(new URL(page.url()).search).toBe('')
      await page.goBack()
      expect(page.url()).toBe('about:blank')
    })

    test('LAUNCH-06 asks for nothing of the record before the sign-in, and for the code once', async ({
      page,
    }) => {
      const tenant = await createTenant(profile)
      await page.goto(await tenant.launch(peter))
      await expectLoaded(page)
      const log = await tenant.log()
      const paths = log.filter(({ method }) => method !== 'OPTIONS').map(({ path }) => path)
      const token = paths.findIndex((path) => path.endsWith('/token'))
      expect(paths.slice(0, token).some((path) => /Patient|Observation/.test(path))).toBe(false)
      expect(paths.filter((path) => path.endsWith('/token'))).toHaveLength(1)
      expect(log.filter(({ hasCookie, path }) => hasCookie && path.includes('FHIR'))).toEqual([])
    })
  })
}

// What a browser keeps of tabs and frames is no affair of the hospital's.
test.describe('EHR launches side by side', () => {
  test.beforeEach(({ watch }) => watch.allowFailedLoads(epicRefusals))

  test('TAB-01 keeps two patients in two tabs apart, also after a reload', async ({ context }) => {
    const tenant = await createTenant('epic-ehr')
    const [first, second] = [await context.newPage(), await context.newPage()]
    await first.goto(await tenant.launch(dana))
    await second.goto(await tenant.launch(peter))
    await expectLoaded(first)
    await expectLoaded(second)
    await first.reload()
    await second.reload()
    await expect(recordPage(first).banner).toContainText('Dana')
    await expect(recordPage(second).banner).toContainText('Chalmers')
    await expectLoaded(first)
    await expect(recordPage(first).status).toContainText('2,681 results loaded')
  })

  test('TAB-03 LAUNCH-03 shows the second patient only after a relaunch in one tab', async ({
    page,
  }) => {
    const tenant = await createTenant('epic-ehr')
    await page.goto(await tenant.launch(dana))
    await expectLoaded(page)
    const earlier = page.url()
    await page.goto(await tenant.launch(peter))
    await expectLoaded(page)
    await expect(recordPage(page).banner).toContainText('Chalmers')
    await expect(page.getByText('Dana')).toHaveCount(0)
    await page.goto(earlier)
    await page.reload()
    await expect(page.getByRole('heading', { name: 'This session is not open here' })).toBeVisible()
  })

  test('TAB-04 opens the address of a trend, and opens it again after a reload', async ({
    page,
  }) => {
    const tenant = await createTenant('epic-ehr')
    await page.goto(await tenant.launch(dana))
    await expectLoaded(page)
    await showResults(page)
    await page.goto(page.url().replace(/results$/, 'results/loinc-4548-4'))
    const heading = page.getByRole('heading', { level: 1, name: 'Hemoglobin A1c' })
    await expect(heading).toBeVisible()
    await expect(page.getByRole('figure')).toBeVisible()
    await page.reload()
    await expect(heading).toBeVisible()
    await expectLoaded(page)
    await expect(
      page.getByRole('table', { name: 'Values of Hemoglobin A1c' }).getByRole('row'),
    ).toHaveCount(25)
    await expectAccessible(page)
  })

  test('opens inside a frame on another site', async ({ page }) => {
    const tenant = await createTenant('epic-ehr')
    await page.goto(tenant.chartUrl(dana))
    const app = page.frameLocator('iframe')
    await expect(recordPage(app).banner).toContainText('Dana')
    await expectLoaded(app)
    await expect(recordPage(app).status).toContainText('2,681 results loaded')
    const frame = page.frames().find((one) => one.url().includes('#/s/'))
    expect(frame?.url().startsWith(tenant.framedRoot)).toBe(true)
    expect(new URL(page.url()).hostname).not.toBe(new URL(frame?.url() ?? '').hostname)
  })
})

test('shows the Patient view, with no finding of axe', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch(peter))
  await recordPage(page).tab('Patient').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Dec 25, 1974')
  await expect(recordPage(page).banner).toContainText('Chalmers')
  await expectAccessible(page)
})

test('goes from a result to its trend and back', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch(dana))
  await expectLoaded(page)
  await showResults(page)
  await recordPage(page).table.getByRole('link', { name: 'Blood pressure panel' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: /Blood pressure/ })).toBeVisible()
  await expect(page.getByRole('figure').first()).toBeVisible()
  await expect(recordPage(page).banner).toContainText('Dana')
  await page.getByRole('link', { name: 'Back to results' }).click()
  await expect(recordPage(page).table).toBeVisible()
})

test('END-01 shows nothing any more after signing out, also not by Back or by the address', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch(peter))
  await expectLoaded(page)
  const address = page.url()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'The EHR stays signed in' })).toBeVisible()
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'This session is not open here' })).toBeVisible()
  await expect(page.getByText('Chalmers')).toHaveCount(0)
})

test('END-01 END-04 Back leads through every view that was open, and shows nothing of any', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch(dana))
  await expectLoaded(page)
  await showResults(page)
  await recordPage(page).table.getByRole('link').first().click()
  await expect(page.getByRole('figure').first()).toBeVisible()
  await recordPage(page).tab('Patient').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'The EHR stays signed in' })).toBeVisible()
  for (let step = 0; step < 2; step += 1) {
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /This session is not open here|The EHR stays signed in/,
    )
    await expect(recordPage(page).banner).toHaveCount(0)
    await expect(page.getByText('Dana')).toHaveCount(0)
  }
})

test('TAB-06 shows nothing of a session in another browser', async ({ page, browser }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch(peter))
  await expectLoaded(page)
  const other = await browser.newPage()
  const watch = watchContext(other.context())
  await other.goto(page.url())
  await expect(other.getByRole('heading', { name: 'This session is not open here' })).toBeVisible()
  expect(await watch.findFaults()).toEqual([])
  await other.close()
})
