import type { Page } from '@playwright/test'
import { findCutText, findHiddenFocus, findSmallTargets, spaceText } from './look-measures.ts'
import { expectAccessible, expectLoaded } from './record-page.ts'
import { createTenant } from './tenant.ts'
import { expect, test } from './watched-test.ts'

/** Goes through the home page and every view of one record, and does the same on each. */
async function onEveryView(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  const tenant = await createTenant('strict-ig')
  await page.goto(tenant.appRoot)
  await expect(page.getByRole('button', { name: /Sign in to/ })).toBeVisible()
  await look('home')
  await page.goto(await tenant.launch('gen-20'))
  await expectLoaded(page)
  const overview = page.url()
  await look('overview')
  for (const view of ['results', 'flowsheet', 'patient', 'results/loinc-8867-4']) {
    await page.goto(overview.replace(/overview$/, view))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (view.includes('/'))
      await expect(page.getByRole('figure').locator('svg').first()).toBeVisible()
    await look(view)
  }
}

const coloursOnly = ['color-contrast', 'link-in-text-block']
const system = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } as const
const looks = {
  dark: { ...system, colorScheme: 'dark' },
  'more contrast': { ...system, contrast: 'more' },
  'forced colours': { ...system, colorScheme: 'dark', forcedColors: 'active' },
} as const

test('axe finds nothing on any view in any look of the system, and an EHR’s colours stay in light', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const pageColour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await onEveryView(page, async (view) => {
    for (const [name, media] of Object.entries(looks)) {
      await page.emulateMedia(media)
      // A look changes colours alone; of all else axe finds nothing in light (states.spec.ts).
      const rules =
        name === 'more contrast' ? [...coloursOnly, 'color-contrast-enhanced'] : coloursOnly
      await test.step(`${view}, ${name}`, () => expectAccessible(page, rules))
    }
    await page.emulateMedia(system)
  })
  await page.evaluate(() => {
    document.documentElement.style.setProperty('--ehr-page', '#fff0e0')
  })
  await expect.poll(pageColour).toBe('rgb(255, 240, 224)')
  await page.emulateMedia(looks.dark)
  await expect.poll(pageColour).toBe('rgb(14, 20, 24)')
  await page.emulateMedia(looks['more contrast'])
  await expect.poll(pageColour).toBe('rgb(255, 255, 255)')
})

test('every view can be read at 320 pixels with wide text, and pressed; the focus is never hidden', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 320, height: 640 })
  await onEveryView(page, async (view) => {
    await test.step(view, async () => {
      expect.soft(await findSmallTargets(page), `small targets of ${view}`).toEqual([])
      await spaceText(page)
      expect.soft(await findCutText(page), `cut text of ${view}`).toEqual([])
      expect.soft(await findHiddenFocus(page, 30), `hidden focus of ${view}`).toEqual([])
    })
  })
})

test('the settings open and close by the keyboard, and last beyond a reload', async ({ page }) => {
  const tenant = await createTenant('strict-ig')
  await page.goto(await tenant.launch('gen-20'))
  await expectLoaded(page)
  const opener = page.getByRole('button', { name: 'Settings' })
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  const root = page.locator('html')
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
  await dialog.getByRole('radio', { name: 'Dark' }).check()
  await expect(root).toHaveAttribute('data-look', 'dark')
  await expectAccessible(page)
  expect(await findSmallTargets(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
  await opener.click()
  await dialog.getByRole('combobox', { name: 'Language' }).selectOption('Español')
  await dialog.getByRole('button', { name: 'Change language' }).click()
  await expect(root).toHaveAttribute('lang', 'es')
  await expect(root).toHaveAttribute('data-look', 'dark')
  // The page that waits is dark before any style sheet is there.
  await expect(page.locator('meta[name=color-scheme]')).toHaveAttribute('content', 'dark')
  await expect(page.locator('.session-header')).toBeVisible()
})

test('nothing moves for whoever asked for less motion', async ({ page }) => {
  const running = () =>
    page.evaluate(() => {
      const sign = document.createElement('p')
      sign.className = 'loading'
      document.body.append(sign)
      const names = document.getAnimations().map(({ playState }) => playState)
      sign.remove()
      return names.filter((state) => state === 'running').length
    })
  const tenant = await createTenant('strict-ig')
  await page.goto(tenant.appRoot)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await running()).toBe(1)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await running()).toBe(0)
})
