import { useOutletContext } from 'react-router-dom'
import type { RangePerson } from '../observations/person.ts'
import type { ReadHistory } from '../observations/observation-history.ts'
import type { ReadRaw } from '../observations/raw-observation.ts'
import type { Session } from '../smart/session.ts'
import type { Register } from './preferences.ts'
import type { RecordSnapshot } from './record-store.ts'

/** A view of many tests: its name, as in "overview", and its address with what was chosen in it. */
export type ListView = { readonly name: string; readonly address: string }

/** What the pages of a session are given. */
export type SessionContext = {
  readonly session: Session
  /** Whether the record comes from a file or the app itself, not from a server. */
  readonly isLocal: boolean
  readonly record: RecordSnapshot
  /** Now, as far as dates are judged by it: when the page was opened or last loaded something, epoch milliseconds. */
  readonly now: number
  /** When the patient was born, epoch milliseconds, as far as it is known. */
  readonly bornAt: number | undefined
  /** Whom ranges are chosen for; the same object while it says the same. */
  readonly person: RangePerson
  /** For whom it is put into words; views have it by `RegisterContext` too. */
  readonly register: Register
  /** The Observation whose trend was opened last, to come back to. */
  readonly returnTo: string | undefined
  readonly onOpenTrend: (observationId: string) => void
  /** The view that a trend leads back to: the last one that leads to trends, as it was. */
  readonly listView: ListView
  readonly readRaw: ReadRaw
  readonly readHistory: ReadHistory
  /** The tests that stand first in the overview, by the ids of their series, the first pinned first; in memory only (STO-04). */
  readonly pinned: readonly string[]
  /** Pins a test, or takes the pin away. The same function between renders. */
  readonly onTogglePin: (seriesId: string) => void
  /** The visit that the app was opened from; undefined where there is none, or one that isn't known to be this patient's. */
  readonly visitId: string | undefined
}

/** The session that the page belongs to, with its record as it is now. */
export const useSessionContext = () => useOutletContext<SessionContext>()
