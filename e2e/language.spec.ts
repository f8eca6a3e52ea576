import type { Page } from '@playwright/test'
import { expectAccessible, expectLoaded } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** The views of a record by the ends of their addresses. */
const views = ['overview', 'results', 'flowsheet', 'results/loinc-4548-4', 'patient', 'help']

const prefer = (page: Page, preferences: object) =>
  page.addInitScript((text) => {
    if (localStorage.getItem('chartside:preferences') === null)
      localStorage.setItem('chartside:preferences', text)
  }, JSON.stringify(preferences))

/** Goes to a view of the session that is open, in this document. */
async function goTo(page: Page, view: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = location.hash.replace(/^(#\/s\/[^/]+)\/.*$/, `$1/${to}`)
  }, view)
  await expect(page.locator('main h1')).toBeVisible()
}

/**
 * Words of the page that stand in no sentence of the pseudo-language, which is in brackets. What a server wrote is marked
 * as of no known language, or stands apart as a value does.
 */
function findPlainWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    let depth = 0
    const isTheirs = (node: Node) =>
      node.parentElement?.closest(
        'bdi, code, noscript, [translate=no], [lang]:not(html), option',
      ) !== null
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (isTheirs(node)) continue
      let plain = ''
      for (const letter of node.textContent ?? '') {
        if (letter === '⟦') depth += 1
        else if (letter === '⟧') depth -= 1
        else if (depth === 0) plain += letter
      }
      if (/[A-Za-z]{2}/.test(plain)) found.push(plain.trim())
    }
    return found
  })
}

test('every view is said in the language of the page, from right to left if that is how it is written', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await prefer(page, { language: 'ar-XB' })
  await page.setViewportSize({ width: 400, height: 800 })
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('example'))
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('main h1')).toBeVisible()
  await expect(page.locator('.record-status-progress')).toHaveCount(0)
  for (const view of views)
    await test.step(view, async () => {
      await goTo(page, view)
      await page.waitForTimeout(300)
      expect(await findPlainWords(page)).toEqual([])
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(beyond).toBeLessThanOrEqual(0)
    })
  await goTo(page, 'overview')
  await expectAccessible(page)
})

test.describe('in a browser that speaks Spanish', () => {
  test.use({ locale: 'es-MX' })

  test('a record is in Spanish, and in German once that is chosen, without a new sign-in', async ({
    page,
  }) => {
    const tenant = await createTenant('strict-ig')
    await page.goto(await tenant.launch('example'))
    await expect(page.locator('html')).toHaveAttribute('lang', 'es')
    await expect(page.getByRole('heading', { level: 1, name: 'Resumen' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Estado del expediente' })).toContainText(
      /resultados/,
    )
    await page.getByRole('button', { name: 'Ajustes' }).click()
    const settings = page.getByRole('dialog', { name: 'Ajustes' })
    await settings.getByRole('combobox', { name: 'Idioma' }).selectOption({ label: 'Deutsch' })
    await settings.getByRole('button', { name: 'Cambiar idioma' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  })
})

test('a site that offers English alone speaks English', async ({ page }) => {
  await prefer(page, { language: 'de' })
  const tenant = await createTenant('strict-ig')
  await tenant.configure({ servers: [tenant.server], languages: ['en'] })
  await page.goto(await tenant.launch('example'))
  await expectLoaded(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
})
