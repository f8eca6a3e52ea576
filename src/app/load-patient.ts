import { failureOf } from '../fhir/fhir-error.ts'
import type { FhirRequest } from '../fhir/fhir-request.ts'
import { retryWhileBusy } from '../fhir/retry-while-busy.ts'
import type { PatientState } from '../patient/patient-state.ts'
import { replaces } from '../patient/replaces.ts'
import type { Session } from '../smart/session.ts'

/**
 * Reads the session's Patient. Another's id in the answer is a mismatch, whatever else it says, unless it says that it
 * replaces the session's; then, as after a redirect, the record was merged (PAT-01). Never rejects.
 */
export async function loadPatient(
  { patientId: id, iss }: Session,
  request: FhirRequest,
  signal: AbortSignal,
): Promise<PatientState> {
  try {
    // Comes beside the answer: no result waits for it.
    const reader = import('../patient/read-patient.ts').catch(() => undefined)
    const { body } = await retryWhileBusy(
      () => request(`Patient/${encodeURIComponent(id)}`, signal),
      signal,
    )
    const code = await reader
    if (!code) return { kind: 'failed', failure: 'unreachable' }
    const patient = code.readPatient(body)
    if (!patient) return { kind: 'failed', failure: 'unreadable' }
    if (patient.id === id) return { kind: 'loaded', patient }
    return { kind: replaces(body, id, iss) ? 'merged' : 'mismatch' }
  } catch (error) {
    const failure = failureOf(error)
    return failure === 'redirected' ? { kind: 'merged' } : { kind: 'failed', failure }
  }
}
