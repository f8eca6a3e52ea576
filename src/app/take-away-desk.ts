import type { LocalSource } from '../local-record/local-source.ts'
import type { LiveSession } from '../smart/live-session.ts'
import type { TakeAwayDesk } from '../views/shared/take-away/desk.ts'
import { mostById } from './again-access.ts'
import type { RecordSnapshot, RecordStore } from './record-store.ts'

/**
 * Lends the views what makes files of a record. Their code comes when the first is asked for. `record` is what is drawn of
 * it: a file says what was missing of the rows that it holds, not of what has come since. `local` is where the record comes
 * from when no server gave it.
 */
export function createTakeAwayDesk(
  live: LiveSession,
  { again }: Pick<RecordStore, 'again'>,
  record: RecordSnapshot,
  local: LocalSource | undefined,
): TakeAwayDesk {
  return {
    isLocal: local !== undefined,
    async facts(selection) {
      const { toExportFacts } = await import('./record-facts.ts')
      const { session } = live.getState()
      return toExportFacts(session, record, selection, Date.now(), local)
    },
    planBundle: (count) =>
      again.mayRead('Observation') && count <= mostById
        ? { kind: 'one-by-one' }
        : { kind: 'by-search', categories: again.searches().categories.length },
    async makeBundle(...asked) {
      const { makeBundle } = await import('./make-bundle.ts')
      return makeBundle(live.getState().session, again, ...asked)
    },
  }
}
