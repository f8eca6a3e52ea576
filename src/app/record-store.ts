import { usualSettings, type ObservationSettings } from '../config/observation-settings.ts'
import type { FhirFailure } from '../fhir/fhir-error.ts'
import type { FhirRequest } from '../fhir/fhir-request.ts'
import { createLimiter } from '../fhir/limiter.ts'
import { createRecordLoad } from '../fhir/load-record.ts'
import { planQueries } from '../fhir/query-plan.ts'
import type { RecordStatus } from '../fhir/record-status.ts'
import type { Observation } from '../observations/observation.ts'
import type { ReadHistory } from '../observations/observation-history.ts'
import type { ReadRaw } from '../observations/raw-observation.ts'
import type { RecordChanges } from '../observations/record-changes.ts'
import { isSignedOut, type PatientState } from '../patient/patient-state.ts'
import type { FhirAccess } from '../smart/fhir-http.ts'
import { grantedObservations, mayAllow, readScopes } from '../smart/scopes.ts'
import type { Session } from '../smart/session.ts'
import type { AgainAccess } from './again-access.ts'
import { loadPatient } from './load-patient.ts'
import { createShelf } from './observation-shelf.ts'

/** What is known of a record at one moment; a new object whenever something changed. */
export type RecordSnapshot = {
  readonly patient: PatientState
  /** Newest first; no two with one id. */
  readonly observations: readonly Observation[]
  /** What was entered in error, newest first: no data, in none of the results, and shown on demand alone (D3). */
  readonly enteredInError: readonly Observation[]
  readonly status: RecordStatus
  /** How often something of it went, or came to say something else, since it was opened. */
  readonly takenBack: number
  /** Since when something may be marked; undefined before the first reload. */
  readonly changes: RecordChanges | undefined
}

/** One patient's record, loading or loaded, outside React (`useSyncExternalStore` reads it). In memory only (STO-04). */
export type RecordStore = {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => RecordSnapshot
  /** Loads one category again, by its code, or goes on with it. */
  readonly retry: (categoryCode: string) => void
  /** Goes on where a refused token ended the load; to be called once there is another. */
  readonly resume: () => void
  /** Loads Patient and Observations again, and marks what changed. */
  readonly reload: () => void
  /** Reads the Patient again. */
  readonly retryPatient: () => void
  readonly readRaw: ReadRaw
  readonly readHistory: ReadHistory
  /** What reading the record again needs, for a file made of it. */
  readonly again: AgainAccess
  /** Stops loading and forgets everything. */
  readonly close: () => void
}

type RawCode = typeof import('./read-raw.ts')
type NotRead =
  { readonly kind: 'not-granted' } | { readonly kind: 'failed'; readonly failure: FhirFailure }

/** The FHIR server is asked so many things at once at most. */
const requestsAtOnce = 6

/** Views hear of new rows at most so often, or as seldom as drawing them costs a tenth of the time, within reason. */
const tellEveryMs = 100
const tellAtLeastEveryMs = 2_000

/**
 * Opens the record of a session and starts loading: Patient and Observations at once, as far as the sign-in allows
 * (SCOPE-01).
 */
