import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Where the app itself is built for the benchmark, and the manifest of that build. */
export const ownApp = {
  folder: project('bench/.built/chartside'),
  manifest: project('node_modules/.chartside/manifest.json'),
}

/** Builds the app as it is shipped, configured for one hospital: the FHIR base `iss`. */
export async function buildOwn(iss: string): Promise<void> {
  const server = { id: 'bench', name: 'Hospital of the benchmark', iss, clientId: 'chartside' }
  const publicDir = await mkdtemp(join(tmpdir(), 'chartside-bench-'))
  try {
    await writeFile(join(publicDir, 'config.json'), JSON.stringify({ servers: [server] }))
    await mkdir(ownApp.folder, { recursive: true })
    process.env['NODE_ENV'] = 'production'
    await build({
      root: project(''),
      publicDir,
      logLevel: 'error',
      build: {
        outDir: ownApp.folder,
        emptyOutDir: true,
      },
    })
  } finally {
    await rm(publicDir, { recursive: true })
  }
}
