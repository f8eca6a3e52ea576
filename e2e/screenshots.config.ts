import { defineConfig } from '@playwright/test'
import config from '../playwright.config.ts'

// `npm run screenshots` takes the pictures of the docs; no check runs it.
export default defineConfig({
  ...config,
  testDir: '.',
  globalSetup: './global-setup.ts',
  testMatch: ['screenshots.ts', 'look-screenshots.ts'],
  projects: config.projects?.filter(({ name }) => name === 'chromium'),
})
