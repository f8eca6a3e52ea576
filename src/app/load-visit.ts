import { failureOf } from '../fhir/fhir-error.ts'
import type { FhirRequest } from '../fhir/fhir-request.ts'
import { toObject } from '../fhir/json.ts'
import { subjectOf } from '../fhir/subject.ts'
import { readVisit, type Visit } from '../fhir/visit.ts'
import type { Session } from '../smart/session.ts'

/** What is known of the visit that the app was opened from. */
export type VisitState =
  /** The EHR named none, as outside of a visit (CTX-02). */
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly visit: Visit }
  /** There is one, but the sign-in doesn't allow to read it, or the server refused. */
  | { readonly kind: 'not-released' }
  | { readonly kind: 'failed' }
  /** It is another patient's: nothing may go by it. */
  | { readonly kind: 'not-theirs' }
  /** It doesn't say whose it is: nothing may go by it either. */
  | { readonly kind: 'nobodys' }

/** Reads the Encounter of the launch, which has to be this patient's (PAT-02). Never rejects. */
export async function loadVisit(
  { encounterId, patientId, iss }: Session,
  request: FhirRequest,
  signal: AbortSignal,
): Promise<VisitState> {
  if (encounterId === undefined) return { kind: 'none' }
  try {
    const json = toObject((await request(`Encounter/${encounterId}`, signal)).body)
    if (json?.resourceType !== 'Encounter' || json.id !== encounterId) return { kind: 'failed' }
    const whose = subjectOf(json, patientId, iss)
    if (whose === 'same') return { kind: 'loaded', visit: readVisit(json) }
    return { kind: whose === 'missing' ? 'nobodys' : 'not-theirs' }
  } catch (error) {
    return { kind: failureOf(error) === 'refused' ? 'not-released' : 'failed' }
  }
}
