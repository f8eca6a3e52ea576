import { expectAccessible, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const merged = 'This record seems to have been merged into another one'

for (const kind of ['merged-patient', 'replaced-patient'])
  test(`F-R22 PAT-01 ${kind} says that the record was merged, and shows nothing of it`, async ({
    page,
  }) => {
    const tenant = await createTenant('strict-ig', { content: [{ kind, type: 'Patient' }] })
    await page.goto(await tenant.launch('gen-dana-demo'))
    await expect(page.getByRole('heading', { level: 1, name: merged })).toBeVisible()
    await expect(page.getByText('open it again from the patient’s chart')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toHaveCount(0)
    await expect(recordPage(page).banner).toHaveCount(0)
    const log = await tenant.log()
    expect(log.filter(({ path }) => path.includes('survivor'))).toEqual([])
    await expectAccessible(page)
  })

test('F-R8 LEAK-03 results that redirect elsewhere fail in words, and nothing goes there', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', {
    fhir: [{ kind: 'foreign-redirect', type: 'Observation', category: 'laboratory' }],
  })
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expect(recordPage(page).status).toContainText(
    "Laboratory: failed: the hospital's server pointed to another record or address",
  )
  // The browser tells its tools of the request that it would make; what counts is what arrived, at either host.
  const asked = (await tenant.log()).filter(
    ({ method, query }) => method === 'GET' && query['category']?.endsWith('|laboratory'),
  )
  expect(asked.map(({ status }) => status)).toEqual([302])
})
