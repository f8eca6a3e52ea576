import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuiltShards } from '../../src/directory/build-shards.ts'
import { readIndex } from '../../src/directory/read-index.ts'
import type { DirectoryIndex } from '../../src/directory/shard-plan.ts'
import { parseJson } from '../../src/fhir/json.ts'

/** A bundle as the index names it, so that somebody can see how old a directory is. */
export type NamedSource = {
  readonly name: string
  readonly timestamp?: string
  readonly etag?: string
}

/**
 * Writes `index.json` and, in a folder named for what they hold, the shards. Since a folder never changes,
 * nobody meets an index of one day with shards of another. The folder of the index that was there stays for pages that
 * are open; older ones are taken out. Same content, same bytes.
 */
export async function writeShards(
  { index, shards }: BuiltShards,
  sources: readonly NamedSource[],
  out: string,
): Promise<{ readonly files: number; readonly bytes: number; readonly largest: number }> {
  const hash = createHash('sha256').update(JSON.stringify(index))
  for (const [name, text] of shards) hash.update(`\n${name}\n${text}`)
  const folder = hash.digest('hex').slice(0, 16)
  await mkdir(join(out, folder), { recursive: true })
  for (const [name, text] of shards) await writeFile(join(out, folder, `${name}.json`), text)
  const before = (await readIndexOf(out))?.folder
  const whole = JSON.stringify({ ...index, folder, sources })
  // A page that asks meanwhile gets the old one or the new one, whole.
  await writeFile(join(out, 'index.json.new'), whole)
  await rename(join(out, 'index.json.new'), join(out, 'index.json'))
  for (const other of await readdir(out))
    if (/^[\da-f]{16}$/.test(other) && other !== folder && other !== before)
      await rm(join(out, other), { recursive: true })
  const sizes = [whole, ...shards.values()].map((text) => Buffer.byteLength(text))
  return {
    files: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    largest: sizes.reduce((most, size) => Math.max(most, size), 0),
  }
}

/** How many organizations the directory in `out` holds; 0 where there is none. */
export async function countBefore(out: string): Promise<number> {
  return (await readIndexOf(out))?.count ?? 0
}

async function readIndexOf(out: string): Promise<DirectoryIndex | undefined> {
  try {
    return readIndex(parseJson(await readFile(join(out, 'index.json'), 'utf8')))
  } catch {
    return undefined
  }
}
