import { defineConfig } from '@playwright/test'
import config from './screenshots.config.ts'

// `npm run walk-through` writes the trees of docs/walk-through.md; a test (e2e/walk-through.spec.ts) holds two of them.
export default defineConfig({ ...config, testMatch: ['walk-through.ts'] })