export function openRecord(
  session: Session,
  access: FhirAccess,
  settings: ObservationSettings = usualSettings,
  now = Date.now,
): RecordStore {
  const listeners = new Set<() => void>()
  const shelf = createShelf(session.iss)
  const granted = readScopes(session.scope)
  const abort = new AbortController()
  const { signal } = abort
  let changes: RecordChanges | undefined
  let renewals = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let pauseMs = 0
  const limit = createLimiter(requestsAtOnce)
  const limited: FhirRequest = (url, within) => limit(() => access.request(url, within))
  const load = createRecordLoad({
    ...access,
    limit,
    patientId: session.patientId,
    fhirBase: session.iss,
    plan: (abilities) => planQueries(grantedObservations(granted), abilities, settings),
    now,
    onResources: shelf.add,
    onChange: tellSoon,
  })
  let snapshot = emptySnapshot(load.status)

  /** What comes page by page is told together, the first of it at once, and the end: nothing more comes to be told with it. */
  function tellSoon(): void {
    if (load.isForeign) return stop(snapshot.patient)
    const isEnd = !load.isPending
    if (signal.aborted || (timer !== undefined && !isEnd)) return
    clearTimeout(timer)
    timer = setTimeout(tell, isEnd || snapshot.observations.length === 0 ? 0 : pauseMs)
  }

  function tell(): void {
    clearTimeout(timer)
    timer = undefined
    const began = performance.now()
    if (changes) changes = { ...changes, marks: shelf.marks(), leftOut: shelf.leftOut() }
    const [observations, enteredInError] = [shelf.list(), shelf.enteredInError()]
    const takenBack = shelf.takenBack()
    change({ observations, enteredInError, takenBack, status: load.status, changes })
    const tenfoldMs = 10 * (performance.now() - began)
    pauseMs = Math.min(Math.max(tellEveryMs, tenfoldMs), tellAtLeastEveryMs)
  }

  function change(part: Partial<RecordSnapshot>): void {
    if (signal.aborted) return
    snapshot = { ...snapshot, ...part }
    for (const listener of listeners) listener()
  }

  function readPatientAgain(): void {
    change({ patient: { kind: 'loading' } })
    void loadCurrent().then(takePatient)
  }

  /** Reads the Patient; once more where its token was refused while another came (REF-10). */
  async function loadCurrent(): Promise<PatientState> {
    const renewed = renewals
    const patient = await loadPatient(session, limited, signal)
    return isSignedOut(patient) && renewed < renewals ? loadCurrent() : patient
  }

  function takePatient(patient: PatientState): void {
    if (patient.kind === 'mismatch' || patient.kind === 'merged') stop(patient)
    else change({ patient })
  }

  /** Ends the load and lets go of what came: it may not be this patient's (PAT-01, PAT-02). */
  function stop(patient: PatientState): void {
    load.abort()
    clearTimeout(timer)
    shelf.clear()
    changes = undefined
    change({ patient, observations: [], enteredInError: [], status: load.status, changes })
  }

  async function reload(): Promise<void> {
    const since = load.status.asOf
    if (since === undefined || changes?.isLoading === true) return
    shelf.markChanges()
    changes = {
      since,
      isLoading: true,
      marks: shelf.marks(),
      gone: undefined,
      leftOut: 0,
      isPatientOld: false,
    }
    tell()
    const renewed = renewals
    const [gone, wasPatientOld] = await Promise.all([reloadResults(), reloadPatient()])
    // Its token was refused before there was another, which came while the results were loading (REF-10).
    const isPatientOld = wasPatientOld && renewed < renewals ? await reloadPatient() : wasPatientOld
    if (signal.aborted || load.isForeign || !changes) return
    changes = { ...changes, isLoading: false, gone: gone?.length, isPatientOld }
    tell()
  }

  /** Takes out what has gone at once: later it might have come back. */
  async function reloadResults(): Promise<readonly string[] | undefined> {
    const gone = await load.reload()
    if (!signal.aborted) shelf.remove(gone ?? [])
    return gone
  }

  /** What is known of the patient stays until there is something newer; true where there is nothing newer. */
  async function reloadPatient(): Promise<boolean> {
    const { kind } = snapshot.patient
    if (kind === 'not-granted') return false
    const patient = await loadCurrent()
    const isOld = patient.kind === 'failed' && kind === 'loaded'
    if (!isOld) takePatient(patient)
    return isOld
  }

  function tellPatientOld(isPatientOld: boolean): void {
    if (changes) changes = { ...changes, isPatientOld }
    tell()
  }

  /** Reads something of one Observation, where the sign-in allows it; few ask for it, so its code comes only then. */
  async function readOne<T>(read: (code: RawCode) => Promise<T>): Promise<T | NotRead> {
    if (!mayAllow(granted, 'Observation', 'r')) return { kind: 'not-granted' }
    const code = await import('./read-raw.ts').catch(() => undefined)
    return code === undefined ? { kind: 'failed', failure: 'unreachable' } : limit(() => read(code))
  }

  if (mayAllow(granted, 'Patient', 'r')) readPatientAgain()
  else change({ patient: { kind: 'not-granted' } })
  void load.start().then(tell)
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => snapshot,
    retry: (categoryCode) => void load.retry(categoryCode).then(tell),
    resume: () => {
      renewals += 1
      if (isSignedOut(snapshot.patient)) readPatientAgain()
      else if (changes?.isPatientOld === true) void reloadPatient().then(tellPatientOld)
      void load.resumeSignedOut().then(tell)
    },
    reload: () => void reload(),
    retryPatient: readPatientAgain,
    readRaw: (id) => readOne(({ readRaw }) => readRaw(id, session, access.stream, signal)),
    readHistory: (id) =>
      readOne(({ readHistory }) => readHistory(id, session, access.stream, signal)),
    again: {
      stream: access.stream,
      limit,
      signal,
      searches: () => load.searches,
      mayRead: (type) => mayAllow(granted, type, 'r'),
      onForeign: () => stop({ kind: 'mismatch' }),
    },
    close: () => {
      abort.abort()
      load.close()
      clearTimeout(timer)
      shelf.clear()
      changes = undefined
      snapshot = emptySnapshot(load.status)
    },
  }
}

const emptySnapshot = (status: RecordStatus): RecordSnapshot => ({
  patient: { kind: 'loading' },
  observations: [],
  enteredInError: [],
  status,
  takenBack: 0,
  changes: undefined,
})
