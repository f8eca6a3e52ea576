import type { Page } from '@playwright/test'
import type { ProfileName } from '../sandbox/profile.ts'
import { expectLoaded, recordPage, showResults } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

type Tenant = Awaited<ReturnType<typeof createTenant>>

type Options = {
  /** The kind of server; `strict-ig` where nothing is said. */
  readonly profile?: ProfileName
  /** Failed loads that the browser notes on the console by itself. */
  readonly failedLoads?: RegExp
  /** Whether the browser notes a request blocked for want of CORS. */
  readonly isBlockedByCors?: boolean
}

/** A fault of the pretend hospital: what it is called, with its ids, and the setting that switches it on. */
type Row<Ending> = [name: string, faults: object, ending: Ending, options?: Options]

/** The family name of the patient that these tests launch. */
const familyName = 'Chalmers'

/** So many launches in one test: what follows a first launch finds the app's code in the browser's cache. */
const mostTogether = 6

/** Rows that the browser is to be watched for in the same way, a few at a time. */
function together<Ending>(rows: readonly Row<Ending>[]): Row<Ending>[][] {
  const groups = new Map<string, Row<Ending>[]>()
  for (const row of rows) {
    const { profile, failedLoads, isBlockedByCors } = row[3] ?? {}
    const watched = [profile, failedLoads?.source, isBlockedByCors].join(' ')
    groups.set(watched, [...(groups.get(watched) ?? []), row])
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / mostTogether) }, (_, index) =>
      group.slice(index * mostTogether, (index + 1) * mostTogether),
    ),
  )
}

function each<Ending>(
  rows: readonly Row<Ending>[],
  words: string,
  check: (page: Page, ending: Ending, tenant: Tenant) => Promise<void>,
): void {
  for (const batch of together(rows)) {
    const options = batch[0]?.[3] ?? {}
    test(`${batch.map(([name]) => name).join('; ')} ${words}`, async ({ page, watch }) => {
      test.setTimeout(60_000 + batch.length * 15_000)
      if (options.failedLoads) watch.allowFailedLoads(options.failedLoads)
      if (options.isBlockedByCors) watch.allowBlockedByCors()
      const tenant = await createTenant(options.profile ?? 'strict-ig')
      for (const [name, faults, ending] of batch)
        await test.step(name, async () => {
          await tenant.setFaults(faults)
          await page.goto(await tenant.launch('example'))
          await check(page, ending, tenant)
        })
    })
  }
}

/** Expects a launch with each fault to end in a page of that heading: no record asked for, no session kept. */
export function expectProblemPages(rows: readonly Row<string>[]): void {
  each(rows, 'ends in a page that says so, and shows no record', async (page, heading, tenant) => {
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible({
      timeout: 20_000,
    })
    await expect(recordPage(page).banner).toHaveCount(0)
    expect(new URL(page.url()).search).not.toContain('code=')
    const kept = await page.evaluate(() => Object.keys(sessionStorage))
    expect(kept.filter((key) => key.endsWith(':session'))).toEqual([])
    const log = await tenant.log()
    expect(log.filter(({ path }) => /\/(?:Patient|Observation)/.test(path))).toEqual([])
  })
}

/** Expects a launch with each fault to load the record all the same, and the page to say these words, if any. */
export function expectRecords(rows: readonly Row<string | RegExp | undefined>[]): void {
  each(rows, 'loads the record all the same', async (page, words) => {
    await expect(recordPage(page).banner).toContainText(familyName)
    await expectLoaded(page)
    await showResults(page)
    await expect(recordPage(page).table).toBeVisible()
    const body = page.locator('body')
    if (words === undefined) await expect(body).not.toContainText('could not be verified')
    else await expect(body).toContainText(words)
  })
}
