import type { AppConfig } from '../config/server-config.ts'
import { isFramed } from '../smart/frame.ts'
import { chooseIdleMinutes } from '../smart/idle-watch.ts'
import { openLiveSession, type LiveSession } from '../smart/live-session.ts'
import { holdSession } from '../smart/session-lock.ts'
import { openSession, readSession, type StoredSession } from '../smart/session-store.ts'
import { preloadPlainNames } from '../views/shared/register.ts'
import { chooseRegister } from './choose-register.ts'
import { forgetRecent } from './forget-recent.ts'
import { openLaunch, type LaunchStore } from './launch-store.ts'
import { isLocalId } from './local-id.ts'
import type { LocalParts } from './local-parts.ts'
import { getPreferences } from './preferences.ts'
import { openRecord, type RecordStore } from './record-store.ts'

/** A session with its record and how it was opened, as the views of this page share them. */
export type OpenSession = {
  readonly live: LiveSession
  readonly record: RecordStore
  readonly launch: LaunchStore
  /** What is said of a record that no server gave. */
  readonly local?: LocalParts
}

// By session id, so that what one session loaded can never show in another (PAT-04).
const open = new Map<string, OpenSession>()

/**
 * Gives the session of the address with its record, opening it at the first call; at a second mount it is the same.
 *
 * @throws {SmartError} `session-missing`, `session-expired` or `storage-blocked`
 */
export function findOpen(id: string, config: AppConfig): OpenSession {
  const known = open.get(id)
  if (known) return known
  try {
    return keepOpen(openSession(id, config.servers, Date.now()), config)
  } catch (error) {
    // It ended while no page was there to see it.
    forgetRecent()
    throw error
  }
}

/** Opens a session before a view asks for it, if it lives; why one doesn't, {@link findOpen} says to the view. Never throws. */
export function openEarly(id: string, config: AppConfig): void {
  try {
    const expiresAt = readSession(id)?.session.expiresAt
    if (expiresAt !== undefined && expiresAt > Date.now()) findOpen(id, config)
  } catch {
    // The view will meet it again.
  }
}

/** Opens a session whose record is not open yet. When it ends, record and token are forgotten (END-01); with a new token it goes on (REF-10). */
export function keepOpen(stored: StoredSession, { idleMinutes, servers }: AppConfig): OpenSession {
  const { session } = stored
  const live = openLiveSession(stored, chooseIdleMinutes(idleMinutes, isFramed()))
  const server = servers.find(({ id }) => id === session.serverId)
  const record = openRecord(session, live.access, server?.observations)
  const launch = openLaunch(session, live.access.request)
  let wasRejected = false
  const follow = () => {
    const { end, isRejected } = live.getState()
    if (end !== undefined) {
      record.close()
      launch.close()
      // Who is at the computer next may be somebody else, whether it ended by a button or by its time.
      forgetRecent()
    } else if (wasRejected && !isRejected) record.resume()
    wasRejected = isRejected
  }
  live.subscribe(follow)
  follow()
  const opened: OpenSession = { live, record, launch }
  open.set(session.id, opened)
  holdSession(session.id)
  // Without them the first results would have to wait.
  if (chooseRegister(getPreferences(), session) === 'patient') void preloadPlainNames()
  return opened
}

/** Gives a record that no server gave, while it is open. */
export function findLocal(id: string): OpenSession | undefined {
  return isLocalId(id) ? open.get(id) : undefined
}

/** Keeps a record that no server gave, in place of any such before: one that is left without being closed isn't kept for ever. */
export function keepLocal(opened: OpenSession): void {
  for (const [id, { live }] of open) if (isLocalId(id)) live.signOut()
  const { live, record, launch } = opened
  const { id } = live.getState().session
  live.subscribe(() => {
    open.delete(id)
    record.close()
    launch.close()
  })
  open.set(id, opened)
}
