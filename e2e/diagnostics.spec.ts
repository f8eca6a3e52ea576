import { expectAccessible, expectLoaded, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

test('LOG-02 the support code of a session names issuer and scopes, and holds nothing secret', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const tenant = await createTenant('strict-ig')
  const secrets: string[] = []
  page.on('response', async (response) => {
    if (!new URL(response.url()).pathname.endsWith('/token')) return
    if (response.request().method() !== 'POST') return
    const answer = (await response.json()) as Record<string, string>
    const form = new URLSearchParams(response.request().postData() ?? '')
    for (const name of ['access_token', 'id_token', 'refresh_token', 'patient', 'encounter'])
      secrets.push(answer[name] ?? '')
    secrets.push(form.get('code') ?? '', form.get('code_verifier') ?? '')
  })
  const scope = 'launch openid fhirUser patient/Patient.rs patient/Observation.rs offline_access'
  await tenant.configure({ servers: [{ ...tenant.server, scope }] })
  await page.goto(await tenant.launch('gen-dana-demo'))
  await expectLoaded(page)
  await page.keyboard.press('Control+End')
  const open = page.getByRole('button', { name: 'About this connection' })
  await open.press('Enter')
  await expect(open).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('button', { name: 'Copy support code' }).press('Enter')
  await expect(page.getByText('Copied.')).toBeVisible()
  const code = await page.evaluate(() => navigator.clipboard.readText())
  expect(code).toMatch(/^Chartside support code 1\n/)
  expect(code).toContain(`Issuer (FHIR base): ${tenant.iss}`)
  expect(code).toMatch(/^Granted: .*patient\/Patient\.rs/m)
  expect(code).toContain('Who signed in: verified')
  expect(code).toContain('laboratory: loaded')
  const known = secrets.filter((secret) => secret !== '')
  expect(known.length).toBeGreaterThanOrEqual(6)
  for (const secret of [...known, new URL(page.url()).hash.split('/')[2] ?? '-', 'Dana'])
    expect(code).not.toContain(secret)
  await expectAccessible(page)
  await open.press('Enter')
  await expect(page.getByRole('region', { name: 'About this connection' })).toHaveCount(0)
  await expect(recordPage(page).banner).toBeVisible()
})

test('LOG-02 EMB-05 a problem page gives a code for support, also where the clipboard is denied', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  const tenant = await createTenant('strict-ig', { authorize: 'access-denied' })
  await page.goto(await tenant.launch('gen-dana-demo'))
  await page.getByText('Details for support').click()
  await page.getByRole('button', { name: 'Copy for support' }).click()
  const field = page.getByRole('textbox', { name: 'Support code' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(/Kind: authorization-refused[^]*App version: /)
  await expectAccessible(page)
})
