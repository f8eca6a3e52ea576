import { toObject, toText, type JsonObject } from './json.ts'

/** The Observations of one record, each id once, in its newest version (OBS-03). */
export type Merge = {
  /**
   * Takes Observations (with `id`) of one attempt to load; gives those to hand on: new ones, and newer versions of
   * ones handed on before. One marked entered-in-error is not handed on (D3), unless an earlier version was: then
   * its bare identity, without any value, so that whoever holds the earlier version lets go of it.
   *
   * @param attempt a number that grows with each renewed attempt: of equal or unknown versions the one of the
   *   later attempt is newer; within one attempt the first stays
   */
  add(observations: readonly JsonObject[], attempt: number): JsonObject[]
  /** Ids whose newest version is marked entered-in-error. */
  readonly inError: ReadonlySet<string>
}

/** What of an Observation decides which version is newer: compared from left to right, higher is newer. */
type Version = readonly [
  lastUpdated: number,
  versionId: number,
  attempt: number,
  isEnteredInError: number,
]

export function createMerge(): Merge {
  const versions = new Map<string, Version>()
  const inError = new Set<string>()
  const handedOn = new Set<string>()
  return {
    inError,
    add(observations, attempt) {
      const changed = new Map<string, JsonObject>()
      for (const observation of observations) {
        const id = toText(observation.id)
        if (id === undefined) continue
        const version = readVersion(observation, attempt)
        const known = versions.get(id)
        if (known !== undefined && !isNewer(version, known)) continue
        versions.set(id, version)
        changed.set(id, observation)
        if (isEnteredInError(observation)) inError.add(id)
        else inError.delete(id)
      }
      return [...changed].flatMap(([id, observation]) => {
        if (!inError.has(id)) {
          handedOn.add(id)
          return [observation]
        }
        return handedOn.delete(id) ? [toIdentity(observation)] : []
      })
    },
  }
}

function isEnteredInError({ status }: JsonObject): boolean {
  return status === 'entered-in-error'
}

function toIdentity({ resourceType, id, meta, status, subject }: JsonObject): JsonObject {
  return { resourceType, id, meta, status, subject }
}

/** FHIR R4 Resource.meta.lastUpdated (an instant) and versionId, comparable only where it is a number. */
function readVersion(observation: JsonObject, attempt: number): Version {
  const meta = toObject(observation.meta)
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
  const updated = toText(meta?.lastUpdated) ?? ''
  const epochMs = instant.test(updated) ? Date.parse(updated) : NaN
  const lastUpdated = Number.isNaN(epochMs) ? -Infinity : epochMs
  const versionId = /^\d+$/.test(toText(meta?.versionId) ?? '') ? Number(meta?.versionId) : -1
  // Of two that can't be told apart, the one marked entered-in-error counts: an error is not data.
  return [lastUpdated, versionId, attempt, isEnteredInError(observation) ? 1 : 0]
}

function isNewer(version: Version, known: Version): boolean {
  const place = version.findIndex((part, index) => part !== known[index])
  return place >= 0 && Number(version[place]) > Number(known[place])
}
