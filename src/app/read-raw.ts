import { failureOf } from '../fhir/fhir-error.ts'
import type { FhirRequest } from '../fhir/fhir-request.ts'
import { toObject } from '../fhir/json.ts'
import { subjectOf } from '../fhir/subject.ts'
import type { RawObservation } from '../observations/raw-observation.ts'
import type { Session } from '../smart/session.ts'

/**
 * Reads one Observation again by its id (FHIR R4 http read): what was loaded is not kept as JSON, which would fill the
 * memory of a large record. It is the server's present version. Never rejects.
 */
export async function readRaw(
  id: string,
  { patientId, iss }: Session,
  request: FhirRequest,
  signal: AbortSignal,
): Promise<RawObservation> {
  try {
    const { body } = await request(`Observation/${encodeURIComponent(id)}`, signal)
    const json = toObject(body)
    const isIt =
      json?.resourceType === 'Observation' &&
      json.id === id &&
      subjectOf(json, patientId, iss) === 'same'
    return isIt ? { kind: 'read', text: JSON.stringify(json, null, 2) } : { kind: 'other' }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) }
  }
}
