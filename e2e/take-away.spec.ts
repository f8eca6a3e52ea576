import { readFile, writeFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { expectAccessible, openRecord, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

type Bundle = {
  readonly type: string
  readonly entry: readonly {
    readonly fullUrl: string
    readonly resource: { readonly resourceType: string; readonly issue?: unknown }
  }[]
}

const takeAway = (page: Page) => page.getByRole('button', { name: 'Take away' })
const choose = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Chooses a way, and reads the file that comes of it; with KEEP=<folder> it stays there, to be looked at. */
async function take(page: Page, ...names: readonly string[]) {
  const waiting: Promise<Download> = page.waitForEvent('download')
  for (const name of names) await choose(page, name)
  const file = await waiting
  const name = file.suggestedFilename()
  const text = await readFile(await file.path(), 'utf8')
  await keep(name, text)
  return { name, text }
}

async function keep(name: string, content: string | Buffer): Promise<void> {
  const folder = process.env['KEEP']
  if (folder !== undefined) await writeFile(`${folder}/${name}`, content)
}

const typesOf = ({ entry }: Bundle) => entry.map(({ resource }) => resource.resourceType)

test('XSS-06 PAT-07 what is shown becomes a spreadsheet or a Bundle that says what was missing', async ({
  page,
}) => {
  const tenant = await createTenant('epic-ehr')
  await openRecord(page, await tenant.launch('trends'))
  await page.getByRole('combobox', { name: 'Category' }).selectOption('laboratory')
  await page.getByRole('searchbox', { name: 'Search' }).fill('glucose')
  await expect(page.getByText('3 of 14 results, newest first')).toBeVisible()
  await takeAway(page).click()
  await expect(page.getByText(/^3 results, as shown here · Category: Laboratory/)).toBeVisible()
  await expectAccessible(page)

  const csv = await take(page, 'Spreadsheet (CSV)')
  expect(csv.name).toMatch(/^chartside-results-\d{4}-\d\d-\d\d\.csv$/)
  const lines = csv.text.split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFFRow,Date,/)
  expect(lines.filter((line) => line.startsWith('result,'))).toHaveLength(3)
  expect(csv.text).toContain('Search: glucose')
  expect(csv.text).toMatch(/note,.*may be incomplete/)

  const json = await take(page, 'FHIR Bundle (JSON)', 'Read and save')
  const bundle = JSON.parse(json.text) as Bundle
  expect(bundle.type).toBe('collection')
  expect(typesOf(bundle)).toEqual([
    'OperationOutcome',
    'Patient',
    ...Array<string>(3).fill('Observation'),
  ])
  expect(JSON.stringify(bundle.entry[0]?.resource.issue)).toContain('Search: glucose')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(takeAway(page)).toBeFocused()
})

test('CTX-04 all results come as FHIR and on paper, below the patient on every page', async ({
  page,
}) => {
  const tenant = await createTenant('strict-ig')
  await openRecord(page, await tenant.launch('gen-dana-demo'))
  await page.getByRole('combobox', { name: 'Category' }).selectOption('vital-signs')
  await takeAway(page).click()
  const json = await take(page, 'FHIR Bundle (JSON)', 'Read and save')
  expect(typesOf(JSON.parse(json.text) as Bundle)).toHaveLength(362)

  // A real dialog would wait for somebody; printing goes on until it is told to end.
  await page.evaluate(() => {
    window.print = () => void dispatchEvent(new Event('beforeprint'))
  })
  await choose(page, 'Print or save as PDF')
  const list = page.locator('.print-list')
  await expect(list.locator('tbody tr')).toHaveCount(360)
  await page.emulateMedia({ media: 'print' })
  await expect(list.getByText('Category: Vital signs', { exact: false })).toBeVisible()
  await expect(recordPage(page).banner).toBeVisible()
  await expect(recordPage(page).table).toBeHidden()
  await keep('list.pdf', await page.pdf())
  await page.emulateMedia({ media: null })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(list).toHaveCount(0)
})
