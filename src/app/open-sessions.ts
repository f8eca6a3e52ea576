import type { ServerConfig } from '../config/server-config.ts'
import { createFhirRequest } from '../smart/fhir-http.ts'
import type { Session } from '../smart/session.ts'
import { holdSession } from '../smart/session-lock.ts'
import { openSession, removeSession, type StoredSession } from '../smart/session-store.ts'
import { openRecord, type RecordStore } from './record-store.ts'

/** A session with its record, as the views of this page share it. */
export type OpenSession = { readonly session: Session; readonly record: RecordStore }

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

/** Opens a session whose record is not open yet. */
export function keepOpen(stored: StoredSession): OpenSession {
  const { session } = stored
  const opened = { session, record: openRecord(session, createFhirRequest(stored)) }
  open.set(session.id, opened)
  holdSession(session.id)
  return opened
}

/** Ends a session: its record and its token are forgotten. */
export function closeSession(id: string): void {
  open.get(id)?.record.close()
  open.delete(id)
  removeSession(id)
}
