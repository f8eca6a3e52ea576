import type { Page } from '@playwright/test'
import { gzipSync } from 'node:zlib'
import { exampleBundle, observationText, patient, toFile, toLines } from './local-bundles.ts'
import { expectAccessible, expectLoaded, recordPage, showResults } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** What the page asks for from now on that isn't a file of the app itself. */
function watchRequests(page: Page, root: string): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const isOwnCode = request.url().startsWith(`${root}assets/`) && request.method() === 'GET'
    if (!isOwnCode && !request.url().startsWith('blob:')) asked.push(request.url())
  })
  return asked
}

const open = async (page: Page, ...files: ReturnType<typeof toFile>[]) =>
  page.getByLabel('FHIR files').setInputFiles(files)

test('LEAK-07 the sample record opens without a sign-in, and every view says what it is', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(tenant.appRoot)
  await expectAccessible(page)
  const asked = watchRequests(page, tenant.appRoot)
  await page.getByRole('link', { name: 'Look around with sample data' }).click()
  await expectLoaded(page)
  const mark = page.getByText('Sample data: not a real person')
  await expect(recordPage(page).banner).toContainText('Alex')
  await expect(page.getByText('Sample data', { exact: true })).toBeVisible()
  await expect(page).toHaveTitle('Overview – Sample data – Chartside')
  await expect(recordPage(page).status).toContainText('Laboratory: ')
  await expectAccessible(page)
  for (const [tab, seen] of [
    ['Flowsheet', 'Blood pressure'],
    ['Patient', 'SAMPLE-001'],
    ['Results', 'entered in error'],
    ['Overview', 'Hemoglobin A1c'],
  ] as const) {
    await recordPage(page).tab(tab).click()
    await expect(page.getByRole('heading', { level: 1, name: tab })).toBeVisible()
    await expect(page.locator('body')).toContainText(seen)
    await expect(mark).toBeVisible()
  }
  await page
    .getByRole('link', { name: /Hemoglobin A1c/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /Hemoglobin A1c/ })).toBeVisible()
  await expect(mark).toBeVisible()
  expect(asked).toEqual([])
  await page.reload()
  await expectLoaded(page)
  await expect(page.getByRole('heading', { level: 1, name: /Hemoglobin A1c/ })).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Chartside' })).toBeVisible()
  await expect(page).toHaveTitle('Chartside')
  expect(await tenant.log()).toEqual([])
})

test('LEAK-07 STO-04 a Bundle is read here, asks for nothing, and is gone after a reload', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(tenant.appRoot)
  await expect(page.getByRole('button', { name: 'Open a file' })).toBeVisible()
  const asked = watchRequests(page, tenant.appRoot)
  await open(page, toFile('export.json', exampleBundle()))
  await expectLoaded(page)
  await expect(recordPage(page).banner).toContainText('Robin Export')
  await expect(page.getByText('From a file on this device: export.json')).toBeVisible()
  await expectAccessible(page)
  await showResults(page)
  await expect(recordPage(page).table).toContainText('5.10')
  await expect(recordPage(page).table).toContainText('4.9')
  await page.getByText('What else is in it, and not shown').click()
  await expect(page.getByText(/Condition \(1\)/)).toBeVisible()
  expect(asked).toEqual([])
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)
  await page.reload()
  await expect(
    page.getByRole('heading', { level: 1, name: 'This file is not open any more' }),
  ).toBeVisible()
  await expectAccessible(page)
  await open(page, toFile('export.json.gz', gzipSync(exampleBundle())))
  await expectLoaded(page)
  await expect(recordPage(page).banner).toContainText('Robin Export')
})

test('PAT-02 of several people in files, one is chosen, and only their results are shown', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(tenant.appRoot)
  const people = toLines(
    patient('a', 'Ann First', '1970-01-02'),
    patient('b', 'Ben Second', '2001-11-12'),
  )
  const results = [
    observationText('o-1', 'Patient/a', '4.1'),
    '{"resourceType":"Observation","id":"half',
    observationText('o-2', 'Patient/b', '4.2'),
    observationText('o-3', 'Patient/b', '4.3'),
  ].join('\n')
  await open(page, toFile('Patient.ndjson', people), toFile('Observation.ndjson', results))
  const second = page.getByRole('button', { name: /Ben Second/ })
  await expect(second).toContainText('Nov 12, 2001')
  await expect(second).toContainText('2 results')
  await expectAccessible(page)
  await second.click()
  await expectLoaded(page)
  await expect(recordPage(page).banner).toContainText('Ben Second')
  await expect(page.getByText('1 line or entry could not be read, and was left out.')).toBeVisible()
  await expect(page.getByText('Chosen by you, not by the chart')).toBeVisible()
  await expect(recordPage(page).status).toContainText('This may not be the complete record')
  await showResults(page)
  await expect(recordPage(page).table).toContainText('4.3')
  await expect(recordPage(page).table).not.toContainText('4.1')
})

test('bad files say what they are and what to do, and one switch of the configuration takes all of it away', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(tenant.appRoot)
  const bad: [name: string, content: string | Uint8Array, words: RegExp][] = [
    ['empty.json', '', /file is empty/],
    ['record.zip', new Uint8Array([0x50, 0x4b, 3, 4, 20]), /zip archive/],
    ['record.pdf', '%PDF-1.7', /PDF/],
    ['record.xml', '<Bundle xmlns="http://hl7.org/fhir"/>', /XML file/],
    ['ccd.xml', '<?xml version="1.0"?>\n<ClinicalDocument/>', /clinical document/],
    ['login.json', '<!DOCTYPE html><html></html>', /web page/],
    ['image.json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /no text/],
    ['notes.txt', 'Potassium 4.1', /no JSON/],
    ['cut.json', exampleBundle().slice(0, 40), /breaks off/],
    ['other.json', '{"name": "value"}', /no FHIR/],
    ['list.json', toLines({ resourceType: 'Condition', id: 'c' }), /neither a patient nor results/],
    [
      'stu3.json',
      toLines({ resourceType: 'Observation', id: 'o', comment: 'hemolyzed' }),
      /older version/,
    ],
  ]
  const alert = page.getByRole('alert')
  await open(page, ...bad.map(([name, content]) => toFile(name, content)))
  await expect(alert).toContainText('None of these can be opened')
  for (const [name, , words] of bad)
    await expect(alert.getByRole('listitem').filter({ hasText: name })).toContainText(words)
  await expectAccessible(page)
  await open(page, toFile('cut-later.json', exampleBundle().slice(0, -100)))
  await expectLoaded(page)
  await expect(page.getByText(/“cut-later.json” breaks off/)).toBeVisible()

  await tenant.configure({ servers: [tenant.server], withoutSignIn: false })
  await page.goto(tenant.appRoot)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Chartside' })).toBeVisible()
  await expect(page.getByText('Without signing in')).toHaveCount(0)
  await page.goto(`${tenant.appRoot}#/s/sample/overview`)
  await expect(page.getByRole('heading', { level: 1, name: /session/i })).toBeVisible()
})
