import { toObject, toText, type Json, type JsonObject } from '../fhir/json.ts'
import type { FoundResult } from './file-contents.ts'
import { readResourceName } from './subject-name.ts'

/** What a history says was deleted. */
export type Deletions = {
  /**
   * Takes an entry without a resource; false where it is no deletion, or doesn't say of what.
   *
   * @param place how many results stood before it
   */
  readonly take: (entry: JsonObject, place: number) => boolean
  /** Gives the results that were not taken back, and how many were. */
  readonly apply: (results: readonly FoundResult[]) => {
    readonly results: readonly FoundResult[]
    readonly takenBack: number
  }
}

type Deletion = { readonly base: string; readonly place: number; readonly time: number }

/**
 * Keeps what was deleted out of a history (FHIR R4 http.html#history): there the newest comes first, so what was taken
 * back is not shown in an older version either; where both say their times, these count.
 */
export function createDeletions(): Deletions {
  const byId = new Map<string, Deletion[]>()

  function isTakenBack({ id, base, version }: FoundResult, place: number): boolean {
    const time = readTime(toObject(version.meta)?.lastUpdated)
    return (byId.get(id) ?? []).some((deletion) => {
      if (base !== '' && deletion.base !== '' && base !== deletion.base) return false
      const areTimed = !Number.isNaN(time) && !Number.isNaN(deletion.time)
      return areTimed ? time <= deletion.time : place >= deletion.place
    })
  }

  return {
    take(entry, place) {
      const request = toObject(entry.request)
      if (request?.method !== 'DELETE') return false
      const fullUrl = toText(entry.fullUrl)
      const named = readResourceName(toText(request.url) ?? fullUrl ?? '')
      if (!named) return false
      if (named.type !== 'Observation') return true
      const base = named.base === '' ? (readResourceName(fullUrl ?? '')?.base ?? '') : named.base
      const time = readTime(toObject(entry.response)?.lastModified)
      const known = byId.get(named.id) ?? []
      byId.set(named.id, known)
      known.push({ base, place, time })
      return true
    },
    apply(results) {
      if (byId.size === 0) return { results, takenBack: 0 }
      const nameOf = ({ base, id }: FoundResult) => `${base}|${id}`
      const kept = results.filter((result, place) => !isTakenBack(result, place))
      const shown = new Set(kept.map(nameOf))
      // One that was made again is there; older versions of it would not be shown anyway.
      const gone = new Set(results.map(nameOf).filter((name) => !shown.has(name)))
      return { results: kept, takenBack: gone.size }
    },
  }
}

function readTime(json: Json | undefined): number {
  return Date.parse(toText(json) ?? '')
}
