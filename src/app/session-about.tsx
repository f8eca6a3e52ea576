import { Suspense, useState } from 'react'
import type { Session } from '../smart/session.ts'
import { Loading } from '../ui/loading.tsx'
import { AccessLink } from '../views/session/access-link.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { ConnectionDetails } from './lazy-pages.ts'
import type { RecordSnapshot } from './record-store.ts'

/** The foot of every page of a session: facts about the connection, loaded when they are asked for. */
export function SessionAbout({ session, record }: { session: Session; record: RecordSnapshot }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <footer className="session-about">
      <button
        type="button"
        className="button-small"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        About this connection
      </button>
      {isOpen && (
        <ErrorBoundary>
          <Suspense fallback={<Loading>Opening…</Loading>}>
            <ConnectionDetails session={session} record={record} />
          </Suspense>
        </ErrorBoundary>
      )}
      <AccessLink href={session.managementUrl} serverName={session.serverName} />
    </footer>
  )
}
