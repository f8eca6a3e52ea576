import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'
import { fhirclientAliases, withoutFhirclientClient } from '../../tools/fhirclient-parts.ts'

type AppBuild = {
  readonly name: 'tutorial' | 'minimal' | 'react-only' | 'medplum' | 'parts'
  /** Folder of the sources, from `bench/` on. */
  readonly source: string
  readonly pages?: readonly string[]
  readonly config?: InlineConfig
}

const bench = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** fhirclient as our app has it; where ours brings its own `fetch`, this app has the browser's. */
const smallestFhirclient: InlineConfig = {
  define: { FHIRCLIENT_PURE: 'true' },
  resolve: { alias: fhirclientAliases.filter(({ find }) => find.test('debug')) },
  plugins: [withoutFhirclientClient()],
}

/** A media query of Medplum's styles has a variable in it that nothing fills in, and no browser reads. */
const forgivingStyles: InlineConfig = { css: { lightningcss: { errorRecovery: true } } }

const builds: readonly AppBuild[] = [
  { name: 'tutorial', source: 'apps/tutorial', pages: ['index.html', 'launch.html'] },
  { name: 'minimal', source: 'apps/minimal', config: smallestFhirclient },
  { name: 'react-only', source: 'apps/react-only' },
  { name: 'medplum', source: 'peers/medplum', config: forgivingStyles },
  { name: 'parts', source: 'apps/parts' },
]

/** The folder that an app is built into. */
export const builtApp = (name: AppBuild['name']): string => bench(`.built/${name}`)

/**
 * Builds the apps that ours is compared with, as ours is built, each into its folder in `bench/.built/`. Installs
 * what other people's need, if it isn't there yet.
 *
 * @throws {Error} if npm can't install it, or a build fails
 */
export async function buildApps(): Promise<void> {
  if (!existsSync(bench('peers/node_modules')))
    await promisify(execFile)('npm', ['ci'], {
      cwd: bench('peers'),
      shell: process.platform === 'win32',
    })
  // Another value, which this project's runner of tools sets, would build React for development.
  process.env['NODE_ENV'] = 'production'
  for (const each of builds) await buildApp(each)
}

async function buildApp({ name, source, pages = ['index.html'], config = {} }: AppBuild) {
  const root = bench(source)
  await build({
    ...config,
    configFile: false,
    envDir: false,
    root,
    base: './',
    mode: 'production',
    logLevel: 'error',
    plugins: [react(), ...(config.plugins ?? [])],
    build: {
      outDir: builtApp(name),
      emptyOutDir: true,
      target: 'es2023',
      manifest: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: pages.map((page) => `${root}/${page}`) },
    },
  })
}
