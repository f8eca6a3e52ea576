import type { Page } from '@playwright/test'
import { expectLoaded, recordPage } from './record-page.ts'
import { createTenant } from './tenant.ts'

const laboratory = { type: 'Observation', category: 'laboratory' }
const paged = { observations: { pageSize: 20 } }

/** A state in which a record may be found: how it comes about, and what is said of it in every view. */
type RecordState = {
  readonly name: string
  /** Opens a record in that state; it ends once the state is reached. */
  readonly reach: (page: Page) => Promise<void>
  /** Whether the browser notes failed loads by itself. */
  readonly hasFailedLoads: boolean
}

async function open(page: Page, patient: string, fhir: readonly object[]): Promise<void> {
  const tenant = await createTenant('strict-ig', { fhir }, paged)
  await page.goto(await tenant.launch(patient))
}

async function openFailing(page: Page, fault: object, words: RegExp): Promise<void> {
  await open(page, 'gen-80', [{ ...laboratory, ...fault }])
  await recordPage(page).status.getByText(words).first().waitFor()
  await expectLoaded(page)
}

/** The states that every view of results has to bear (issue of the results): each reached against the local EHR. */
export const recordStates: readonly RecordState[] = [
  {
    name: 'loading',
    hasFailedLoads: false,
    reach: async (page) => {
      await open(page, 'gen-80', [{ kind: 'hang', ...laboratory }])
      await recordPage(page).status.getByText('Laboratory: loading').waitFor()
    },
  },
  {
    name: 'empty',
    hasFailedLoads: false,
    reach: async (page) => {
      await open(page, 'gen-0', [])
      await expectLoaded(page)
    },
  },
  {
    name: 'partial',
    hasFailedLoads: true,
    reach: (page) =>
      openFailing(page, { kind: 'status', status: 500, page: 2 }, /Laboratory: failed.* loaded/),
  },
  {
    name: 'refused',
    hasFailedLoads: true,
    reach: (page) => openFailing(page, { kind: 'status', status: 403 }, /Laboratory: refused/),
  },
  {
    name: 'failed',
    hasFailedLoads: true,
    reach: (page) => openFailing(page, { kind: 'status', status: 500 }, /Laboratory: failed/),
  },
]

/** Lets the time of the session run out, as by sleep; the clock must have been installed before the record was opened. */
export async function expire(page: Page): Promise<void> {
  await page.clock.setSystemTime(Date.now() + 2 * 3_600_000)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor()
}
