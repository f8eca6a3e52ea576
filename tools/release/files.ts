import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** What a release holds, by its path within it, such as `app/index.html`. */
export type ReleaseFiles = ReadonlyMap<string, Uint8Array>

/** Orders paths by their code units: the same in every language of the machine. */
const byPath = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : 1

/** Gives the files in the order of their paths. */
export function sortFiles(files: Iterable<readonly [string, Uint8Array]>): ReleaseFiles {
  return new Map([...files].toSorted(byPath))
}

/** Reads every file below a folder, its path put after `prefix`; times and modes are left behind. */
export async function readFolder(folder: string, prefix = ''): Promise<ReleaseFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).replaceAll(sep, '/')
    return [`${prefix}${name}`, await readFile(path)] as const
  })
  return sortFiles(await Promise.all(read))
}

/** A text as it stands in a file. */
export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
