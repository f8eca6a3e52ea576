import { defineConfig } from '@playwright/test'
import config from './load.config.ts'

// `npm run bench:directory` measures how long the page takes for a keystroke among 5,000 organizations.
export default defineConfig({ ...config, testMatch: 'type-in-directory.ts' })
