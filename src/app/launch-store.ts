import type { FhirRequest } from '../fhir/fhir-request.ts'
import type { StyleState } from '../smart/load-smart-style.ts'
import { allows, readScopes } from '../smart/scopes.ts'
import type { Session } from '../smart/session.ts'
import { loadUser, unknownUser, type UserDetails } from './load-user.ts'
import { loadVisit, type VisitState } from './load-visit.ts'

/** What is known of how the app was opened, beside whose record it is. */
export type LaunchSnapshot = {
  readonly user: UserDetails
  readonly visit: VisitState
  readonly style: StyleState
}

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

  if (snapshot.visit.kind === 'loading')
    void loadVisit(session, request, signal).then((visit) => change({ visit }))
  void loadUser(session, request, signal).then((user) => {
    if (user !== unknownUser) change({ user })
  })
  if (styleUrl !== undefined)
    // The record comes first: neither the code nor the file is waited for.
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
