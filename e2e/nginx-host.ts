import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findNginx } from './find-nginx.ts'

const run = promisify(execFile)

/** The app at one base path, and what its headers are made from. */
export type NginxSite = {
  readonly path: string
  readonly config: object
  /** Where the headers believe it to be; without one, where it is, and its servers are asked. */
  readonly publicRoot?: string
}

/**
 * Starts nginx on this machine, on `port`, with a copy of the built app for each site, and with the files that
 * `npm run headers` writes for it. It runs in the foreground, in a folder of its own.
 */
export async function startNginx(port: number, sites: readonly NginxSite[]) {
  const { program, mimeTypes } = await findNginx()
  const folder = await mkdtemp(join(tmpdir(), 'chartside-nginx-'))
  const includes: string[] = []
  for (const { path, config, publicRoot } of sites) {
    const site = join(folder, 'root', path)
    await mkdir(site, { recursive: true })
    await cp('dist', site, { recursive: true })
    await writeFile(join(site, 'config.json'), JSON.stringify(config))
    const out = join(folder, 'headers', path)
    const root = publicRoot ?? `http://localhost:${port}${path}`
    const args = ['--config', join(site, 'config.json'), '--root', root, '--out', out]
    const asking = publicRoot === undefined ? [] : ['--offline']
    await run(process.execPath, ['tools/run.mjs', 'headers', ...args, ...asking])
    includes.push(`include ${join(out, 'nginx.conf')};`)
  }
  const configuration = join(folder, 'nginx.conf')
  await writeFile(configuration, toConfiguration(folder, port, mimeTypes, includes))
  const nginx = spawn(program, ['-p', folder, '-c', configuration, '-e', join(folder, 'error.log')])
  let said = ''
  nginx.stderr.on('data', (data: Buffer) => (said += data.toString()))
  const ended = once(nginx, 'exit')
  await Promise.race([
    answers(port),
    ended.then(() => {
      throw new Error(`nginx did not start: ${said}`)
    }),
  ])
  return {
    close: async () => {
      nginx.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The least that a server needs besides the file under test; everything it writes stays in its folder. */
function toConfiguration(folder: string, port: number, mimeTypes: string, includes: string[]) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  // Started as root, its worker would be nobody, who may not read the folder.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `daemon off;
${user}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  include ${mimeTypes};
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/root;
    ${includes.join('\n    ')}
  }
}
`
}

async function answers(port: number): Promise<void> {
  for (;;) {
    const isThere = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (isThere) return
    await new Promise((later) => setTimeout(later, 50))
  }
}
