import { failureOf } from '../fhir/fhir-error.ts'
import { indentExact } from '../fhir/exact-json.ts'
import type { FhirStream } from '../fhir/fhir-request.ts'
import { parseJson, toObject } from '../fhir/json.ts'
import { subjectOf } from '../fhir/subject.ts'
import type { RawObservation } from '../observations/raw-observation.ts'
import type { Session } from '../smart/session.ts'

/**
 * Reads one Observation again by its id (FHIR R4 http read): what was loaded is not kept as JSON, which would fill the
 * memory of a large record. It is the server's present version, with its digits as sent. Never rejects.
 */
export async function readRaw(
  id: string,
  { patientId, iss }: Session,
  stream: FhirStream,
  signal: AbortSignal,
): Promise<RawObservation> {
  try {
    let text = ''
    for await (const piece of await stream(`Observation/${encodeURIComponent(id)}`, signal))
      text += piece
    const json = toObject(parseJson(text))
    const isIt =
      json?.resourceType === 'Observation' &&
      json.id === id &&
      subjectOf(json, patientId, iss) === 'same'
    return isIt ? { kind: 'read', text: indentExact(text) } : { kind: 'other' }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) }
  }
}
