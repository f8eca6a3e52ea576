import { hostileText } from '../sandbox/hostile-text.ts'
import { expectLoaded, recordPage, showResults } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** A record of 600 Observations, half vital signs, half laboratory: a small first page and two of 200 each. */
const patient = 'gen-600'
const paged = { observations: { pageSize: 200 } }
const laboratory = { type: 'Observation', category: 'laboratory' }
const outside = "failed: the hospital's server pointed to an address outside its record"

/** Faults of what the first page of laboratory says: what the record status says then. */
const rows: [string, object, string | RegExp][] = [
  [
    'F-R7 OBS-08 a notice that more may exist',
    { kind: 'outcome-entries', page: 1 },
    /This may not be the complete record: Laboratory.*Some results are withheld from this app: Laboratory/,
  ],
  ['F-R8 LEAK-01 a next link elsewhere', { kind: 'foreign-next', page: 1 }, outside],
  ['F-R8 LEAK-01 a next link without a scheme', { kind: 'protocol-next', page: 1 }, outside],
  ['F-R8 LEAK-01 a next link to a path that begins alike', { kind: 'twin-next', page: 1 }, outside],
  ['F-R8 LEAK-01 a next link that climbs out', { kind: 'climbing-next', page: 1 }, outside],
  [
    'F-R8 LEAK-05 references elsewhere',
    { kind: 'foreign-references', page: 1 },
    'Laboratory: 300 loaded',
  ],
  [
    'F-R9 LEAK-02 a next link spelt otherwise',
    { kind: 'other-spelling-next', page: 1 },
    'Laboratory: 300 loaded',
  ],
  ['F-R10 a relative next link', { kind: 'relative-next', page: 1 }, 'Laboratory: 300 loaded'],
  [
    'F-R11 OBS-05 a next link that leads back',
    { kind: 'looping-next', page: 1 },
    "Laboratory: stopped after 250, because the hospital's server gave the same page again; there may be more",
  ],
  [
    'F-R12 a paging session that ran out',
    { kind: 'paging-expired', page: 2 },
    /Laboratory: failed: .*250 loaded before that/,
  ],
  [
    'F-R15 PAT-02 an Observation without subject',
    { kind: 'without-subject', page: 1 },
    "1 result was left out: the hospital's server did not say whose it is",
  ],
  [
    'F-R15 PAT-02 an absolute subject',
    { kind: 'subject-absolute', page: 1 },
    'Laboratory: 300 loaded',
  ],
  [
    'F-R15 PAT-02 a subject with its version',
    { kind: 'subject-versioned', page: 1 },
    'Laboratory: 300 loaded',
  ],
  [
    'F-R15 PAT-02 a subject by identifier alone',
    { kind: 'subject-identifier', page: 1 },
    '1 result was left out',
  ],
  [
    'F-R15 PAT-02 a contained subject',
    { kind: 'subject-contained', page: 1 },
    '1 result was left out',
  ],
  [
    'F-R20 XSS-01 XSS-02 a hostile narrative',
    { kind: 'hostile-narrative', page: 1 },
    'Laboratory: 300 loaded',
  ],
  ['F-R23 OBS-06 a wrong total', { kind: 'wrong-total', page: 1 }, 'Laboratory: 300 loaded'],
  [
    'F-R27 an OperationOutcome that is not called one',
    { kind: 'outcome-without-mode', page: 1 },
    'Laboratory: 300 loaded',
  ],
]

const half = Math.ceil(rows.length / 2)
for (const some of [rows.slice(0, half), rows.slice(half)])
  test(`${some.map(([name]) => name).join('; ')}: each is read as it is meant, and hides nothing of the rest`, async ({
    page,
    watch,
  }) => {
    test.setTimeout(150_000)
    // A paging session that ran out is answered 410.
    watch.allowFailedLoads(/Observation\?_page=/)
    const tenant = await createTenant('strict-ig', {}, paged)
    await page.goto(await tenant.launch(patient))
    await expectLoaded(page)
    for (const [name, fault, words] of some)
      await test.step(name, async () => {
        await tenant.setFaults({ content: [{ ...laboratory, ...fault }] })
        await page.reload()
        await expectLoaded(page)
        const { banner, status } = recordPage(page)
        await expect(status).toContainText(words)
        await expect(status).toContainText('Vital signs: 300 loaded')
        await expect(banner).toContainText('Gwen')
        // Nothing of it made the app ask anybody else: the watch of every test looks at the server's own log.
      })
  })

