import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'

/** An nginx that can be run, and the file in which it is told what kinds of files there are. */
export type Nginx = { readonly program: string; readonly mimeTypes: string }

const unpacked = resolve('node_modules/.chartside/nginx')

/**
 * Finds nginx: NGINX_PATH, the usual places, or Debian's packages, unpacked beside the project rather than installed,
 * since installing would start it as a service. Where their libraries are missing, they are installed after all.
 *
 * @throws {Error} with one line that says what to install
 */
export async function findNginx(): Promise<Nginx> {
  const found = findInstalled() ?? (await unpackDebians()) ?? installDebians()
  if (found) return found
  throw new Error(
    'No nginx found and none could be got: install nginx (Debian: apt-get install nginx) or set NGINX_PATH to one.',
  )
}

function findInstalled(): Nginx | undefined {
  const { NGINX_PATH, PATH = '' } = process.env
  const places = [...PATH.split(delimiter), '/usr/sbin', '/usr/local/sbin']
  const programs = NGINX_PATH ? [NGINX_PATH] : places.map((place) => join(place, 'nginx'))
  const roots = ['/etc/nginx', '/usr/local/etc/nginx', '/opt/homebrew/etc/nginx']
  const mimeTypes = [...roots, join(unpacked, 'etc/nginx')]
    .map((root) => join(root, 'mime.types'))
    .find((path) => existsSync(path))
  const program = [...programs, join(unpacked, 'usr/sbin/nginx')].find(runs)
  return program && mimeTypes ? { program, mimeTypes } : undefined
}

const runs = (program: string) => spawnSync(program, ['-v']).status === 0

async function unpackDebians(): Promise<Nginx | undefined> {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  await mkdir(join(unpacked, '..'), { recursive: true })
  const folder = await mkdtemp(`${unpacked}-`)
  const download = () => apt(['download', 'nginx', 'nginx-common'], [], folder)
  try {
    if (!download() && !(apt(['update'], asRoot()) && download())) return undefined
    for (const name of await readdir(folder))
      if (name.endsWith('.deb'))
        execFileSync('/usr/bin/dpkg-deb', ['-x', join(folder, name), join(folder, 'files')])
    await rm(unpacked, { recursive: true, force: true })
    await rename(join(folder, 'files'), unpacked)
  } catch {
    return undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return findInstalled()
}

function installDebians(): Nginx | undefined {
  if (!existsSync('/usr/bin/apt-get')) return undefined
  apt(['install', '-y', '--no-install-recommends', 'nginx'], asRoot())
  return findInstalled()
}

/** Words that make a command run as root; `sudo` asks for no password, so that no test waits for one. */
const asRoot = () => (process.getuid?.() === 0 ? [] : ['sudo', '-n'])

function apt(args: readonly string[], before: readonly string[], cwd = process.cwd()): boolean {
  const [program = '', ...rest] = [...before, 'apt-get', '-qq', ...args]
  return spawnSync(program, rest, { cwd, stdio: 'ignore', timeout: 180_000 }).status === 0
}
