import AxeBuilder from '@axe-core/playwright'
import { expect, type FrameLocator, type Page } from '@playwright/test'

/** A page, or the frame that the app lives in. */
export type Scope = Page | FrameLocator

/** What a test looks at on the pages of a record, by role and name. */
export function recordPage(scope: Scope) {
  return {
    banner: scope.getByRole('region', { name: 'Patient', exact: true }),
    status: scope.getByRole('region', { name: 'Record status' }),
    table: scope.getByRole('table', { name: 'Observations' }),
    rows: scope.getByRole('table', { name: 'Observations' }).getByRole('row'),
    tab: (name: string) => scope.getByRole('link', { name, exact: true }),
  }
}

/** Waits until nothing of the record is loading any more. */
export async function expectLoaded(scope: Scope): Promise<void> {
  await expect(recordPage(scope).status).toContainText(/as of/i, { timeout: 30_000 })
  await expect(recordPage(scope).status).not.toContainText(/still loading|: loading|: waiting/i, {
    timeout: 30_000,
  })
}

/** Goes from any page of a record to the table of all its results. */
export async function showResults(scope: Scope): Promise<void> {
  await recordPage(scope).tab('Results').click()
  await expect(scope.getByRole('heading', { level: 1, name: 'Results' })).toBeVisible()
}

/** Opens a chart, waits for all of it, and goes to the table of its results. */
export async function openRecord(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expectLoaded(page)
  await showResults(page)
}

/**
 * Expects that axe finds nothing at all on the page as it is now, or nothing of some rules. The older mode of axe, which looks into no frame of another
 * origin, opens no page of its own for its findings: a quarter less time, and these pages have no such frames. All rules run, but only what breaks one is
 * described: to describe every element that is well takes as long as to look at it. A document that has axe isn't given it again.
 */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  // What is looked at is a page, not the moment before its script has drawn one.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  const hasAxe = await page.evaluate(() => 'axe' in window)
  await markTwins(page)
  const builder = new AxeBuilder({ page, ...(hasAxe ? { axeSource: '0' } : {}) })
    .setLegacyMode(true)
    .exclude('[data-twin]')
    .options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? builder.withRules([...rules]) : builder).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

/**
 * Marks the rows of a table that have four before them which axe can't tell from them: the same elements, classes, roles and states, text where those
 * have text, and the same stripe. A trend of hundreds of values has hundreds of such rows, and axe took six seconds for them.
 */
function markTwins(page: Page): Promise<void> {
  return page.evaluate(() => {
    const describe = (element: Element) => [
      element.tagName,
      ...[...element.attributes].map(({ name, value }) =>
        // Names, ids and addresses differ from row to row; whether there is one is what counts.
        ['class', 'style', 'tabindex'].includes(name) || !/\d|^.{20}/.test(value)
          ? `${name}=${value}`
          : name,
      ),
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      ),
    ]
    for (const body of document.querySelectorAll('tbody')) {
      const seen = new Map<string, number>()
      for (const [index, row] of [...body.rows].entries()) {
        row.removeAttribute('data-twin')
        const looks = [row, ...row.querySelectorAll('*')].map(describe)
        const shape = JSON.stringify([index % 2, row.querySelectorAll(':disabled').length, looks])
        const before = seen.get(shape) ?? 0
        seen.set(shape, before + 1)
        if (before >= 4) row.setAttribute('data-twin', '')
      }
    }
  })
}

/** Signs in at the local EHR's page as its patient picker and consent ask for it. */
export async function signInAs(page: Page, patient: RegExp): Promise<void> {
  await page.getByRole('radio', { name: patient }).check()
  await page.getByRole('button', { name: 'Allow' }).click()
}

/** Opens the app by hand, and signs in there. */
export async function signInByHand(page: Page, appRoot: string, patient: RegExp): Promise<void> {
  await page.goto(appRoot)
  await page.getByRole('button', { name: 'Sign in to Example Hospital' }).click()
  await signInAs(page, patient)
}

/** Hides the page for ten minutes of its clock, which the test has installed, and shows it again. */
export async function comeBackAfterTenMinutes(page: Page): Promise<void> {
  const turn = (hidden: boolean) =>
    page.evaluate((isHidden) => {
      Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await turn(true)
  await page.clock.fastForward('10:00')
  await turn(false)
}
