import { useOutletContext } from 'react-router-dom'
import type { RangePerson } from '../observations/person.ts'
import type { ReadRaw } from '../observations/raw-observation.ts'
import type { Session } from '../smart/session.ts'
import type { RecordSnapshot } from './record-store.ts'

/** What the pages of a session are given. */
export type SessionContext = {
  readonly session: Session
  readonly record: RecordSnapshot
  /** Now, as far as dates are judged by it: when the page was opened or last loaded something, epoch milliseconds. */
  readonly now: number
  /** When the patient was born, epoch milliseconds, as far as it is known. */
  readonly bornAt: number | undefined
  /** Whom ranges are chosen for; the same object while it says the same. */
  readonly person: RangePerson
  /** The Observation whose trend was opened last, to come back to. */
  readonly returnTo: string | undefined
  readonly onOpenTrend: (observationId: string) => void
  /** What was last shown of the results, as the search of their address: `?sort=name`; empty for all of them. */
  readonly resultsSearch: string
  readonly readRaw: ReadRaw
  /** The visit that the app was opened from; undefined where there is none, or one that is not this patient's. */
  readonly visitId: string | undefined
}

/** The session that the page belongs to, with its record as it is now. */
export const useSessionContext = () => useOutletContext<SessionContext>()
