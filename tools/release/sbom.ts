import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

type LockedPackage = {
  readonly name?: string
  readonly version?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}

type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> }

type Sbom = { metadata: { tools: { components: { name: string }[] } } }

/**
 * Lists what the app depends on at run time, as CycloneDX 1.6 in JSON, valid by its schema. It is read from the lock
 * file alone, not from what happens to be installed.
 *
 * @param root the project's folder
 * @throws {Error} if npm can't read the lock file or the result isn't valid
 */
export async function toSbom(root: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chartside-sbom-'))
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      const content = JSON.parse(await readFile(join(root, file), 'utf8')) as object
      const lean = 'packages' in content ? atRunTime(content as Lock) : content
      await writeFile(join(folder, file), JSON.stringify({ ...lean, devDependencies: undefined }))
    }
    runCycloneDx(folder)
    const sbom = JSON.parse(await readFile(join(folder, 'sbom.json'), 'utf8')) as Sbom
    const { tools } = sbom.metadata
    // Whose npm it was differs from one machine to the next, and changes nothing.
    tools.components = tools.components.filter(({ name }) => name !== 'npm')
    return `${JSON.stringify(sbom, null, 2)}\n`
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The lock file without what only development needs, and with the public addresses that ours leaves out. */
function atRunTime(lock: Lock): Lock {
  const packages = Object.entries(lock.packages).filter(([, one]) => !one.dev && !one.devOptional)
  return {
    ...lock,
    packages: Object.fromEntries(
      packages.map(([path, one]) => [
        path,
        path === ''
          ? { ...one, devDependencies: undefined }
          : { ...one, resolved: addressOf(path, one) },
      ]),
    ),
  }
}

function addressOf(path: string, { name, version }: LockedPackage): string {
  const whole = name ?? path.replace(/^.*node_modules\//, '')
  const bare = whole.replace(/^.*\//, '')
  return `https://registry.npmjs.org/${whole}/-/${bare}-${version ?? ''}.tgz`
}

function runCycloneDx(folder: string): void {
  const tool = require.resolve('@cyclonedx/cyclonedx-npm')
  const options =
    '--package-lock-only --omit dev --output-reproducible --output-format JSON --spec-version 1.6 --mc-type application --validate --output-file sbom.json'
  execFileSync(
    process.execPath,
    [join(dirname(tool), 'bin/cyclonedx-npm-cli.js'), ...options.split(' '), '--', 'package.json'],
    { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] },
  )
}
