import type { ServerConfig } from '../config/server-config.ts'
import { createFhirRequest } from '../smart/fhir-http.ts'
import type { Session } from '../smart/session.ts'
import { holdSession } from '../smart/session-lock.ts'
import { openSession, removeSession, type StoredSession } from '../smart/session-store.ts'
import { openRecord, type RecordStore } from './record-store.ts'
import { announceSignOut, watchSession, type SessionEnd } from './session-watch.ts'

/** A session with its record, as the views of this page share it. */
export type OpenSession = {
  readonly session: Session
  readonly record: RecordStore
  readonly subscribeToEnd: (listener: () => void) => () => void
  /** Why the session is over; undefined while it isn't. */
  readonly getEnd: () => SessionEnd | undefined
  /** Stops loading and forgets the record. */
  readonly close: () => void
}

// By session id, so that what one session loaded can never show in another (PAT-04).
const open = new Map<string, OpenSession>()

/**
 * Gives the session of the address with its record, opening it at the first call; at a second mount it is the same.
 *
 * @throws {SmartError} `session-missing`, `session-expired` or `storage-blocked`
 */
export function findOpen(id: string, servers: readonly ServerConfig[]): OpenSession {
  return open.get(id) ?? keepOpen(openSession(id, servers, Date.now()))
}

/** Opens a session whose record is not open yet. When it ends, record and token are forgotten (END-01). */
export function keepOpen(stored: StoredSession): OpenSession {
  const { session } = stored
  const record = openRecord(session, createFhirRequest(stored))
  const listeners = new Set<() => void>()
  let end: SessionEnd | undefined
  const stopWatching = watchSession(session, (why) => {
    end = why
    record.close()
    removeSession(session.id)
    for (const listener of listeners) listener()
  })
  const opened: OpenSession = {
    session,
    record,
    subscribeToEnd: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getEnd: () => end,
    close: () => {
      stopWatching()
      record.close()
    },
  }
  open.set(session.id, opened)
  holdSession(session.id)
  return opened
}

/** Signs out: record and token are forgotten, here and in copies of this tab. */
export function signOut(id: string): void {
  open.get(id)?.close()
  open.delete(id)
  removeSession(id)
  announceSignOut(id)
}
