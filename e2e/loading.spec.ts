import { expectAccessible, expectLoaded, openRecord, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const laboratory = { type: 'Observation', category: 'laboratory' }

test('PAT-07 refreshing the data marks what is new, and says so', async ({ page }) => {
  const tenant = await createTenant('strict-ig', {
    content: [{ ...laboratory, kind: 'without-subject', page: 1 }],
  })
  await openRecord(page, await tenant.launch('gen-40'))
  const { status, table } = recordPage(page)
  await expect(status).toContainText('39 results loaded')
  await tenant.setFaults({})
  await page.getByRole('button', { name: 'Refresh my data' }).click()
  await expect(status).toContainText(/Since \d+:\d\d [AP]M: 1 new\./)
  await expect(status).toContainText('40 results loaded')
  await expect(table.getByText('New', { exact: true })).toHaveCount(1)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Refresh my data' }).click()
  await expect(status).toContainText('nothing has changed')
  await expect(table.getByText('New', { exact: true })).toHaveCount(0)
})

test('ERR-07 refreshing keeps what is here where the server fails, and says so', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/Observation|Patient/)
  const tenant = await createTenant('strict-ig')
  await openRecord(page, await tenant.launch('gen-40'))
  await tenant.setFaults({ fhir: [{ kind: 'status', status: 500 }] })
  await page.getByRole('button', { name: 'Refresh my data' }).click()
  const { status, banner } = recordPage(page)
  await expect(status).toContainText('Not everything could be loaded again')
  await expect(status).toContainText('Who the patient is could not be loaded again')
  await expect(status).toContainText('40 results loaded')
  await expect(banner).toContainText('Gwen')
})

test('OBS-10 a large category is read by spans of time side by side, to the last result', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('gen-10000'))
  const { status } = recordPage(page)
  await expect(status).toContainText('10,000 results loaded', { timeout: 45_000 })
  await expectLoaded(page)
  const searches = (await tenant.log()).filter(
    ({ method, path }) => method === 'GET' && path.endsWith('/Observation'),
  )
  const dated = searches.filter(({ query }) => query['date'] !== undefined)
  expect(dated.length).toBeGreaterThanOrEqual(8)
  // Proven by number: of the undivided search nothing but its first page is read, each once.
  const undivided = searches.filter(({ query }) => query['_count'] === '1000' && !query['date'])
  expect(undivided).toHaveLength(2)
  expect(searches.every(({ query }) => query['category'] !== undefined || query['_page'])).toBe(
    true,
  )
})

test('OBS-01 OBS-05 a server of small pages is read to the end, US Core’s categories too', async ({
  page,
}) => {
  const tenant = await createTenant('meditech')
  await openRecord(page, await tenant.launch('gen-200'))
  const { status } = recordPage(page)
  await expect(status).toContainText('Vital signs: 100 loaded')
  await expect(status).toContainText(/None found: .*Social determinants of health/)
  const log = await tenant.log()
  const asked = log.filter(({ path }) => path.endsWith('/metadata'))
  expect(asked.filter(({ method }) => method === 'GET')).toHaveLength(1)
})

test('OBS-05 the page limit is said, and reads on when it is told to', async ({ page }) => {
  const tenant = await createTenant(
    'strict-ig',
    {},
    { observations: { pageSize: 20, maxPages: 3 } },
  )
  await openRecord(page, await tenant.launch('gen-200'))
  const { status } = recordPage(page)
  await expect(status).toContainText(
    'Laboratory: stopped after 60, because there are more pages than this app reads; there may be more',
  )
  await page.getByRole('button', { name: 'Load more: Laboratory' }).click()
  await expect(status).toContainText('Laboratory: 100 loaded')
  await expect(status).toContainText('Vital signs: stopped after 60')
})

test('F-R21 REF-10 a token that runs out mid-paging is renewed, and the list goes on to its end', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/Observation/)
  await page.clock.install()
  const scope = 'launch openid fhirUser patient/Patient.rs patient/Observation.rs offline_access'
  const tenant = await createTenant(
    'strict-ig',
    { content: [{ ...laboratory, kind: 'token-expires', page: 2 }] },
    { scope, observations: { pageSize: 200 } },
  )
  await page.goto(await tenant.launch('gen-600'))
  const { status } = recordPage(page)
  await expect(status).toContainText('Laboratory: failed: your sign-in has ended, 250 loaded')
  await tenant.setFaults({})
  // A server is asked for new tokens once a minute at most.
  await page.clock.runFor(61_000)
  await page.getByRole('button', { name: 'Try again: Laboratory' }).click()
  await expect(status).toContainText('Laboratory: 300 loaded')
  await expect(status).toContainText('Vital signs: 300 loaded')
  await expect(page.getByText('no longer accepts this sign-in')).toHaveCount(0)
})

test('OBS-05 F-R24 ten thousand Observations across slow, failing and looping pages end in a right count', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/Observation/)
  const vitals = { type: 'Observation', category: 'vital-signs' }
  // Epic's total is that of the page, so nothing is divided: page follows page.
  const tenant = await createTenant('epic-ehr', {
    fhir: [
      { ...vitals, kind: 'slow', ms: 700, times: 2 },
      { ...vitals, kind: 'status', status: 500, page: 3, times: 1 },
    ],
    content: [{ ...laboratory, kind: 'looping-next', page: 2 }],
  })
  await openRecord(page, await tenant.launch('gen-10000'))
  const { status, table } = recordPage(page)
  await expect(status).toContainText(
    "Laboratory: stopped after 2,050, because the hospital's server gave the same page again; there may be more",
  )
  await expect(status).toContainText("Vital signs: failed: the hospital's server had an error, ")
  await tenant.setFaults({})
  await page.getByRole('button', { name: 'Try again: Laboratory' }).click()
  await page.getByRole('button', { name: 'Try again: Vital signs' }).click()
  await expect(status).toContainText('Laboratory: 5,000 loaded', { timeout: 20_000 })
  await expect(status).toContainText('Vital signs: 5,000 loaded', { timeout: 20_000 })
  await expect(status).toContainText('10,000 results loaded')
  await expect(table).toHaveAttribute('aria-rowcount', '10001')
})

test('OBS-01 a server that takes neither _sort nor large pages is asked without, and loads whole', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/Observation/)
  const tenant = await createTenant('strict-ig')
  const refused: string[] = []
  await page.route('**/Observation?*', async (route) => {
    const { searchParams } = new URL(route.request().url())
    const isLarge = Number(searchParams.get('_count')) > 200
    if (!searchParams.has('_sort') && !isLarge) return route.continue()
    const text = searchParams.has('_sort') ? '_sort is not supported' : '_count is too large'
    refused.push(text)
    await route.fulfill({
      status: 400,
      headers: { 'access-control-allow-origin': new URL(tenant.appRoot).origin },
      contentType: 'application/fhir+json',
      body: JSON.stringify({
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code: 'not-supported-parameter', details: { text } }],
      }),
    })
  })
  await openRecord(page, await tenant.launch('gen-600'))
  await expect(recordPage(page).status).toContainText('600 results loaded')
  expect(new Set(refused)).toEqual(new Set(['_sort is not supported', '_count is too large']))
})
