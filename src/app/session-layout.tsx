import { Suspense, useState, useSyncExternalStore } from 'react'
import { NavLink, Outlet, useLocation, useParams } from 'react-router-dom'
import type { AppConfig } from '../config/server-config.ts'
import { startOf } from '../fhir/fhir-date.ts'
import type { PatientState } from '../patient/patient-state.ts'
import { SmartError } from '../smart/smart-error.ts'
import { Loading } from '../ui/loading.tsx'
import { AwayNotice } from '../views/record/away-notice.tsx'
import { PatientBanner } from '../views/record/patient-banner.tsx'
import { RecordStatusPanel } from '../views/record/record-status-panel.tsx'
import { AppError } from './app-error.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { ProblemPage } from './lazy-pages.ts'
import { findOpen, signOut, type OpenSession } from './open-sessions.ts'
import { patientPath, resultsPath } from './paths.ts'
import { useAway } from './session-away.ts'
import { SessionAbout } from './session-about.tsx'
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
  const { pathname } = useLocation()
  const record = useSyncExternalStore(opened.record.subscribe, opened.record.getSnapshot)
  const end = useSyncExternalStore(opened.subscribeToEnd, opened.getEnd)
  const away = useAway()
  const [openedAt] = useState(() => Date.now())
  const [returnTo, setReturnTo] = useState<string>()
  const now = Math.max(openedAt, record.status.asOf ?? 0)
  const context: SessionContext = {
    session,
    record,
    now,
    bornAt: birthOf(record.patient),
    returnTo,
    onOpenTrend: setReturnTo,
  }
  const leave = () => {
    signOut(session.id)
    location.replace(root)
  }

  if (end !== undefined) {
    const failure = end === 'expired' ? 'session-expired' : 'session-missing'
    return <ProblemPage error={new SmartError(failure, { launch: session.launch })} root={root} />
  }
  if (record.status.foreignSubject || record.patient.kind === 'mismatch')
    return <ProblemPage error={new AppError('wrong-patient')} root={root} />
  if (record.patient.kind === 'merged')
    return <ProblemPage error={new AppError('record-merged')} root={root} />
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
        <button type="button" onClick={leave}>
          Sign out
        </button>
      </header>
      <AwayNotice isShown={away.wasAway} state={record.patient} onDismiss={away.dismiss} />
      <PatientBanner
        state={record.patient}
        today={new Date(now)}
        onRetry={opened.record.retryPatient}
      />
      <RecordStatusPanel
        status={record.status}
        loadedCount={record.observations.length}
        onRetry={opened.record.retry}
      />
      <main>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Loading>Opening…</Loading>}>
            <Outlet context={context} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <SessionAbout session={session} record={record} />
    </div>
  )
}

/** When the patient was born, epoch milliseconds, as far as it is known. */
function birthOf(state: PatientState): number | undefined {
  const birthDate = state.kind === 'loaded' ? state.patient.birthDate : undefined
  return birthDate && startOf(birthDate)
}
