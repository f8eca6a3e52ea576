import { expectProblemPages, expectRecords } from './fault-table.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

const unfinished = 'The sign-in could not be finished'
const failedLoads = /token/

expectProblemPages([
  ['F-T1 ERR-04 a refused code', { token: ['invalid-grant'] }, unfinished, { failedLoads }],
  ['F-T5 SCOPE-03 an empty scope', { token: ['scope-empty'] }, 'Nothing was released'],
  ['F-T7 TOK-03 a token of type DPoP', { token: ['type-dpop'] }, unfinished],
  ['F-T7 TOK-03 a token of no type', { token: ['type-missing'] }, unfinished],
  ['F-T8 TOK-08 no patient', { token: ['patient-missing'] }, 'No patient came with the sign-in'],
  ['F-T12 ERR-04 HTML with 500', { token: ['html-500'] }, unfinished, { failedLoads }],
  ['F-T12 ERR-04 HTML with 502', { token: ['html-502'] }, unfinished, { failedLoads }],
  [
    'F-T13 ERR-05 a token endpoint without CORS',
    { token: ['without-cors'] },
    unfinished,
    { failedLoads, isBlockedByCors: true },
  ],
  ['F-T14 ERR-04 a busy token endpoint', { token: ['too-many'] }, unfinished, { failedLoads }],
  ['F-T17 DISC-12 a token endpoint that is too slow', { tokenDelayMs: 20_000 }, unfinished],
  [
    'F-T18 ERR-04 a code bound to another verifier',
    { token: ['other-verifier'] },
    unfinished,
    { failedLoads },
  ],
  [
    'F-T18 ERR-04 a code bound to another address',
    { token: ['other-redirect'] },
    unfinished,
    { failedLoads },
  ],
])

expectRecords([
  [
    'F-T2 TOK-04 a lifetime in digits',
    { token: ['expires-in-text'] },
    /Session ends in (?:59|60) minutes/,
  ],
  ['F-T3 TOK-04 a lifetime unsaid', { token: ['expires-in-missing'] }, 'Your session ends at'],
  ['F-T6 SCOPE-03 no scope', { token: ['scope-missing'] }, undefined],
  ['F-T7 TOK-03 a token of type bearer', { token: ['type-lower-case'] }, undefined],
  ['F-T7 TOK-03 a token of type BEARER', { token: ['type-upper-case'] }, undefined],
  ['F-T9 CTX-03 a banner that is not needed', { token: ['banner-text'] }, 'Born'],
  ['F-T10 CTX-08 fhirContext of texts', { token: ['context-texts'] }, undefined],
  ['F-T10 CTX-08 fhirContext of objects', { token: ['context-objects'] }, undefined],
  ['F-T10 CTX-08 fhirContext of nonsense', { token: ['context-odd'] }, undefined],
  ['F-T11 TOK-06 members nobody knows', { token: ['unknown-members'] }, undefined],
  ['F-T16 TOK-05 a token that is a JWT', { token: ['jwt-token'] }, undefined],
])

test('F-T1 ERR-04 a refused code is never sent a second time', async ({ page, watch }) => {
  watch.allowFailedLoads(/token/)
  const tenant = await createTenant('strict-ig', { token: ['invalid-grant'] })
  await page.goto(await tenant.launch('example'))
  await expect(page.getByRole('heading', { level: 1, name: unfinished })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'No sign-in is going on here' })).toBeVisible()
  const log = await tenant.log()
  expect(
    log.filter(({ method, path }) => method === 'POST' && path.endsWith('/token')),
  ).toHaveLength(1)
})
