import { useOutletContext } from 'react-router-dom'
import type { Session } from '../smart/session.ts'
import type { RecordSnapshot } from './record-store.ts'

/** What the pages of a session are given. */
export type SessionContext = {
  readonly session: Session
  readonly record: RecordSnapshot
  /** When these pages were opened, epoch milliseconds. */
  readonly now: number
}

/** The session that the page belongs to, with its record as it is now. */
export const useSessionContext = () => useOutletContext<SessionContext>()
