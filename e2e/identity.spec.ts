import { expectLoaded, recordPage, showResults } from './record-page.ts'
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
  await showResults(page)
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
  await showResults(page)
  const expectNobody = async () => {
    const { href, title } = await page.evaluate(() => ({
      href: location.href,
      title: document.title,
    }))
    expect(title).toMatch(
      /^(?:(?:Overview|Results|Flowsheet|Trend|Patient|Help|Signed out|Something is wrong) – )?Chartside$/,
    )
    const { origin, pathname, search, hash } = new URL(href)
    expect(origin + pathname + search).toBe(tenant.appRoot)
    expect(hash).toMatch(
      /^#\/s\/[\w-]{43}\/(?:overview|patient|results(?:\/[\w-]+)?)(?:\?category=[\w-]+)?$/,
    )
    expect(decodeURIComponent(href)).not.toMatch(/dana|demo|patient=|Patient\//i)
  }
  await expectNobody()
  await page.getByRole('combobox', { name: 'Category' }).selectOption('laboratory')
  await expectNobody()
  await recordPage(page).table.getByRole('link').first().click()
  await expect(page.getByRole('figure').first()).toBeVisible()
  await expectNobody()
  await recordPage(page).tab('Patient').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
  await expectNobody()
})

test('CB-06 URL-05 EMB-06 LEAK-07 a launch asks the app’s own host and the hospital alone, with no Referer', async ({
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
  // Of what comes from the browser's cache, as what was asked for ahead, it is empty.
  const sent = await Promise.all(asked.map(async ({ referer }) => (await referer) || null))
  expect(sent.filter((referer) => referer !== null)).toEqual([])
  await page.goto(`${tenant.appRoot}callback/`)
  await expect(page.getByRole('heading', { name: 'No sign-in is going on here' })).toBeVisible()
  const origins = await page.evaluate(() => [...document.links].map(({ origin }) => origin))
  expect(origins.filter((origin) => origin !== new URL(tenant.appRoot).origin)).toEqual([])
})

test('AUTHZ-11 URL-02 goes to the authorization endpoint by navigation, with the registered address from any route', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  const asked: { isNavigation: boolean; redirectUri: string | null }[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!url.pathname.endsWith('/authorize')) return
    const redirectUri = url.searchParams.get('redirect_uri')
    asked.push({ isNavigation: request.isNavigationRequest(), redirectUri })
  })
  const registered = { isNavigation: true, redirectUri: `${tenant.appRoot}callback/` }
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  // A sign-in that begins at another route of the app.
  await page.goto(`${tenant.appRoot}#/nowhere`)
  await page.getByRole('link', { name: 'Back to the first page' }).click()
  await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
  await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible()
  expect(asked).toEqual([registered, registered])
})
