import { Suspense, useState, type ReactNode } from 'react'
import { t } from '../language/t.ts'
import type { Session } from '../smart/session.ts'
import { Loading } from '../ui/loading.tsx'
import { AccessLink } from '../views/session/access-link.tsx'
import { StyleSwitch } from '../views/session/style-switch.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import type { HospitalStyle } from './hospital-style.ts'
import { ConnectionDetails } from './lazy-pages.ts'
import type { VisitState } from './load-visit.ts'
import type { RecordSnapshot } from './record-store.ts'

/** The foot of every page of a session: facts about the connection, loaded when they are asked for. */
export function SessionAbout({
  session,
  record,
  visit,
  style,
  about,
}: {
  session: Session
  record: RecordSnapshot
  visit: VisitState
  style: HospitalStyle
  /** What there is to say where there is no connection. */
  about?: ReactNode
}) {
  const [isOpen, setIsOpen] = useState(false)
  if (about !== undefined) return <footer className="session-about">{about}</footer>
  return (
    <footer className="session-about">
      <button
        type="button"
        className="button-small"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('About this connection')}
      </button>
      {style.isUsable && <StyleSwitch isOn={style.isOn} onChange={style.setOn} />}
      {isOpen && (
        <ErrorBoundary>
          <Suspense fallback={<Loading>{t('Opening…')}</Loading>}>
            <ConnectionDetails
              session={session}
              record={record}
              visit={visit}
              style={style.state}
            />
          </Suspense>
        </ErrorBoundary>
      )}
      <AccessLink href={session.managementUrl} serverName={session.serverName} />
    </footer>
  )
}
