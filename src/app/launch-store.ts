import type { FhirRequest } from '../fhir/fhir-request.ts'
import type { LocalReference } from '../fhir/local-reference.ts'
import type { StyleState } from '../smart/load-smart-style.ts'
import { allows, readScopes } from '../smart/scopes.ts'
import type { Session } from '../smart/session.ts'
import { readSignedInAs } from '../smart/signed-in-as.ts'
import type { UserDetails } from './load-user.ts'
import type { VisitState } from './load-visit.ts'

/** What is known of how the app was opened, beside whose record it is. */
type LaunchSnapshot = {
  readonly user: UserDetails
  readonly visit: VisitState
  readonly style: StyleState
}

/** Of somebody about whom nothing more is known than the kind of person. */
const unknownUser: UserDetails = { name: undefined, isOfAnother: false }

/** The launch of one session, outside React (`useSyncExternalStore` reads it). In memory only (STO-04). */
export type LaunchStore = {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => LaunchSnapshot
  /** Stops loading and forgets everything. */
  readonly close: () => void
}

/**
 * Opens it, and reads who is signed in and which visit the app was opened from, as far as the sign-in allows
 * (SCOPE-01), and the style of the EHR around it (CTX-05). Each is asked for once: the record doesn't wait for it, and goes on without.
 */
export function openLaunch(session: Session, request: FhirRequest): LaunchStore {
  const listeners = new Set<() => void>()
  const abort = new AbortController()
  const { signal } = abort
  const mayReadVisit = allows(readScopes(session.scope), 'Encounter', 'r')
  // A sign-in by hand happens outside of any EHR's pages, so none of their styles is loaded.
  const styleUrl = session.launch === 'ehr' ? session.styleUrl : undefined
  let snapshot: LaunchSnapshot = {
    user: unknownUser,
    visit: firstState(),
    style: { kind: styleUrl === undefined ? 'none' : 'loading' },
  }

  function firstState(): VisitState {
    if (session.encounterId === undefined) return { kind: 'none' }
    return { kind: mayReadVisit ? 'loading' : 'not-released' }
  }

  function change(part: Partial<LaunchSnapshot>): void {
    if (signal.aborted) return
    snapshot = { ...snapshot, ...part }
    for (const listener of listeners) listener()
  }

  // Most launches bring none of these, and the record comes first: neither code nor answers are waited for.
  if (snapshot.visit.kind === 'loading')
    void import('./load-visit.ts')
      .then(({ loadVisit }) => loadVisit(session, request, signal))
      .catch((): VisitState => ({ kind: 'failed' }))
      .then((visit) => change({ visit }))
  const person = readableUser(session)
  if (person)
    void import('./load-user.ts')
      .then(({ loadUser }) => loadUser(person, session, request, signal))
      .catch(() => undefined)
      .then((user) => user && change({ user }))
  if (styleUrl !== undefined)
    void import('../smart/load-smart-style.ts')
      .then(({ loadSmartStyle }) => loadSmartStyle(styleUrl, signal))
      .catch((): StyleState => ({ kind: 'failed' }))
      .then((style) => change({ style }))
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => snapshot,
    close: () => {
      abort.abort()
      snapshot = { user: unknownUser, visit: { kind: 'none' }, style: { kind: 'none' } }
    },
  }
}

/**
 * Who is signed in, where that is a resource of this server that the sign-in allows to read (IDT-10). Another patient is
 * never read: what the sign-in shows is this patient's.
 */
function readableUser(session: Session): LocalReference | undefined {
  const user = readSignedInAs(session)
  if (user.kind !== 'someone' || user.id === undefined || user.type === 'Patient') return undefined
  const { type, id } = user
  return allows(readScopes(session.scope), type, 'r') ? { type, id } : undefined
}
