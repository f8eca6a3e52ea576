import { readFrame, type NextLink } from '../fhir/bundle.ts'
import type { FhirFailure } from '../fhir/fhir-error.ts'
import { readFhirDate, startOf, type FhirDate } from '../fhir/fhir-date.ts'
import { toMembers, toObject, toText, type JsonObject } from '../fhir/json.ts'
import { subjectOf } from '../fhir/subject.ts'
import { readText } from '../fhir/text.ts'
import type { Observation } from './observation.ts'
import { idOf } from './panel.ts'
import { readObservation } from './read-observation.ts'

/** One version of an Observation, as its server kept it. */
export type ObservationVersion = {
  readonly versionId: string | undefined
  readonly lastUpdated: FhirDate | undefined
  readonly says:
    | { readonly kind: 'read'; readonly observation: Observation }
    /** Withdrawn: its value is no data, and not given (D3). */
    | { readonly kind: 'entered-in-error' }
    | { readonly kind: 'deleted' }
    | { readonly kind: 'unreadable' }
}

/** The versions of one Observation, or why they can't be shown. */
export type ObservationHistory =
  /** Newest first. `isComplete` is false where the server has more, or sent what isn't a version. */
  | {
      readonly kind: 'read'
      readonly versions: readonly ObservationVersion[]
      readonly isComplete: boolean
    }
  /** The server does not give earlier versions. */
  | { readonly kind: 'not-given' }
  /** The sign-in allows to search Observations, but not to read one. */
  | { readonly kind: 'not-granted' }
  /** The answer isn't the history of this Observation of this patient: nothing of it is shown (PAT-02). */
  | { readonly kind: 'other' }
  | { readonly kind: 'failed'; readonly failure: FhirFailure }

/** Reads the versions of an Observation by its id. Never rejects. */
export type ReadHistory = (id: string) => Promise<ObservationHistory>

/** Whose history it has to be. `fhirBase` is the FHIR base, with or without a trailing slash. */
type Expected = { readonly id: string; readonly patientId: string; readonly fhirBase: string }

/** One page of a history. */
export type HistoryPage =
  | {
      readonly kind: 'page'
      readonly versions: readonly ObservationVersion[]
      readonly isComplete: boolean
      readonly next: NextLink
    }
  | { readonly kind: 'other' }

/**
 * Reads one page of a history (FHIR R4 http history-instance, Bundle of type `history`). Takes JSON of any shape and
 * never throws. A page with one version of another Observation, or of another patient, is `other` as a whole (PAT-02).
 */
export function readHistoryPage(json: unknown, expected: Expected): HistoryPage {
  const bundle = toObject(json)
  const frame = readFrame(json)
  if (frame.kind === 'not-a-bundle' || bundle?.type !== 'history') return { kind: 'other' }
  const entries = toMembers(bundle.entry)
  const read = entries.map((entry) =>
    entry === undefined ? undefined : readEntry(entry, expected),
  )
  if (read.includes('other')) return { kind: 'other' }
  const versions = read.filter((one) => one !== undefined && one !== 'other')
  return {
    kind: 'page',
    versions,
    isComplete: versions.length === entries.length && !frame.isSubsetted,
    next: frame.next,
  }
}

/** A version; `other` where it may be someone else's; undefined where it is nothing of the kind, such as a message. */
function readEntry(
  entry: JsonObject,
  { id, patientId, fhirBase }: Expected,
): ObservationVersion | 'other' | undefined {
  const resource = toObject(entry.resource)
  const request = toObject(entry.request)
  const response = toObject(entry.response)
  const versionId = /^(?:W\/)?"(.+)"$/.exec(readText(response?.etag) ?? '')?.[1]
  const lastUpdated = readFhirDate(response?.lastModified)
  if (resource === undefined) {
    // What was deleted has no resource: its request or address alone says what it was (FHIR R4 http history).
    if (request?.method !== 'DELETE') return undefined
    const named = toText(request.url) ?? toText(entry.fullUrl)
    if (named !== undefined && idOf(named) !== id) return 'other'
    return { versionId, lastUpdated, says: { kind: 'deleted' } }
  }
  if (resource.resourceType === 'OperationOutcome') return undefined
  const isIt =
    resource.resourceType === 'Observation' &&
    resource.id === id &&
    subjectOf(resource, patientId, fhirBase) === 'same'
  if (!isIt) return 'other'
  const meta = toObject(resource.meta)
  const reading = readObservation(resource)
  return {
    versionId: readText(meta?.versionId) ?? versionId,
    lastUpdated: readFhirDate(meta?.lastUpdated) ?? lastUpdated,
    says: reading.kind === 'read' ? reading : { kind: reading.kind },
  }
}

/**
 * Puts versions newest first, by when they were last updated: FHIR asks for that order, but no server is relied on
 * (OBS-09). Where one doesn't say when, all keep the server's order.
 */
export function sortVersions(versions: readonly ObservationVersion[]): ObservationVersion[] {
  const isDated = versions.every(({ lastUpdated }) => lastUpdated !== undefined)
  if (!isDated) return [...versions]
  const timeOf = ({ lastUpdated }: ObservationVersion) =>
    lastUpdated === undefined ? 0 : startOf(lastUpdated)
  return versions.toSorted((one, other) => timeOf(other) - timeOf(one))
}
