import type { CategoryLoadOptions } from './category-pages.ts'
import { guessTime } from './date-windows.ts'
import { toText } from './json.ts'

/** What a part of a category's search has brought, to judge whether it was all of it. */
export type Tally = {
  /** To read with; what comes is counted, and given on. */
  readonly options: CategoryLoadOptions
  readonly ids: ReadonlySet<string>
  /** Ids of results with a date, in the order they came, and their epoch milliseconds: for guessing, and if asked for. */
  readonly times: ReadonlyMap<string, number>
  /** Entries that `Bundle.total` counts: results, not what is said about the search, nor what came along. */
  readonly matches: () => number
}

/** Counts what comes with a part of the search; `times` only where they are asked for, as reading them takes long. */
export function createTally(options: CategoryLoadOptions, isTimed = false): Tally {
  const ids = new Set<string>()
  const times = new Map<string, number>()
  let matches = 0
  return {
    ids,
    times,
    matches: () => matches,
    options: {
      ...options,
      onEntries(entries) {
        matches += entries.resources.length + entries.unreadable.length
        for (const resource of entries.resources) {
          const id = toText(resource.id)
          if (id === undefined) continue
          ids.add(id)
          const time = isTimed ? guessTime(resource) : undefined
          if (time !== undefined) times.set(id, time)
        }
        options.onEntries(entries)
      },
    },
  }
}

/** Whether all of `some` are among the others. */
export function areAmong(some: Iterable<string>, others: ReadonlySet<string>): boolean {
  for (const one of some) if (!others.has(one)) return false
  return true
}
