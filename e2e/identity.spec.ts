import { expectLoaded, recordPage } from './record-page.ts'
import { createTenant, epicRefusals } from './tenant.ts'
import { expect, test } from './watched-test.ts'

test('CTX-03 CTX-04 says whose record it is on every page, also where the EHR says that it does', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(epicRefusals)
  const tenant = await createTenant('epic-ehr')
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
  const results = page.url()
  for (const address of [
    results,
    results.replace(/results$/, 'patient'),
    `${results}/loinc-4548-4`,
  ]) {
    await page.goto(address)
    await expect(recordPage(page).banner).toContainText('Dana')
    await expect(recordPage(page).banner).toContainText('Born')
  }
})

test('URL-02 URL-03 URL-04 LOG-05 names nobody in any address or title, on no page', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
  const expectNobody = async () => {
    const { href, title } = await page.evaluate(() => ({
      href: location.href,
      title: document.title,
    }))
    expect(title).toBe('Chartside')
    const { origin, pathname, search, hash } = new URL(href)
    expect(origin + pathname + search).toBe(tenant.appRoot)
    expect(hash).toMatch(
      /^#\/s\/[\w-]{43}\/(?:patient|results(?:\/[\w-]+)?)(?:\?category=[\w-]+)?$/,
    )
    expect(decodeURIComponent(href)).not.toMatch(/dana|demo|patient=|Patient\//i)
  }
  await expectNobody()
  await page.getByLabel('Category').selectOption('laboratory')
  await expectNobody()
  await recordPage(page).table.getByRole('link').first().click()
  await expect(page.getByRole('figure').first()).toBeVisible()
  await expectNobody()
  await recordPage(page).tab('Patient').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
  await expectNobody()
})

test('CB-06 URL-05 EMB-06 a launch asks the app’s own host and the hospital alone, with no Referer', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  const asked: { host: string; referer: Promise<string | null> }[] = []
  page.on('request', (request) => {
    const { host } = new URL(request.url())
    asked.push({ host, referer: request.headerValue('referer') })
  })
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  const hosts = [tenant.appRoot, tenant.iss].map((address) => new URL(address).host)
  expect(new Set(asked.map(({ host }) => host))).toEqual(new Set(hosts))
  expect(await Promise.all(asked.map(({ referer }) => referer))).toEqual(asked.map(() => null))
})
