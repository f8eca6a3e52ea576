import { isMatch, type Organization } from '../directory/organization.ts'
import { readIndex } from '../directory/read-index.ts'
import { searchShards, type ShardAnswer } from '../directory/search-shards.ts'
import type { DirectoryIndex } from '../directory/shard-plan.ts'
import { wordsOf } from '../directory/words.ts'

/** Where the home page searches. */
export type DirectorySource = {
  /** What is shown before anything is typed; undefined where that would be too much to choose. */
  readonly all: readonly Organization[] | undefined
  /** Fetches ahead what every search needs. */
  prepare(): Promise<void>
  /** Answers at once with what is in memory, or says what it lacks. Throws where a shard can't be read. */
  search(words: readonly string[], limit: number): ShardAnswer
  /** Fetches what a search lacks; rejects where something of it can't be had, and then begins anew. */
  load(shards: readonly string[]): Promise<void>
}

/** An index and what has come of its shards; those of another folder never get in. */
type Directory = { readonly index: DirectoryIndex; readonly shards: Map<string, unknown> }

const indexName = 'index'
const timeoutMs = 15_000

/**
 * The directory that `npm run brands` made, beside the app: `brands/index.json`, and shards in the folder that it names.
 * Each is fetched once and kept in memory alone: in no cache stands what somebody looked for.
 */
export function createShardSource(root: URL): DirectorySource {
  let current: Directory | undefined
  /** By folder and name: of two directories, each has shards of the same names. */
  const loading = new Map<string, Promise<void>>()

  async function loadIndex(): Promise<void> {
    const index = readIndex(await fetchShard(root, indexName))
    if (!index) throw new Error('brands/index.json is no directory')
    current = { index, shards: new Map() }
  }

  function loadOnce(path: string, load: () => Promise<void>): Promise<void> {
    const already = loading.get(path)
    if (already) return already
    const one = load().finally(() => loading.delete(path))
    loading.set(path, one)
    return one
  }

  function loadShard({ index, shards }: Directory, name: string): Promise<void> {
    const path = `${index.folder}/${name}`
    return loadOnce(path, async () => void shards.set(name, await fetchShard(root, path)))
  }

  /** A newer directory may have taken the place of one that can't be read; only its own index knows its folder. */
  function giveUp(directory: Directory): void {
    if (current === directory) current = undefined
  }

  async function load(names: readonly string[]): Promise<void> {
    const directory = current
    if (!directory) return loadOnce(indexName, loadIndex)
    try {
      await Promise.all(names.map((name) => loadShard(directory, name)))
    } catch (error) {
      giveUp(directory)
      throw error
    }
  }

  return {
    all: undefined,
    prepare: () => load([indexName]),
    search(words, limit) {
      const directory = current
      if (!directory) return { kind: 'lacking', shards: [indexName] }
      try {
        return searchShards(directory.index, words, limit, (name) => directory.shards.get(name))
      } catch (error) {
        // What can't be read is fetched anew the next time.
        giveUp(directory)
        throw error
      }
    },
    load,
  }
}

async function fetchShard(root: URL, name: string): Promise<unknown> {
  const response = await fetch(new URL(`brands/${name}.json`, root), {
    cache: 'no-store',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (!response.ok) throw new Error(`brands/${name}.json was answered with ${response.status}`)
  return response.json()
}

/** Servers by their names, where many are configured and there is no directory. */
export function createListSource(
  servers: readonly { readonly id: string; readonly name: string }[],
): DirectorySource {
  const all = servers.map(({ id, name }): Organization => ({
    name,
    partOf: undefined,
    aliases: [],
    places: [],
    furtherPlaces: 0,
    serverId: id,
    portal: undefined,
  }))
  const listed = all.map((organization) => ({ organization, words: wordsOf(organization.name) }))
  return {
    all,
    prepare: () => Promise.resolve(),
    search(wanted, limit) {
      const found = listed.filter(({ words }) => isMatch(words, wanted))
      return {
        kind: 'found',
        total: found.length,
        organizations: found.slice(0, limit).map(({ organization }) => organization),
      }
    },
    load: () => Promise.resolve(),
  }
}
