import { expect, type Page } from '@playwright/test'
import { expectLoaded } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { readTree } from './walk-through-tree.ts'

/** The parts of docs/walk-through.md that say what the tree says. */
export type Step = 'launch' | 'overview' | 'table' | 'trend'

/** What changes from run to run is named, not said. */
const steady = (line: string) =>
  line
    .replaceAll(/\d{1,2}:\d\d\s[AP]M/g, '‹time›')
    .replaceAll(/\(\d+ years\)/g, '(‹age›)')
    .replaceAll(/ends in \d+ minutes/g, 'ends in ‹count› minutes')

/** A table as its head and first rows; the others are read alike. */
function shorten(lines: readonly string[]): readonly string[] {
  const rows = lines.flatMap((line, at) => (/^ *row$/.test(line) ? [at] : []))
  const fourth = rows[4]
  const end = lines.findIndex((line, at) => at > (rows.at(-1) ?? 0) && /^ *region/.test(line))
  if (fourth === undefined || end < 0) return lines
  return [...lines.slice(0, fourth), `      … ${rows.length - 4} more rows`, ...lines.slice(end)]
}

/** Lines of the tree from one that is `from` to the last one before `to`. */
function cut(lines: readonly string[], from: RegExp, to?: RegExp): readonly string[] {
  const start = lines.findIndex((line) => from.test(line))
  const end = to === undefined ? -1 : lines.findIndex((line, at) => at > start && to.test(line))
  return lines.slice(Math.max(start, 0), end < 0 ? undefined : end)
}

/** Walks through the app as the document says, and gives what Chromium's tree says at each step. */
export async function walkThrough(
  page: Page,
  only: readonly Step[],
): Promise<ReadonlyMap<Step, readonly string[]>> {
  const said = new Map<Step, readonly string[]>()
  const keep = async (step: Step, from: RegExp, to?: RegExp) =>
    said.set(step, cut(await readTree(page), from, to).map(steady))

  const tenant = await createTenant('strict-ig')
  if (only.includes('launch')) {
    // The server's answer is held back, so that the page goes on waiting.
    await page.route('**/.well-known/smart-configuration', () => {})
    await page.goto(await tenant.launch('trends'), { waitUntil: 'commit' })
    await expect(page.getByRole('status')).toBeVisible()
    await keep('launch', /./)
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  }
  await page.goto(await tenant.launch('trends'))
  await expectLoaded(page)
  await keep('overview', /./)
  if (only.includes('table')) {
    await page.getByRole('link', { name: 'Results', exact: true }).click()
    await page
      .getByRole('button', { name: /^Details of/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 2, name: /^Details of/ })).toBeFocused()
    await keep('table', /heading 1: Results/, /^contentinfo/)
    said.set('table', shorten(said.get('table') ?? []))
  }
  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  await page.getByRole('link', { name: 'Glucose' }).click()
  // Two charts become one once the units can be converted.
  await expect(page.getByRole('application')).toHaveCount(1)
  await expect(page.getByText(/^3 results drawn/)).toBeVisible()
  await expect(page.getByRole('figure').locator('svg').first()).toBeVisible()
  await page.getByRole('application').focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('figure').getByRole('status')).toHaveText(/2025/)
  await keep('trend', /^ *main/, /^contentinfo/)
  return said
}

/** The block of the document that holds a step, from its mark to the end of its fence. */
export const blockOf = (step: Step) =>
  new RegExp(`(<!-- ${step} -->\n\n\`\`\`text\n)[^\`]*(\n\`\`\`)`)
