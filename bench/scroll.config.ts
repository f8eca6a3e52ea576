import { defineConfig } from '@playwright/test'
import config from './load.config.ts'

// `npm run bench:scroll` measures how long frames take while long views are scrolled.
export default defineConfig({ ...config, testMatch: 'scroll-views.ts' })
