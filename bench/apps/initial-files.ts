import { readFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Manifest, ManifestChunk } from 'vite'

/** Files that a page needs before it can show anything, by their whole paths. */
export type InitialFiles = {
  readonly scripts: readonly string[]
  readonly styles: readonly string[]
}

/** Where a build is, and what of it a page loads at once. */
export type BuiltPage = {
  readonly folder: string
  /** Vite's manifest of the build; the place where Vite puts it, unless said. */
  readonly manifest?: string
  /** Sources that are loaded at once, as the manifest names them, or names of their chunks; `index.html`, unless said. */
  readonly entries?: readonly string[]
  /** Its HTML within the folder; `index.html`, unless said. */
  readonly html?: string
}

const compress = promisify(brotliCompress)

/** A script that is no module, which a page names and the manifest doesn't. */
const plainScript = /<script(?![^>]*type="module")[^>]*\ssrc="([^"]+)"/g

/**
 * The entries of a page and all that they import statically, with the styles of these, and the page's scripts that are no
 * modules.
 *
 * @throws {Error} if the manifest has no such entry
 */
export async function initialFiles(page: BuiltPage): Promise<InitialFiles> {
  const {
    folder,
    manifest = join(folder, '.vite/manifest.json'),
    entries = ['index.html'],
    html = 'index.html',
  } = page
  const chunks = JSON.parse(await readFile(manifest, 'utf8')) as Manifest
  const found = new Set<ManifestChunk>()
  const visit = (key: string) => {
    const chunk = chunks[key] ?? Object.values(chunks).find(({ name }) => name === key)
    if (!chunk) throw new Error(`The build in ${folder} has no chunk for ${key}.`)
    if (found.has(chunk)) return
    found.add(chunk)
    chunk.imports?.forEach(visit)
  }
  entries.forEach(visit)
  const inFolder = (files: Iterable<string>) =>
    [...new Set(files)].map((file) => join(folder, file))
  const all = [...found]
  const text = await readFile(join(folder, html), 'utf8')
  const plain = [...text.matchAll(plainScript)].map(([, address = '']) =>
    join(dirname(html), address),
  )
  return {
    scripts: inFolder([
      ...plain,
      ...all.map(({ file }) => file).filter((file) => extname(file) === '.js'),
    ]),
    styles: inFolder(all.flatMap(({ css = [] }) => css)),
  }
}

/** What files weigh on the way to a browser, each compressed by brotli at its best: scripts and styles apart, in bytes. */
export async function brotliSize(
  files: InitialFiles,
): Promise<{ readonly scripts: number; readonly styles: number }> {
  return { scripts: await sumOf(files.scripts), styles: await sumOf(files.styles) }
}

async function sumOf(paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    paths.map(async (path) => {
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
      return (await compress(await readFile(path), { params })).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
