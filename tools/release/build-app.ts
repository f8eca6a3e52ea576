import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { toLicenses, type BundledPackage } from './licenses.ts'

/**
 * Builds the app for production into a folder of its own, `dist/` is left alone, with the licences of what is bundled
 * beside it: a host that serves the app passes them on, as they ask.
 *
 * @param root the project's folder, which must be the working directory too
 * @throws {Error} if the build fails, or a bundled package has no licence file
 */
export async function buildApp(root: string, folder: string): Promise<void> {
  const listed = 'licenses.json'
  // Another value, which a test runner or this tool's own runner sets, would build React for development.
  process.env['NODE_ENV'] = 'production'
  await build({
    root,
    mode: 'production',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, manifest: false, license: { fileName: listed } },
  })
  const packages = JSON.parse(await readFile(join(folder, listed), 'utf8')) as BundledPackage[]
  await rm(join(folder, listed))
  await writeFile(join(folder, 'THIRD-PARTY-LICENSES.md'), await toLicenses(root, packages))
}