for (const [name, fault] of [
  [
    'F-R13 PAT-02 one Observation of another patient',
    { ...laboratory, kind: 'foreign-patient', page: 2 },
  ],
  ['F-R14 PAT-01 a Patient of another id', { kind: 'other-patient-id' }],
] as const)
  test(`${name} blocks the view, and shows nothing of either`, async ({ page }) => {
    const tenant = await createTenant('strict-ig', { content: [fault] }, paged)
    await page.goto(await tenant.launch(patient))
    await expect(
      page.getByRole('heading', { level: 1, name: 'Data for another patient was received' }),
    ).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toHaveCount(0)
    await expect(recordPage(page).banner).toHaveCount(0)
    await expect(page.getByText('Gwen')).toHaveCount(0)
  })

test('F-R16 OBS-03 one Observation in two versions shows once, as the newer one', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', { content: [{ kind: 'two-versions' }] }, paged)
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await showResults(page)
  const { table } = recordPage(page)
  await expect(
    table.getByRole('row').filter({ hasText: 'Glucose' }).filter({ hasText: '7.4' }),
  ).toHaveCount(1)
  await expect(table).not.toContainText('5.1')
})

test('F-R20 XSS-02 XSS-05 hostile texts in an Observation are texts', async ({ page }) => {
  const tenant = await createTenant('strict-ig', {
    content: [{ ...laboratory, kind: 'hostile-text', page: 1 }],
  })
  page.on('dialog', () => expect('a script of the record ran').toBe(''))
  await page.goto(await tenant.launch(patient))
  await expectLoaded(page)
  await showResults(page)
  const { table } = recordPage(page)
  const row = table.getByRole('row').filter({ hasText: '<script>alert(1)</script>' }).first()
  await expect(row).toBeVisible()
  await expect(page.locator('img[src="x"], script:not([src])')).toHaveCount(0)
  // The override that shows text backwards is not kept.
  expect(hostileText).toContain('\u202E')
  expect(await page.locator('body').innerText()).not.toContain('\u202E')
})

test('F-R20 XSS-03 XSS-04 hostile names, addresses and pictures of a Patient are texts', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', {
    content: [
      { kind: 'hostile-patient', type: 'Patient' },
      { kind: 'foreign-photo', type: 'Patient' },
    ],
  })
  page.on('dialog', () => expect('a script of the record ran').toBe(''))
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await recordPage(page).tab('Patient').click()
  await expect(recordPage(page).banner).toContainText('<script>alert(1)</script>')
  for (const part of [/^Phone and other contact details/, /^Addresses/])
    await page.getByRole('button', { name: part }).click()
  await expect(page.getByText('javascript:alert(document.cookie)')).toBeVisible()
  await expect(page.locator('a[href^="javascript:"], img, svg[onload], iframe')).toHaveCount(0)
})

test('F-R21 REF-10 a token that runs out mid-paging leaves what is loaded, marked incomplete', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/Observation/)
  const content = [{ ...laboratory, kind: 'token-expires', page: 2 }]
  const tenant = await createTenant('strict-ig', { content }, paged)
  await page.goto(await tenant.launch(patient))
  const { status, table } = recordPage(page)
  await expect(status).toContainText(
    'Laboratory: failed: your sign-in has ended, 250 loaded before that',
  )
  await expect(page.getByText('no longer accepts this sign-in')).toBeVisible()
  await showResults(page)
  await expect(table).toBeVisible()
})
