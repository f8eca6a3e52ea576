import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { toFigures } from './figures.ts'
import { toPlots } from './plots.ts'
import type { Results } from './results.ts'

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const resultsFile = project('bench/results.json')
const pageFile = project('docs/performance.md')
const between = /(<!-- figures: .* -->\n)[\s\S]*(\n<!-- end of figures -->)/

/** The run that is in the repository; undefined before the first. */
export async function readCommitted(): Promise<Results | undefined> {
  const text = await readFile(resultsFile, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Results)
}

/** Keeps a run outside of what is committed. */
export async function keepRaw(results: Results): Promise<void> {
  await writeFile(project('bench/.built/results.json'), JSON.stringify(results))
}

/** Writes a run: its results, the plots, and the tables into `docs/performance.md`. */
export async function writeReport(results: Results, before: Results | undefined): Promise<void> {
  const plots = toPlots(results)
  for (const [file, svg] of plots) await writeFile(project(`docs/images/${file}`), svg)
  const page = await readFile(pageFile, 'utf8')
  if (!between.test(page)) throw new Error('docs/performance.md has no place for the figures.')
  const figures = toFigures(results, before, plots.keys())
  const filled = page.replace(
    between,
    (_, head: string, end: string) => `${head}\n${figures}\n${end}`,
  )
  await writeFormatted(pageFile, filled, 'markdown')
  await writeFormatted(resultsFile, JSON.stringify(results), 'json')
}

async function writeFormatted(file: string, text: string, parser: string): Promise<void> {
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), parser }))
}
