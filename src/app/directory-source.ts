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

const indexName = 'index'
const timeoutMs = 15_000

/**
 * The directory that `npm run brands` made, beside the app: `brands/index.json`, and shards in the folder that it names.
 * Each is fetched once and kept in memory alone: in no cache stands what somebody looked for.
 */
export function createShardSource(root: URL): DirectorySource {
  let index: DirectoryIndex | undefined
  const shards = new Map<string, unknown>()
  const loading = new Map<string, Promise<void>>()

  async function loadOne(name: string): Promise<void> {
    const isIndex = name === indexName
    const json = await fetchShard(root, isIndex ? name : `${index?.folder ?? ''}/${name}`)
    if (!isIndex) shards.set(name, json)
    else if (!(index = readIndex(json))) throw new Error('brands/index.json is no directory')
  }

  function loadOnce(name: string): Promise<void> {
    const already = loading.get(name)
    if (already) return already
    const one = loadOne(name).finally(() => loading.delete(name))
    loading.set(name, one)
    return one
  }

  async function load(names: readonly string[]): Promise<void> {
    try {
      await Promise.all(names.map(loadOnce))
    } catch (error) {
      // A newer directory may have taken its place, whose folder only its own index knows.
      index = undefined
      shards.clear()
      throw error
    }
  }

  return {
    all: undefined,
    prepare: () => load([indexName]),
    search(words, limit) {
      if (!index) return { kind: 'lacking', shards: [indexName] }
      return searchShards(index, words, limit, (name) => shards.get(name))
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
