import {
  expectAccessible,
  expectLoaded,
  recordPage,
  signInAs,
  signInByHand,
} from './record-page.ts'
import type { ProfileName } from '../sandbox/profile.ts'
import { createTenant, epicRefusals } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const profiles: ProfileName[] = ['strict-ig', 'epic-mychart']

for (const profile of profiles) {
  test.describe(`standalone at ${profile}`, () => {
    test.beforeEach(({ watch }) => {
      if (profile === 'epic-mychart') watch.allowFailedLoads(epicRefusals)
    })

    test('signs in by the patient picker and consent, and shows the whole record', async ({
      page,
    }) => {
      const tenant = await createTenant(profile)
      await page.goto(tenant.appRoot)
      await expectAccessible(page)
      await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
      await expectAccessible(page)
      await signInAs(page, /Dana/)
      await expect(recordPage(page).banner).toContainText('Dana')
      await expectLoaded(page)
      await expect(recordPage(page).status).toContainText('2,681 results loaded')
      await expectAccessible(page)
      await page.reload()
      await expectLoaded(page)
      await expect(recordPage(page).status).toContainText('2,681 results loaded')
    })
  })
}

// What a browser keeps of tabs, and what is said of a refusal, is no affair of the hospital's.
test.describe('standalone sign-ins', () => {
  test.beforeEach(({ watch }) => watch.allowFailedLoads(epicRefusals))

  test('ERR-01 says so when access is denied, and lets one begin again', async ({ page }) => {
    const tenant = await createTenant('epic-mychart')
    await page.goto(tenant.appRoot)
    await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
    await page.getByRole('button', { name: 'Deny' }).click()
    await expect(page.getByRole('heading', { name: 'Access was not given' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('sign in again')
    expect(new URL(page.url()).search).toBe('')
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Back to the first page' }).click()
    await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
    await signInAs(page, /Chalmers/)
    await expect(recordPage(page).banner).toContainText('Chalmers')
  })

  test('TAB-01 keeps two patients in two tabs apart', async ({ context }) => {
    const tenant = await createTenant('epic-mychart')
    const open = async (patient: RegExp) => {
      const page = await context.newPage()
      await signInByHand(page, tenant.appRoot, patient)
      await expectLoaded(page)
      return page
    }
    const [first, second] = [await open(/Dana/), await open(/Chalmers/)]
    await first.reload()
    await second.reload()
    await expect(recordPage(first).banner).toContainText('Dana')
    await expect(recordPage(second).banner).toContainText('Chalmers')
  })
})
