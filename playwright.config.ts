import { defineConfig } from '@playwright/test'

const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium'
/**
 * Takes the place of Playwright's own list of what to switch off, which has storage partitioning in it: users have it
 * on. The others of that list that cost time stay off, and no process is kept ready for a page that never comes: a tenth less work.
 */
const switchedOff = [
  'Translate',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'RenderDocument',
  'SpareRendererForSitePerProcess',
]
/** The headless shell where `tools/browser.mjs` found one: the same pages in a third less time. */
const shellPath = process.env['HEADLESS_SHELL_PATH'] ?? executablePath

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  // How long something takes to appear is the machine's affair; what a test says is that it does.
  expect: { timeout: 15_000 },
  use: {
    timezoneId: 'America/Los_Angeles',
    locale: 'en-US',
    // A trace copies the document at every step, which costs a third of the time; TRACE=1 keeps that of a failure.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        launchOptions: {
          executablePath: shellPath,
          args: [`--disable-features=${switchedOff.join(',')}`],
        },
      },
    },
    {
      // With Playwright's own list, frames of another site have no storage, as for people who block it.
      name: 'blocked-storage',
      testMatch: 'frames.spec.ts',
      use: { launchOptions: { executablePath } },
    },
  ],
})
