import { frameOf, openFrame } from './frames.ts'
import { expectLoaded, recordPage, showResults } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** A record of 600 Observations, half vital signs, half laboratory: a small first page and two of 200 each. */
const patient = 'gen-600'
const paged = { observations: { pageSize: 200 } }
const laboratory = { type: 'Observation', category: 'laboratory' }
const failedLoads = /Observation/
const couldNotRead = "failed: the answer of the hospital's server could not be read"

/** Faults of laboratory's answer alone: what the record status says of it, and whether the browser notes it. */
const rows: [string, object, string, ('load' | 'cors')?][] = [
  [
    'F-R1 REF-10 401 with a text of no characters',
    { kind: 'status', status: 401, body: 'quotes' },
    'failed: your sign-in has ended',
    'load',
  ],
  [
    'F-R2 403 with nothing',
    { kind: 'status', status: 403, body: 'empty' },
    "refused by the hospital's server",
    'load',
  ],
  [
    'F-R3 403 with an OperationOutcome',
    { kind: 'status', status: 403 },
    "refused by the hospital's server",
    'load',
  ],
  [
    'F-R4 404 with an OperationOutcome',
    { kind: 'status', status: 404 },
    "failed: the hospital's server did not accept the request",
    'load',
  ],
  [
    'F-R5 404 with HTML',
    { kind: 'html', status: 404 },
    "failed: the hospital's server did not accept the request",
    'load',
  ],
  [
    'F-R6 400 as Epic without a category',
    { kind: 'required-missing' },
    "failed: the hospital's server did not accept the request",
    'load',
  ],
  ['F-R17 XML', { kind: 'xml' }, couldNotRead],
  [
    'F-R18 no CORS',
    { kind: 'without-cors' },
    "failed: the hospital's server could not be reached",
    'cors',
  ],
  [
    'F-R25 a protected record',
    { kind: 'break-the-glass' },
    "refused by the hospital's server",
    'load',
  ],
  ['F-R28 JSON called plain text', { kind: 'wrong-content-type' }, '300 loaded'],
  ['F-R29 nothing at all', { kind: 'empty' }, couldNotRead],
  ['F-R29 JSON cut short', { kind: 'truncated' }, couldNotRead],
  [
    'F-R30 a dropped connection',
    { kind: 'drop' },
    "failed: the hospital's server could not be reached",
    'load',
  ],
  ['F-R30 an answer three seconds late', { kind: 'slow' }, '300 loaded'],
]

/** Rows of which the browser notes the same, a few on one page: what follows a first launch finds the app's code in its cache. */
const batches = [undefined, 'load', 'cors'].flatMap((note) => {
  const alike = rows.filter((row) => row[3] === note)
  return [alike.slice(0, 5), alike.slice(5)].filter((batch) => batch.length > 0)
})

for (const batch of batches)
  test(`${batch.map(([name]) => name).join('; ')}: said of that category, and nothing of the rest is hidden`, async ({
    page,
    watch,
  }) => {
    test.setTimeout(60_000 + batch.length * 15_000)
    const note = batch[0]?.[3]
    if (note !== undefined) watch.allowFailedLoads(failedLoads)
    if (note === 'cors') watch.allowBlockedByCors()
    const tenant = await createTenant('strict-ig', {}, paged)
    for (const [name, fault, words] of batch)
      await test.step(name, async () => {
        await tenant.setFaults({ fhir: [{ ...laboratory, ...fault }] })
        await page.goto(await tenant.launch(patient))
        await expectLoaded(page)
        const { banner, status, table } = recordPage(page)
        await expect(status).toContainText(`Laboratory: ${words}`)
        await expect(status).toContainText('Vital signs: 300 loaded')
        await expect(banner).toContainText('Gwen')
        await showResults(page)
        await expect(table).toBeVisible()
      })
  })

test('F-R19 ERR-07 429 and 503 are waited for and asked again, until they are answered', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(failedLoads)
  const tenant = await createTenant('strict-ig', {}, paged)
  for (const status of [429, 503])
    await test.step(String(status), async () => {
      const fault = { kind: 'status', status, retryAfter: 1, times: 2 }
      await tenant.setFaults({ fhir: [{ ...laboratory, ...fault }] })
      await page.goto(await tenant.launch(patient))
      await expectLoaded(page)
      await expect(recordPage(page).status).toContainText('Laboratory: 300 loaded')
    })
})

test('F-R26 one category refused and one that never answers leave the rest, and no endless wait', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(failedLoads)
  await page.clock.install()
  const tenant = await createTenant('strict-ig', {
    fhir: [
      { ...laboratory, kind: 'status', status: 403 },
      { kind: 'hang', type: 'Observation', category: 'vital-signs' },
    ],
  })
  await page.goto(await tenant.launch(patient))
  const { status } = recordPage(page)
  await expect(status).toContainText("Laboratory: refused by the hospital's server")
  await expect(status).toContainText('Social history: none found')
  await expect(status).toContainText('Vital signs: loading')
  await page.clock.runFor(61_000)
  await expect(status).toContainText(
    "Vital signs: failed: the hospital's server took too long to answer",
  )
  await tenant.setFaults({})
  await page.getByRole('button', { name: 'Try again: Vital signs' }).click()
  await expect(status).toContainText('Vital signs: 300 loaded')
})

test('F-R30 answers out of order give the same record', async ({ page }) => {
  const tenant = await createTenant('strict-ig', { fhir: [{ kind: 'out-of-order' }] }, paged)
  await page.goto(await tenant.launch(patient))
  await expectLoaded(page)
  await expect(recordPage(page).status).toContainText('600 results loaded')
})

test('F-R30 PAT-04 a slow answer of one session changes nothing in the next', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  // Two charts over one storage, as in an EHR's shell.
  await page.goto(new URL(tenant.iss).origin)
  const second = await openFrame(page, await tenant.launch('example', tenant.framedRoot), 'second')
  await expectLoaded(second)
  await tenant.setFaults({ fhir: [{ kind: 'slow', ms: 4_000 }] })
  const first = await openFrame(page, await tenant.launch(patient, tenant.framedRoot), 'first')
  await expect(first.getByText(/Loading who the patient is/)).toBeVisible()
  // The first record's answers are still on their way when its document goes to the other session.
  const { hash } = new URL(frameOf(page, 'second').url())
  await frameOf(page, 'first').evaluate((next) => void (location.hash = next), hash)
  await expect(recordPage(first).banner).toContainText('Chalmers', { timeout: 20_000 })
  await expectLoaded(first)
  await expect.poll(async () => (await tenant.log()).every(({ status }) => status > 0)).toBe(true)
  await expect(recordPage(first).banner).toContainText('Chalmers')
  await expect(first.getByText('Gwen')).toHaveCount(0)
  await expect(recordPage(first).status).not.toContainText('300 loaded')
})

test('F-R24 OBS-05 ten thousand Observations load to the last', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('gen-10000'))
  await expect(recordPage(page).status).toContainText('10,000 results loaded', { timeout: 45_000 })
  await expectLoaded(page)
  await showResults(page)
  await expect(recordPage(page).table).toHaveAttribute('aria-rowcount', '10001')
})
