import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { cacheRules, pageCache } from '../../tools/headers/site-headers.ts'

/** A file as it is sent. */
export type SentFile = {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
  readonly tag: string
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Reads files below folders, compressed as well as can be, once each. `undefined` where there is none. */
export function createFileReader(folders: ReadonlyMap<string, string>) {
  const known = new Map<string, SentFile>()
  return async (path: string): Promise<SentFile | undefined> => {
    const cached = known.get(path)
    if (cached) return cached
    const [, app = '', ...rest] = normalize(path).split('/')
    const folder = folders.get(app)
    if (folder === undefined || rest.includes('..')) return undefined
    const name = path.endsWith('/') ? [...rest.slice(0, -1), 'index.html'] : rest
    const file = join(folder, ...name)
    if (!(await stat(file).catch(() => undefined))?.isFile()) return undefined
    const sent = toSent(name.join('/'), await readFile(file))
    known.set(path, sent)
    return sent
  }
}

function toSent(name: string, content: Buffer): SentFile {
  const rule = cacheRules.find(({ kind, path }) =>
    kind === 'folder' ? name.startsWith(path) : name === path,
  )
  const body = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  })
  return {
    body,
    tag: `"${String(content.length)}-${String(body.length)}"`,
    headers: {
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'content-encoding': 'br',
      // As `npm run headers` has a host send it.
      'cache-control': rule?.value ?? pageCache,
    },
  }
}
