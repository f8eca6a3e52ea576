import { builtApp } from '../apps/build-apps.ts'
import { ownApp } from '../apps/build-own.ts'
import { measurePackages } from '../apps/package-sizes.ts'
import { brotliSize, initialFiles, type BuiltPage } from '../apps/initial-files.ts'
import type { PackageReport, Sizes } from '../report/results.ts'

const app = ['base', 'app']

/** What our own pages begin with, by names of chunks and sources. */
const pages = {
  launch: ['base', 'sign-in'],
  home: [...app, 'src/app/home-page.tsx'],
  record: [...app, 'record', 'overview'],
  results: [...app, 'record', 'results', 'table'],
} as const

/** Weighs what each page needs before it can show anything. */
export async function measureSizes(): Promise<Sizes> {
  const scripts = async (page: BuiltPage) => (await brotliSize(await initialFiles(page))).scripts
  const own = (page: keyof typeof pages, html = 'index.html') =>
    scripts({ ...ownApp, entries: pages[page], html })
  const built = (name: Parameters<typeof builtApp>[0]) => scripts({ folder: builtApp(name) })
  return {
    launch: await own('launch', 'launch/index.html'),
    home: await own('home'),
    record: await own('record'),
    results: await own('results'),
    react: await built('react-only'),
    minimal: await built('minimal'),
    tutorial: await built('tutorial'),
    medplum: await built('medplum'),
  }
}

/** Counts what of each page's scripts, and of all that is built, comes of which package. */
export const reportPackages = (): Promise<PackageReport> => measurePackages(pages)
