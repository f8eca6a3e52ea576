import { defineConfig } from '@playwright/test'
import config from '../playwright.config.ts'

// `npm run bench:load` measures how the app loads a large record, beside a page that does nothing but load.
export default defineConfig({
  ...config,
  testDir: '.',
  globalSetup: '../e2e/global-setup.ts',
  testMatch: 'load-record.ts',
  workers: 1,
  timeout: 900_000,
  // A trace copies the whole document at every step, in the page that is being measured.
  use: { ...config.use, trace: 'off' },
  projects: config.projects?.filter(({ name }) => name === 'chromium'),
})
