import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { NavLink, Outlet, useParams } from 'react-router-dom'
import type { AppConfig } from '../config/server-config.ts'
import { SmartError } from '../smart/smart-error.ts'
import { Loading } from '../ui/loading.tsx'
import { PatientBanner } from '../views/record/patient-banner.tsx'
import { RecordStatusPanel } from '../views/record/record-status-panel.tsx'
import { AppError } from './app-error.ts'
import { ProblemPage } from './lazy-pages.ts'
import { closeSession, findOpen, type OpenSession } from './open-sessions.ts'
import { patientPath, resultsPath } from './paths.ts'
import type { SessionContext } from './session-context.ts'

/** Finds the session that the address names; without one, says why there is none. */
export function SessionLayout({ config, root }: { config: AppConfig; root: URL }) {
  const { session: id = '' } = useParams()
  const opened = tryOpen(id, config)
  return 'error' in opened ? (
    <ProblemPage error={opened.error} root={root} />
  ) : (
    <RecordLayout key={id} opened={opened} root={root} />
  )
}

function tryOpen(id: string, { servers }: AppConfig): OpenSession | { error: unknown } {
  try {
    return findOpen(id, servers)
  } catch (error) {
    return { error }
  }
}

/** What every page of a session has: who the patient is, where to go, what was and wasn't loaded. */
function RecordLayout({ opened, root }: { opened: OpenSession; root: URL }) {
  const { session } = opened
  const record = useSyncExternalStore(opened.record.subscribe, opened.record.getSnapshot)
  const isExpired = useExpiry(session.expiresAt)
  const [now] = useState(() => Date.now())
  const signOut = () => {
    closeSession(session.id)
    location.replace(root)
  }

  if (isExpired) {
    const expired = new SmartError('session-expired', { launch: session.launch })
    return <ProblemPage error={expired} root={root} />
  }
  if (record.status.foreignSubject || record.patient.kind === 'mismatch')
    return <ProblemPage error={new AppError('wrong-patient')} root={root} />
  return (
    <div className="page-frame">
      <header className="session-header">
        <p className="session-source">
          From <bdi>{session.serverName}</bdi>
          {session.identity.kind === 'unverified' && ' · who is signed in could not be verified'}
        </p>
        <nav aria-label="Record">
          <NavLink to={resultsPath(session.id)}>Results</NavLink>
          <NavLink to={patientPath(session.id)}>Patient</NavLink>
        </nav>
        <button type="button" onClick={signOut}>
          Sign out
        </button>
      </header>
      <PatientBanner state={record.patient} today={new Date(now)} />
      <RecordStatusPanel
        status={record.status}
        loadedCount={record.observations.length}
        onRetry={opened.record.retry}
      />
      <main>
        <Suspense fallback={<Loading>Opening…</Loading>}>
          <Outlet context={{ session, record, now } satisfies SessionContext} />
        </Suspense>
      </main>
    </div>
  )
}

/** Whether the session's time is over; turns true by itself at that moment (REF-09). */
function useExpiry(expiresAt: number): boolean {
  const [isExpired, setIsExpired] = useState(() => Date.now() >= expiresAt)
  useEffect(() => {
    const timer = setTimeout(() => setIsExpired(true), expiresAt - Date.now())
    return () => clearTimeout(timer)
  }, [expiresAt])
  return isExpired
}
