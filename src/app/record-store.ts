import { FhirError } from '../fhir/fhir-error.ts'
import type { FhirRequest } from '../fhir/fhir-request.ts'
import { toText, type JsonObject } from '../fhir/json.ts'
import { retryWhileBusy } from '../fhir/retry-while-busy.ts'
import { createRecordLoad } from '../fhir/load-record.ts'
import { planCategories } from '../fhir/plan-categories.ts'
import type { RecordStatus } from '../fhir/record-status.ts'
import type { Observation } from '../observations/observation.ts'
import { compareNewestFirst } from '../observations/order.ts'
import { readObservation } from '../observations/read-observation.ts'
import type { PatientState } from '../patient/patient-state.ts'
import { readPatient } from '../patient/read-patient.ts'
import { replaces } from '../patient/replaces.ts'
import { grantedObservations, mayAllow, readScopes } from '../smart/scopes.ts'
import type { Session } from '../smart/session.ts'

/** What is known of a record at one moment; a new object whenever something changed. */
export type RecordSnapshot = {
  readonly patient: PatientState
  /** Newest first; no two with one id. */
  readonly observations: readonly Observation[]
  readonly status: RecordStatus
}

/** One patient's record, loading or loaded, outside React (`useSyncExternalStore` reads it). In memory only (STO-04). */
export type RecordStore = {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => RecordSnapshot
  /** Loads one category again, by its code. */
  readonly retry: (categoryCode: string) => void
  /** Reads the Patient again. */
  readonly retryPatient: () => void
  /** Stops loading and forgets everything. */
  readonly close: () => void
}

/**
 * Opens the record of a session and starts loading: Patient and Observations at once, as far as the sign-in allows
 * (SCOPE-01).
 */
export function openRecord(session: Session, request: FhirRequest, now = Date.now): RecordStore {
  const listeners = new Set<() => void>()
  const observations = new Map<string, Observation>()
  const granted = readScopes(session.scope)
  const abort = new AbortController()
  const load = createRecordLoad({
    request,
    patientId: session.patientId,
    fhirBase: session.iss,
    ...planCategories(grantedObservations(granted)),
    now,
    onResources: (resources) => {
      const unreadable = resources.filter((resource) => !add(resource)).map(idOf)
      change({ observations: [...observations.values()].sort(compareNewestFirst) })
      return unreadable
    },
    onStatus: (status) => change({ status }),
  })
  let snapshot: RecordSnapshot = {
    patient: { kind: 'loading' },
    observations: [],
    status: load.status,
  }

  function change(part: Partial<RecordSnapshot>): void {
    if (abort.signal.aborted) return
    snapshot = { ...snapshot, ...part }
    for (const listener of listeners) listener()
  }

  /** Takes an Observation in; false when it can't be read. */
  function add(resource: JsonObject): boolean {
    const reading = readObservation(resource)
    if (reading.kind === 'read') observations.set(reading.observation.id, reading.observation)
    // A newer version may take back, or no longer tell, what an earlier one said.
    else observations.delete(idOf(resource))
    return reading.kind !== 'unreadable'
  }

  function readPatientAgain(): void {
    change({ patient: { kind: 'loading' } })
    void loadPatient(session, request, abort.signal).then((patient) => {
      if (patient.kind === 'mismatch' || patient.kind === 'merged') stop(patient)
      else change({ patient })
    })
  }

  /** Ends the load and lets go of what came: it may not be this patient's (PAT-01). */
  function stop(patient: PatientState): void {
    load.abort()
    observations.clear()
    change({ patient, observations: [] })
  }

  if (mayAllow(granted, 'Patient', 'r')) readPatientAgain()
  else change({ patient: { kind: 'not-granted' } })
  void load.start()
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => snapshot,
    retry: (categoryCode) => void load.retry(categoryCode),
    retryPatient: readPatientAgain,
    close: () => {
      abort.abort()
      load.abort()
      observations.clear()
    },
  }
}

const idOf = (resource: JsonObject) => toText(resource['id']) ?? ''

/**
 * Reads the session's Patient. Another's id in the answer is a mismatch, whatever else it says, unless it says that it
 * replaces the session's; then, as after a redirect, the record was merged (PAT-01).
 */
async function loadPatient(
  { patientId: id, iss }: Session,
  request: FhirRequest,
  signal: AbortSignal,
): Promise<PatientState> {
  try {
    const { body } = await retryWhileBusy(
      () => request(`Patient/${encodeURIComponent(id)}`, signal),
      signal,
    )
    const patient = readPatient(body)
    if (!patient) return { kind: 'failed', failure: 'unreadable' }
    if (patient.id === id) return { kind: 'loaded', patient }
    return { kind: replaces(body, id, iss) ? 'merged' : 'mismatch' }
  } catch (error) {
    if (error instanceof FhirError && error.failure === 'redirected') return { kind: 'merged' }
    return { kind: 'failed', failure: error instanceof FhirError ? error.failure : 'unreadable' }
  }
}
