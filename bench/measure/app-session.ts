import type { Browser } from '@playwright/test'

/** What a signed-in session of the app is kept as, and its id: enough to open one of its pages in a fresh browser. */
export type AppSession = {
  readonly id: string
  readonly storage: Readonly<Record<string, string>>
}

/** Signs in to the app once, as a launch does, and gives what the tab then keeps. */
export async function signInToApp(browser: Browser, launchUrl: string): Promise<AppSession> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(launchUrl)
    await page.waitForURL(/#\/s\/[^/]+\//, { timeout: 30_000 })
    const id = /#\/s\/([^/]+)\//.exec(page.url())?.[1] ?? ''
    const entries = await page.evaluate(() => Object.entries(sessionStorage))
    return { id, storage: Object.fromEntries(entries) as Record<string, string> }
  } finally {
    await context.close()
  }
}
