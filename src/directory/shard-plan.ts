/** What says which shard holds what. The shards themselves lie in a folder named for what they hold. */
export type DirectoryIndex = {
  readonly format: 2
  readonly folder: string
  /** Organizations in all. */
  readonly count: number
  /** The first word of each shard of words, in their order. */
  readonly words: readonly string[]
  /** The first beginning of each shard of beginnings, in their order. */
  readonly starts: readonly string[]
  /** How many organizations each of their shards holds. */
  readonly organizations: readonly number[]
}

/** Shards of one kind from one number to another, both included. */
export type ShardRange = { readonly kind: 'w' | 's'; readonly from: number; readonly to: number }

/** A beginning whose words lie in more shards than so has its own entry among the beginnings. */
const mostWordShards = 2

/** How many of the sorted texts come before `text`. */
function countBefore(sorted: readonly string[], isBefore: (text: string) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(sorted[middle] ?? '')) low = middle + 1
    else high = middle
  }
  return low
}

/** The shards of words in which those with a beginning may lie. */
function wordShards(words: readonly string[], start: string): ShardRange {
  const from = Math.max(0, countBefore(words, (first) => first < start) - 1)
  const to = countBefore(words, (first) => first < start || first.startsWith(start)) - 1
  return { kind: 'w', from, to }
}

/** Whether so many shards hold the words of a beginning that their organizations are listed once more, together. */
export function isWide(words: readonly string[], start: string): boolean {
  const { from, to } = wordShards(words, start)
  return to - from + 1 > mostWordShards
}

/** The shards to read for a beginning: one or two of words, or those that list the beginning itself. */
export function shardsFor(index: DirectoryIndex, start: string): ShardRange {
  if (!isWide(index.words, start)) return wordShards(index.words, start)
  const from = Math.max(0, countBefore(index.starts, (first) => first < start) - 1)
  return { kind: 's', from, to: countBefore(index.starts, (first) => first <= start) - 1 }
}
