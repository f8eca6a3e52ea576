import { noContext } from '../smart/fhir-context.ts'
import type { LiveSession, SessionState } from '../smart/live-session.ts'
import type { Session } from '../smart/session.ts'
import { localBase, type LocalServer } from '../local-record/local-server.ts'

/** What a record that no server gave is called by, and whose it is. */
export type LocalSessionFacts = {
  readonly id: string
  /** In place of a hospital's name: "Sample data". */
  readonly name: string
  readonly patientId: string
  /** Whether somebody chose this person among several. */
  readonly isChosen: boolean
  /** Whether there is a Patient to be read. */
  readonly hasPatient: boolean
}

/** A session that nobody signed in to: the views are given it like any other. There is no token, and no time after which it ends. */
export function toLocalSession(facts: LocalSessionFacts, now: number): Session {
  const scope = facts.hasPatient
    ? 'patient/Patient.rs patient/Observation.rs'
    : 'patient/Observation.rs'
  return {
    id: facts.id,
    serverId: 'local',
    serverName: facts.name,
    launch: 'standalone',
    iss: localBase,
    patientId: facts.patientId,
    patientFrom: facts.isChosen ? 'choice' : 'server',
    encounterId: undefined,
    needPatientBanner: true,
    fhirContext: noContext,
    hasIntent: false,
    styleUrl: undefined,
    scope,
    identity: { kind: 'not-asked' },
    expiresAt: Infinity,
    managementUrl: undefined,
    signIn: {
      at: now,
      discovery: 'smart-configuration',
      answer: 'redirect-address',
      requestedScope: scope,
      warnings: [],
      timings: { discovery: 0, authorization: 0, token: 0, identity: 0 },
    },
  }
}

/** Shows a local record as a session is shown. It ends when it is closed, and with the page: nothing of it is stored. */
export function openLocalSession(session: Session, server: LocalServer): LiveSession {
  const listeners = new Set<() => void>()
  let state: SessionState = {
    session,
    phase: { kind: 'open', endsAt: undefined },
    end: undefined,
    isRejected: false,
  }
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    access: { request: server.request, stream: server.stream },
    touch: () => {},
    signOut: () => {
      if (state.end !== undefined) return
      server.close()
      state = { ...state, end: 'signed-out' }
      for (const listener of listeners) listener()
    },
    askToClose: undefined,
  }
}
