import { hostileNames } from '../sandbox/brands/made-bundle.ts'
import { createDirectorySite, writeDirectory } from './directory-site.ts'
import { expectAccessible, expectLoaded, signInAs } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

test('ISS-06 finds one of 5,000 organizations by name, alias, city and postal code, and signs in', async ({
  page,
}) => {
  const site = await createDirectorySite()
  const shards: string[] = []
  page.on('response', (response) => {
    const [, shard] = /\/brands\/(.+)$/.exec(response.url()) ?? []
    if (shard !== undefined) shards.push(shard)
  })
  const [brand] = site.organizations
  const location = site.organizations.findLast((one) => one.isTenants && one.address?.[0]?.city)
  const place = location?.address?.[0]
  if (!brand || !location || !place) throw new Error('The made bundle has changed')
  await page.goto(site.appRoot)
  const field = page.getByRole('searchbox', { name: 'Name, city or postal code' })
  const choice = (name: string) => page.getByRole('button', { name: `Sign in to ${name}` })
  await expect(field).toBeVisible()
  await expectAccessible(page)
  for (const query of [brand.name, brand.alias?.[0] ?? '', brand.address?.[0]?.postalCode ?? '']) {
    await field.fill('')
    await field.pressSequentially(query)
    // Before the locations that are part of it.
    await expect(choice(brand.name).first()).toContainText(brand.address?.[0]?.city ?? '')
    await expect(choice(brand.name).first()).not.toContainText('part of')
  }
  await field.fill('hospital')
  await expect(page.getByText(/^[\d,]+ matches; the first 10 are shown\./)).toBeVisible()
  await expectAccessible(page)
  await field.fill('onerror')
  await expect(choice(hostileNames[0]).first()).toBeVisible()
  await expect(page.getByRole('img')).toHaveCount(0)
  await field.fill(`${place.city ?? ''} ${place.postalCode ?? ''}`)
  await expect(choice(location.name)).toContainText(place.city ?? '')
  await expectAccessible(page)
  // Nothing of what was typed is in an address, and each shard came once.
  expect(shards.length).toBeLessThan(60)
  expect(new Set(shards).size).toBe(shards.length)
  expect(shards.filter((shard) => !/^(?:index|[\da-f]+\/[wso]-\d+)\.json$/.test(shard))).toEqual([])
  await field.press('ArrowDown')
  await page.keyboard.press('Enter')
  await signInAs(page, /Chalmers/)
  await expectLoaded(page)
  await page.goto(site.appRoot)
  await expect(page.getByRole('heading', { name: 'Used in this tab' })).toBeVisible()
  await expect(choice(location.name)).toHaveCount(1)
  await page.getByRole('button', { name: 'Forget these' }).click()
  await expect(choice(location.name)).toHaveCount(0)
})

test('a directory that is not there is said, and tried again', async ({ page, watch }) => {
  watch.allowFailedLoads(/\/brands\/index\.json$/)
  const tenant = await createTenant('strict-ig')
  const config = { servers: [tenant.server], directory: true }
  await tenant.configure(config)
  await page.goto(tenant.appRoot)
  await page.getByRole('searchbox').fill('c')
  await expect(page.getByRole('alert')).toContainText('could not be loaded')
  await expectAccessible(page)
  const again = page.getByRole('button', { name: 'Try again' })
  await again.press('Enter')
  await expect(again).toHaveAttribute('aria-disabled', 'false')
  await expect(again).toBeFocused()
  await writeDirectory(tenant, config, 3_000)
  await again.press('Enter')
  const choices = page.getByRole('listitem').getByRole('button')
  await expect(choices).toHaveCount(10)
  await expect(choices.first()).toBeFocused()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show more' }).press('Enter')
  await expect(choices).toHaveCount(20)
  await expect(choices.nth(10)).toBeFocused()
})

test('a few servers are a list that loads no search; many are searched by name', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(tenant.appRoot)
  await expect(page.getByRole('button', { name: 'Sign in to Example Hospital' })).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveCount(0)
  expect(requests.filter((url) => /directory|brands/.test(url))).toEqual([])
  const others = Array.from({ length: 20 }, (_, index) => ({
    ...tenant.server,
    id: `s${index}`,
    name: `Clinic ${index}`,
    iss: `${tenant.iss}x${index}`,
    redirectUri: `callback/s${index}/`,
  }))
  await tenant.configure({ servers: [...others, tenant.server] })
  await page.reload()
  await page.getByRole('searchbox').fill('exa hosp')
  await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
  await signInAs(page, /Chalmers/)
  await expectLoaded(page)
})
