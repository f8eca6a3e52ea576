import { defineConfig } from '@playwright/test'

// `npm run bench:results` measures what is done with fifty thousand results, as multiples of one walk through them.
export default defineConfig({
  testDir: '.',
  testMatch: 'results-operations.ts',
  workers: 1,
  timeout: 300_000,
})
