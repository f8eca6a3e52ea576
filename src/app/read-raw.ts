import { failureOf, FhirError } from '../fhir/fhir-error.ts'
import { indentExact, parseExact } from '../fhir/exact-json.ts'
import type { FhirStream } from '../fhir/fhir-request.ts'
import { parseJson, toObject } from '../fhir/json.ts'
import { subjectOf } from '../fhir/subject.ts'
import {
  readHistoryPage,
  sortVersions,
  type ObservationHistory,
  type ObservationVersion,
} from '../observations/observation-history.ts'
import type { RawObservation } from '../observations/raw-observation.ts'
import { readMore } from '../observations/read-more.ts'
import { readObservation } from '../observations/read-observation.ts'
import type { Session } from '../smart/session.ts'

/** A server without histories says so in one of these ways; none of them is a fault of this result. */
const withoutHistory = [400, 403, 404, 405, 501]
/** More pages of a history than are read; a result with more is beyond what a person compares. */
const mostPages = 5

async function readText(url: string, stream: FhirStream, signal: AbortSignal): Promise<string> {
  let text = ''
  for await (const piece of await stream(url, signal)) text += piece
  return text
}

/**
 * Reads one Observation again by its id (FHIR R4 http read): what was loaded is not kept as JSON (but one of each
 * kind, to compare with), which would fill the memory of a large record. It is the server's present version, with its
 * digits as sent. Never rejects.
 */
export async function readRaw(
  id: string,
  { patientId, iss }: Session,
  stream: FhirStream,
  signal: AbortSignal,
): Promise<RawObservation> {
  try {
    const text = await readText(`Observation/${encodeURIComponent(id)}`, stream, signal)
    const json = toObject(parseJson(text))
    const isIt =
      json?.resourceType === 'Observation' &&
      json.id === id &&
      subjectOf(json, patientId, iss) === 'same'
    if (!isIt) return { kind: 'other' }
    const reading = readObservation(parseExact(text))
    return { kind: 'read', text: indentExact(text), more: readMore(json), reading }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) }
  }
}

/**
 * Reads the versions of one Observation by its id (FHIR R4 http history-instance), up to five pages of them. Every
 * entry has to be of this Observation and of this patient (PAT-02). Never rejects.
 */
export async function readHistory(
  id: string,
  { patientId, iss: fhirBase }: Session,
  stream: FhirStream,
  signal: AbortSignal,
): Promise<ObservationHistory> {
  const versions: ObservationVersion[] = []
  const asked = new Set<string>()
  let isComplete = true
  let url: string | undefined = `Observation/${encodeURIComponent(id)}/_history`
  try {
    while (url !== undefined && asked.size < mostPages && !asked.has(url)) {
      asked.add(url)
      const json = parseExact(await readText(url, stream, signal))
      const page = readHistoryPage(json, { id, patientId, fhirBase })
      if (page.kind === 'other') return page
      versions.push(...page.versions)
      isComplete &&= page.isComplete && page.next.kind !== 'lost'
      url = page.next.kind === 'page' ? page.next.url : undefined
    }
  } catch (error) {
    const status = error instanceof FhirError ? error.status : undefined
    // Only the first answer says whether there are histories at all.
    const isRefused = asked.size === 1 && withoutHistory.includes(status ?? 0)
    return isRefused ? { kind: 'not-given' } : { kind: 'failed', failure: failureOf(error) }
  }
  return {
    kind: 'read',
    versions: sortVersions(versions),
    isComplete: isComplete && url === undefined,
  }
}
