import type { ProfileName } from '../sandbox/profile.ts'
import { expectLoaded, recordPage, showResults, signInByHand } from './record-page.ts'
import { createTenant, epicRefusals } from './tenant.ts'
import { expect, test } from './watched-test.ts'

// Dana's record holds 2,682 Observations: 360 vital signs and 2,320 of laboratory among them, one entered in error.
const dana = 'gen-dana-demo'

type Expected = {
  /** Words of the record status. */
  readonly status: readonly string[]
  /** Failed loads that the browser notes by itself. */
  readonly failedLoads?: RegExp
}

const whole = [
  '2,681 results loaded',
  'Vital signs: 360 loaded',
  'Laboratory: 2,320 loaded',
  '1 result was left out: marked by the hospital as entered in error',
]
const withheld =
  'Some results are withheld from this app: Vital signs, Laboratory, Social history, Surveys'

const launches: [ProfileName, string, Expected][] = [
  ['strict-ig', 'MIX-02', { status: whole }],
  [
    'epic-ehr',
    'SCOPE-05 LEAK-09',
    {
      status: [...whole, withheld, 'Only results in these categories were released to this app'],
      failedLoads: epicRefusals,
    },
  ],
  [
    'epic-legacy',
    'DISC-05 SCOPE-04 SCOPE-07 IDT-02',
    {
      status: [...whole, withheld, '4 categories refused', 'Exam: refused by the hospital'],
      failedLoads: epicRefusals,
    },
  ],
  [
    'oracle-provider',
    'ISS-02 OBS-05',
    { status: [...whole, 'None found: Exam, Imaging, Procedures'] },
  ],
  [
    'meditech',
    'LEAK-02 OBS-06',
    {
      status: [
        '2,565 results loaded',
        'Laboratory: 2,204 loaded',
        '117 results were left out: marked by the hospital as entered in error',
      ],
    },
  ],
]

for (const [profile, ids, { status: words, failedLoads }] of launches)
  test(`${ids} a launch from the chart at ${profile} loads the record, and says what is not in it`, async ({
    page,
    watch,
  }) => {
    if (failedLoads) watch.allowFailedLoads(failedLoads)
    const tenant = await createTenant(profile)
    await page.goto(await tenant.launch(dana))
    await expectLoaded(page)
    const { banner, status, table } = recordPage(page)
    await expect(banner).toContainText('Dana')
    for (const one of words) await expect(status).toContainText(one)
    await showResults(page)
    await expect(table).toBeVisible()
    await expect(page.getByText('could not be verified')).toHaveCount(0)
    await page.reload()
    await expectLoaded(page)
    await expect(banner).toContainText('Dana')
  })

const signIns: [ProfileName, string, RegExp | undefined][] = [
  ['strict-ig', 'LAUNCH-05', undefined],
  ['epic-mychart', 'IDT-11', epicRefusals],
  ['meditech', 'CTX-01', undefined],
]

for (const [profile, ids, failedLoads] of signIns)
  test(`${ids} a sign-in by hand at ${profile} loads the record of the patient picked`, async ({
    page,
    watch,
  }) => {
    if (failedLoads) watch.allowFailedLoads(failedLoads)
    const tenant = await createTenant(profile)
    await signInByHand(page, tenant.appRoot, /Chalmers/)
    await expectLoaded(page)
    await expect(recordPage(page).banner).toContainText('Chalmers')
  })

for (const profile of ['oracle-provider', 'epic-ehr'] as const)
  test(`TOK-08 PAT-06 a clinician who signs in by hand at ${profile} gets no patient, and is told so`, async ({
    page,
  }) => {
    const tenant = await createTenant(profile)
    await page.goto(tenant.appRoot)
    await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await expect(
      page.getByRole('heading', { level: 1, name: 'No patient came with the sign-in' }),
    ).toBeVisible()
  })

test('TOK-08 at oracle-patient the patient is whoever signed in, where the configuration says so', async ({
  page,
}) => {
  const tenant = await createTenant('oracle-patient')
  const signIn = async () => {
    await signInByHand(page, tenant.appRoot, /Chalmers/)
  }
  await signIn()
  await expect(
    page.getByRole('heading', { level: 1, name: 'No patient came with the sign-in' }),
  ).toBeVisible()
  await tenant.configure({ servers: [{ ...tenant.server, patientFromFhirUser: true }] })
  await signIn()
  await expectLoaded(page)
  await expect(recordPage(page).banner).toContainText('Chalmers')
})

test('END-02 at meditech signing out revokes the token', async ({ page }) => {
  const tenant = await createTenant('meditech')
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'The EHR stays signed in' })).toBeVisible()
  await expect
    .poll(async () => (await tenant.log()).map(({ revoked }) => revoked).filter(Boolean))
    .toEqual(['access_token'])
})
