import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The project itself. */
export const project = join(import.meta.dirname, '../..')

type Lock = {
  readonly packages: Readonly<
    Record<string, { name?: string; version?: string; dev?: boolean; devOptional?: boolean }>
  >
}

/** What the lock file says is needed at run time: paths below the project, and name and version of each. */
export function lockedAtRunTime(): { path: string; name: string; version: string }[] {
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as Lock
  return Object.entries(packages)
    .filter(([path, one]) => path !== '' && !one.dev && !one.devOptional)
    .map(([path, { name = path.replace(/^.*node_modules\//, ''), version = '' }]) => ({
      path,
      name,
      version,
    }))
}

const leftBehind = new Set(['.git', 'node_modules', 'dist', 'release', 'coverage', 'e2e'])

/** A directory of hospitals that was made here is in no clone. */
const isCommitted = (path: string) => path !== join(project, 'public/brands')

/**
 * Copies the sources to a folder, as a clone after `npm ci` would be: packages that end up in a build are copied, so
 * that they lie where they do there; the tools are only linked.
 */
export function copyProject(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(project))
    if (!leftBehind.has(name))
      cpSync(join(project, name), join(folder, name), { recursive: true, filter: isCommitted })
  const runTime = new Set(lockedAtRunTime().map(({ path }) => path))
  // In no build, since it comes with a part of fhirclient that is left out; and a third of all files.
  runTime.delete('node_modules/core-js')
  for (const path of installed()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    if (runTime.has(path)) cpSync(join(project, path), join(folder, path), { recursive: true })
    else symlinkSync(join(project, path), join(folder, path), 'junction')
  }
}

/** Paths of the packages right below `node_modules`, those of a scope one by one. */
function installed(): string[] {
  const below = (path: string): string[] =>
    readdirSync(join(project, path))
      .filter((name) => !name.startsWith('.'))
      .map((name) => `${path}/${name}`)
  return below('node_modules').flatMap((path) =>
    basename(path).startsWith('@') ? below(path) : [path],
  )
}

/**
 * Runs `npm run release` in a folder, as someone whose new files get the rights that `umask` leaves.
 *
 * @throws {Error} with what was printed, if it fails
 */
export async function release(
  folder: string,
  { umask, env }: { umask: string; env: Readonly<Record<string, string>> },
): Promise<void> {
  const command = `umask ${umask} && exec "$0" tools/run.mjs release`
  const child = spawn('sh', ['-c', command, process.execPath], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(said)
}
