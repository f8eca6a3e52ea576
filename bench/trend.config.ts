import { defineConfig } from '@playwright/test'
import config from './load.config.ts'

// `npm run bench:trend` measures how long a trend takes to open, by the number of its points.
export default defineConfig({ ...config, testMatch: 'open-trend.ts' })
