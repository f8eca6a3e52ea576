import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findBrowser } from '../../tools/browser.mjs'
import type { Scores } from '../report/results.ts'
import { median } from '../percentile.ts'

const lighthouse = fileURLToPath(
  new URL('../peers/node_modules/lighthouse/cli/index.js', import.meta.url),
)
const passes = 3

type Report = { readonly categories: Readonly<Record<string, { readonly score: number | null }>> }

/** Has Lighthouse look at a page as on a telephone with a slow line; the score in the middle of three. */
export async function measureScores(url: string): Promise<Scores> {
  const reports: Report[] = []
  for (let pass = 0; pass < passes; pass += 1) reports.push(await look(url))
  const of = (category: string) =>
    median(reports.map(({ categories }) => 100 * (categories[category]?.score ?? 0)))
  return { performance: of('performance'), bestPractices: of('best-practices') }
}

async function look(url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      lighthouse,
      url,
      '--output=json',
      '--quiet',
      '--only-categories=performance,best-practices',
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    {
      maxBuffer: 64_000_000,
      env: { ...process.env, CHROME_PATH: await findBrowser() },
    },
  )
  return JSON.parse(stdout) as Report
}
