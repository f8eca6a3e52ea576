import { toObject, toText, type JsonObject } from './json.ts'

/** The Observations of one record, each id once, in its newest version (OBS-03). */
export type Merge = {
  /**
   * Takes Observations (with `id`) of one attempt to load; gives those to hand on: new ones, and newer versions of
   * ones handed on before. One marked entered-in-error is handed on as it is, with its status: whoever takes it keeps it
   * apart (D3). One without a subject (PAT-02) is not handed on, unless an earlier version was: then its bare identity,
   * without any value and marked entered-in-error, so that whoever holds the earlier version lets go of it.
   *
   * @param attempt a number that grows with each renewed attempt: of equal or unknown versions the one of the
   *   later attempt is newer; within one attempt the first stays
   */
  add(observations: readonly JsonObject[], attempt: number): JsonObject[]
  /** Lets go of ids that the server doesn't send any more. */
  forget(ids: Iterable<string>): void
  /** Ids whose newest version is marked entered-in-error. */
  readonly inError: ReadonlySet<string>
  /** Ids whose newest version names no patient. */
  readonly withoutSubject: ReadonlySet<string>
}

/**
 * What of an Observation decides which version is newer: compared from left to right, higher is newer. What follows the
 * time of change is one object for all that have it alike, as most do: there may be a hundred thousand.
 */
type Version = { readonly lastUpdated: number; readonly rest: Rest }
type Rest = readonly [versionId: number, attempt: number, standing: number]

/** @param hasSubject whether an Observation names the patient; without it all do */
export function createMerge(hasSubject: (observation: JsonObject) => boolean = () => true): Merge {
  const versions = new Map<string, Version>()
  const inError = new Set<string>()
  const withoutSubject = new Set<string>()
  /** Known ids of which none was handed on, or its bare identity last. */
  const keptBack = new Set<string>()
  const alike = new Map<string, Rest>()

  function share({ lastUpdated, rest }: Version): Version {
    const key = rest.join()
    const known = alike.get(key)
    // A server may count the changes of all that it has, and no two numbers are the same then.
    if (known === undefined && alike.size < 100) alike.set(key, rest)
    return { lastUpdated, rest: known ?? rest }
  }

  return {
    inError,
    withoutSubject,
    forget(ids) {
      for (const id of ids) {
        versions.delete(id)
        for (const set of [inError, withoutSubject, keptBack]) set.delete(id)
      }
    },
    add(observations, attempt) {
      const changed = new Map<string, JsonObject>()
      for (const observation of observations) {
        const id = toText(observation.id)
        if (id === undefined) continue
        const isNamed = hasSubject(observation)
        const version = readVersion(observation, attempt, isNamed)
        const known = versions.get(id)
        if (known === undefined) keptBack.add(id)
        else if (!isNewer(version, known)) continue
        versions.set(id, share(version))
        changed.set(id, observation)
        inError.delete(id)
        withoutSubject.delete(id)
        if (!isNamed) withoutSubject.add(id)
        else if (isEnteredInError(observation)) inError.add(id)
      }
      return [...changed].flatMap(([id, observation]) => {
        if (!withoutSubject.has(id)) {
          keptBack.delete(id)
          return [observation]
        }
        if (keptBack.has(id)) return []
        keptBack.add(id)
        return [toIdentity(observation)]
      })
    },
  }
}

function isEnteredInError({ status }: JsonObject): boolean {
  return status === 'entered-in-error'
}

function toIdentity({ resourceType, id, meta, subject }: JsonObject): JsonObject {
  return { resourceType, id, meta, status: 'entered-in-error', subject }
}

/** FHIR R4 Resource.meta.lastUpdated (an instant) and versionId, comparable only where it is a number. */
function readVersion(observation: JsonObject, attempt: number, isNamed: boolean): Version {
  const meta = toObject(observation.meta)
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
  const updated = toText(meta?.lastUpdated) ?? ''
  const epochMs = instant.test(updated) ? Date.parse(updated) : NaN
  const lastUpdated = Number.isNaN(epochMs) ? -Infinity : epochMs
  const versionId = /^\d+$/.test(toText(meta?.versionId) ?? '') ? Number(meta?.versionId) : -1
  // Of two that can't be told apart, the one marked entered-in-error counts: an error is not data. After it the one
  // that names the patient: whose it is, is known then.
  const standing = isEnteredInError(observation) ? 2 : isNamed ? 1 : 0
  return { lastUpdated, rest: [versionId, attempt, standing] }
}

function isNewer(version: Version, known: Version): boolean {
  if (version.lastUpdated !== known.lastUpdated) return version.lastUpdated > known.lastUpdated
  const place = version.rest.findIndex((part, index) => part !== known.rest[index])
  return place >= 0 && Number(version.rest[place]) > Number(known.rest[place])
}
