import { expectProblemPages, expectRecords } from './fault-table.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const unusable = 'The server can’t be used with this app'
const unreachable = 'The server can’t be reached'
const configuration = /smart-configuration/

expectProblemPages([
  ['F-D3 DISC-04 a plain http endpoint', { discovery: 'http-endpoint' }, unusable],
  ['F-D6 DISC-05 PKCE by plain alone', { discovery: 'plain-only' }, unusable],
  [
    'F-D8 DISC-07 DISC-08 discovery without CORS',
    { discovery: 'without-cors' },
    unreachable,
    { failedLoads: configuration, isBlockedByCors: true },
  ],
  [
    'F-D11 DISC-09 discovery that leads elsewhere',
    { discovery: 'foreign-redirect' },
    unreachable,
    { failedLoads: configuration, isBlockedByCors: true },
  ],
  [
    'F-I12 MIX-02 another issuer than the answer',
    { discovery: 'other-issuer' },
    'The answer came from the wrong server',
  ],
  [
    'F-I12 DISC-11 another issuer than the id_token',
    { discovery: 'other-issuer' },
    'The sign-in could not be verified',
    { profile: 'epic-ehr' },
  ],
  [
    'F-I12 DISC-11 an openid-configuration of another issuer',
    { discovery: 'other-openid-issuer' },
    'The sign-in could not be verified',
  ],
])

expectRecords([
  [
    'F-D1 DISC-07 no SMART configuration, but a CapabilityStatement',
    { discovery: 'not-found' },
    undefined,
    { failedLoads: configuration },
  ],
  ['F-D2 DISC-03 relative endpoints', { discovery: 'relative-endpoints' }, undefined],
  ['F-D4 a token endpoint of another origin', { discovery: 'foreign-token-endpoint' }, undefined],
  ['F-D5 DISC-05 AUTHZ-04 no PKCE method listed', { discovery: 'without-s256' }, undefined],
  ['F-D7 DISC-07 an HTML page, but a CapabilityStatement', { discovery: 'html' }, undefined],
  [
    'F-D10 DISC-01 XML for whoever asks for no JSON',
    { discovery: 'xml-without-accept' },
    undefined,
  ],
  ['F-D12 DISC-11 no issuer and no keys', { discovery: 'without-issuer' }, undefined],
])

test('F-D1 DISC-07 neither configuration nor statement ends in a page that names the first cause', async ({
  page,
  watch,
}) => {
  watch.allowFailedLoads(/smart-configuration|metadata/)
  await page.route('**/metadata', (route) => route.fulfill({ status: 404, body: '<html>' }))
  const tenant = await createTenant('strict-ig', { discovery: 'not-found' })
  await page.goto(await tenant.launch('example'))
  await expect(page.getByRole('heading', { level: 1, name: unusable })).toBeVisible()
  await page.getByText('Details for support').click()
  await expect(page.getByText('there is no SMART configuration')).toBeVisible()
})

test('F-D5 DISC-05 the connection’s details note that no PKCE method was listed', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig', { discovery: 'without-s256' })
  await page.goto(await tenant.launch('example'))
  await page.getByText('About this connection').click()
  await expect(page.getByText('S256, though the server does not announce it')).toBeVisible()
})

test('F-D9 DISC-12 a server that never answers ends in words, not in an endless wait', async ({
  page,
}) => {
  await page.clock.install()
  const tenant = await createTenant('strict-ig', { discovery: 'hang' })
  await page.goto(await tenant.launch('example'))
  await expect(page.getByText('Opening the record…')).toBeVisible()
  for (const _try of [1, 2]) {
    await expect
      .poll(async () => (await tenant.log()).filter(({ status }) => status === 0).length)
      .toBeGreaterThan(0)
    await page.clock.runFor(16_000)
  }
  await expect(page.getByRole('heading', { level: 1, name: unreachable })).toBeVisible()
})
