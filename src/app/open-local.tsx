import { usualSettings } from '../config/observation-settings.ts'
import type { Breathe } from '../fhir/breather.ts'
import { createLocalServer } from '../local-record/local-server.ts'
import type { LocalSource } from '../local-record/local-source.ts'
import type { FilePerson } from '../local-record/people.ts'
import { AboutLocal } from '../views/local/about-local.tsx'
import { CloseFile } from '../views/local/close-file.tsx'
import { LocalNotice } from '../views/local/local-notice.tsx'
import { openLaunch } from './launch-store.ts'
import { openLocalSession, toLocalSession } from './local-session.ts'
import { keepLocal } from './open-sessions.ts'
import { openRecord } from './record-store.ts'

export type LocalOpening = {
  readonly id: string
  readonly name: string
  readonly person: FilePerson
  readonly source: LocalSource
  readonly isChosen: boolean
  /** Whether results may be missing. */
  readonly isIncomplete: boolean
}

/**
 * Opens a record out of memory as any other: the same store loads it, from a server that there isn't. Rejects once the
 * signal says so: then nothing is opened, and what was open stays.
 */
export async function openLocal(
  opening: LocalOpening,
  breathe: Breathe,
  signal: AbortSignal,
): Promise<void> {
  const { id, name, person, source, isChosen, isIncomplete } = opening
  const server = await createLocalServer(person, isIncomplete, breathe)
  signal.throwIfAborted()
  const hasPatient = person.patient !== undefined
  const facts = { id, name, patientId: person.id, isChosen, hasPatient }
  const live = openLocalSession(toLocalSession(facts, Date.now()), server)
  const { session } = live.getState()
  const settings = { ...usualSettings, categories: server.categories, maxPages: Infinity }
  keepLocal({
    live,
    record: openRecord(session, live.access, settings),
    launch: openLaunch(session, live.access.request),
    local: {
      source,
      notice: <LocalNotice source={source} />,
      about: <AboutLocal source={source} />,
      closing:
        source.kind === 'files'
          ? (onClose) => <CloseFile count={source.names.length} onClose={onClose} />
          : undefined,
    },
  })
}
