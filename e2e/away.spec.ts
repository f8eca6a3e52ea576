import {
  comeBackAfterTenMinutes,
  expectAccessible,
  expectLoaded,
  recordPage,
} from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

test('CTX-09 says whose record it is when the page comes back after ten minutes', async ({
  page,
}) => {
  await page.clock.install()
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await comeBackAfterTenMinutes(page)
  const notice = page.getByRole('status').filter({ hasText: 'You have been away for a while' })
  await expect(notice).toContainText('This is the record of')
  await expect(notice).toContainText('Chalmers')
  await expectAccessible(page)
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('You have been away for a while')).toHaveCount(0)
  await expect(recordPage(page).banner).toBeVisible()
})
