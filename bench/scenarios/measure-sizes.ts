import { builtApp } from '../apps/build-apps.ts'
import { ownApp } from '../apps/build-own.ts'
import { brotliSize, initialFiles, type BuiltPage } from '../apps/initial-files.ts'
import type { Sizes } from '../report/results.ts'

const app = ['base', 'app']

/** Weighs what each page needs before it can show anything. */
export async function measureSizes(): Promise<Sizes> {
  const scripts = async (page: BuiltPage) => (await brotliSize(await initialFiles(page))).scripts
  const own = (...entries: string[]) => scripts({ ...ownApp, entries })
  const built = (name: Parameters<typeof builtApp>[0]) => scripts({ folder: builtApp(name) })
  return {
    launch: await scripts({
      ...ownApp,
      entries: ['base', 'sign-in'],
      html: 'launch/index.html',
    }),
    home: await own(...app, 'src/app/home-page.tsx'),
    record: await own(...app, 'record', 'overview'),
    results: await own(...app, 'record', 'results', 'table'),
    react: await built('react-only'),
    minimal: await built('minimal'),
    tutorial: await built('tutorial'),
    medplum: await built('medplum'),
  }
}
