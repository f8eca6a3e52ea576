import { findServer } from './issuer.ts'
import type { ServerConfig } from '../config/server-config.ts'
import { isFhirId } from '../fhir/fhir-id.ts'
import { toObject, toText, type JsonObject } from '../fhir/json.ts'
import { parseUrl } from '../config/secure-url.ts'
import { isFhirContext } from './fhir-context.ts'
import { readConnection, type Connection } from './connection.ts'
import type { Identity, Session } from './session.ts'
import { isSignInReport } from './sign-in-report.ts'
import { SmartError } from './smart-error.ts'
import { isEhrMessaging, type EhrMessaging } from './web-messaging.ts'
import { readRecord, removeRecord, writeRecord } from './tab-storage.ts'

/** A session with its token; stays inside `src/smart`. */
export type StoredSession = {
  readonly session: Session
  readonly accessToken: string
  readonly connection: Connection
  /** Undefined where the EHR offers none (SMART Web Messaging). */
  readonly messaging: EhrMessaging | undefined
}

/** Keeps a session in this tab (STO-01); only what later needs it (STO-03). */
export function keepSession(stored: StoredSession): void {
  writeRecord(stored.session.id, 'session', stored)
}

/** Gives a session as this tab's storage holds it now, whole or not at all. */
export function readSession(id: string): StoredSession | undefined {
  const stored = readStored(readRecord(id, 'session'))
  return stored?.session.id === id ? stored : undefined
}

/** Forgets a session. */
export function removeSession(id: string): void {
  removeRecord(id, 'session')
}

/**
 * Gives the session that the address names (STO-05).
 *
 * @throws {SmartError} `session-missing` when this tab holds none of this id, or its server is no longer
 * configured; `session-expired` when its time is over
 */
export function openSession(
  id: string,
  servers: readonly ServerConfig[],
  now: number,
): StoredSession {
  const stored = readSession(id)
  if (!stored || !findServer(stored.session.iss, servers)) throw new SmartError('session-missing')
  if (now >= stored.session.expiresAt) {
    removeSession(id)
    throw new SmartError('session-expired', { launch: stored.session.launch })
  }
  return stored
}

/** Storage is checked like any other input (STO-02). */
function readStored(json: unknown): StoredSession | undefined {
  const stored = toObject(json)
  const session = toObject(stored?.['session'])
  const accessToken = toText(stored?.['accessToken'])
  const connection = readConnection(stored?.['connection'])
  const messaging = stored?.['messaging']
  const isComplete =
    session !== undefined &&
    texts.every((name) => toText(session[name]) !== undefined) &&
    isFhirId(toText(session['patientId']) ?? '') &&
    (session['patientFrom'] === 'server' || session['patientFrom'] === 'choice') &&
    isAbsentOr(session['encounterId'], isFhirId) &&
    isFhirContext(session['fhirContext']) &&
    typeof session['hasIntent'] === 'boolean' &&
    isAbsentOr(session['styleUrl'], isHttp) &&
    (session['launch'] === 'ehr' || session['launch'] === 'standalone') &&
    typeof session['needPatientBanner'] === 'boolean' &&
    typeof session['expiresAt'] === 'number' &&
    (session['managementUrl'] === undefined || toText(session['managementUrl']) !== undefined) &&
    isIdentity(session['identity']) &&
    isSignInReport(session['signIn'])
  if (messaging !== undefined && !isEhrMessaging(messaging)) return undefined
  return isComplete && accessToken !== undefined && connection
    ? { session: session as JsonObject & Session, accessToken, connection, messaging }
    : undefined
}

const texts = [
  'id',
  'serverId',
  'serverName',
  'iss',
  'patientId',
  'scope',
] as const satisfies readonly (keyof Session)[]

function isAbsentOr(json: unknown, is: (text: string) => boolean): boolean {
  return json === undefined || is(toText(json) ?? '')
}

function isHttp(text: string): boolean {
  return /^https?:$/.test(parseUrl(text)?.protocol ?? '')
}

function isIdentity(json: unknown): json is Identity {
  const identity = toObject(json)
  const fhirUser = identity?.['fhirUser']
  const kind = toText(identity?.['kind']) ?? ''
  return (
    ['verified', 'unverified', 'not-asked'].includes(kind) &&
    (fhirUser === undefined || typeof fhirUser === 'string')
  )
}
