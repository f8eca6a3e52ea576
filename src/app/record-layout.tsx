import { Suspense, useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { Outlet, useLocation } from 'react-router-dom'
import { startOf } from '../fhir/fhir-date.ts'
import type { OfferedLanguage } from '../language/language.ts'
import { t } from '../language/t.ts'
import { spanOf } from '../observations/date-span.ts'
import type { LiveSession, SessionState } from '../smart/live-session.ts'
import type { Session } from '../smart/session.ts'
import { readSignedInAs } from '../smart/signed-in-as.ts'
import { Loading } from '../ui/loading.tsx'
import { tx } from '../ui/tx.tsx'
import { AwayNotice } from '../views/record/away-notice.tsx'
import { OpenedFrom } from '../views/record/opened-from.tsx'
import { PatientBanner } from '../views/record/patient-banner.tsx'
import { RecordStatusPanel } from '../views/record/record-status-panel.tsx'
import { RegisterContext } from '../views/shared/register.ts'
import { SessionCautions } from '../views/session/session-cautions.tsx'
import { SessionCountdown } from '../views/session/session-countdown.tsx'
import { SessionNotice, type SessionWarning } from '../views/session/session-notice.tsx'
import { TakeAwayContext } from '../views/shared/take-away/desk.ts'
import { callPatient, SignedInLine } from '../views/session/signed-in-as.tsx'
import { registerAsOpened } from './choose-register.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { useHospitalStyle } from './hospital-style.ts'
import { useKeptFocus } from './keep-focus.ts'
import { LanguageNotice } from './language-notice.tsx'
import { flowsheetPath, overviewPath, resultsPath, signedOutPath } from './paths.ts'
import type { LaunchStore } from './launch-store.ts'
import type { LocalParts } from './local-parts.ts'
import { usePointedResult } from './pointed-result.ts'
import { getPreferences, subscribePreferences } from './preferences.ts'
import { RecordNav } from './record-nav.tsx'
import type { RecordStore } from './record-store.ts'
import { useSampleTitle } from './sample-title.ts'
import { SessionAbout } from './session-about.tsx'
import { useAway } from './session-away.ts'
import { SettingsButton } from './settings-button.tsx'
import type { ListView, SessionContext } from './session-context.ts'
import { SkipToMain } from './skip-to-main.tsx'
import { createTakeAwayDesk } from './take-away-desk.ts'
import { useTrendAhead } from './trend-ahead.ts'
import { useRecord } from './use-record.ts'
import { useRegister } from './use-register.ts'
import type { SignInAgain } from './use-sign-in-again.ts'

type Props = {
  readonly live: LiveSession
  readonly state: SessionState
  readonly store: RecordStore
  readonly launch: LaunchStore
  /** What is said of a record that no server gave. */
  readonly local: LocalParts | undefined
  readonly again: SignInAgain
  readonly languages: readonly OfferedLanguage[]
  readonly root: URL
}

/** What every page of a session has: who the patient is, where to go, what was and wasn't loaded, how long it lasts. */
export function RecordLayout(props: Props) {
  const { live, state, store, launch, local, again, languages, root } = props
  const { session, phase } = state
  const { pathname, search } = useLocation()
  const record = useRecord(store)
  const {
    user,
    visit,
    style: styleState,
  } = useSyncExternalStore(launch.subscribe, launch.getSnapshot)
  const style = useHospitalStyle(styleState, pathname, record.observations.length > 0)
  const preferences = useSyncExternalStore(subscribePreferences, getPreferences)
  const register = useRegister(preferences, session)
  const away = useAway()
  useSampleTitle(local?.source.kind === 'sample')
  const [openedAt] = useState(() => Date.now())
  const [returnTo, setReturnTo] = useState<string>()
  const [listView, setListView] = useState(() => toListView(resultsPath(session.id), ''))
  const [pinned, setPinned] = useState<readonly string[]>([])
  const isList = listPaths.some((toPath) => toPath(session.id) === pathname)
  if (isList && pathname + search !== listView.address) setListView(toListView(pathname, search))
  const now = Math.max(openedAt, record.status.asOf ?? 0)
  const warning = toWarning(state)
  const patient = record.patient.kind === 'loaded' ? record.patient.patient : undefined
  const person = useMemo(
    () => ({ sex: patient?.sexForRanges, birthDate: patient?.birthDate }),
    [patient],
  )
  const span = useMemo(() => spanOf(record.observations), [record.observations])
  useKeptFocus()
  const desk = useMemo(
    () => createTakeAwayDesk(live, store, record, local?.source),
    [live, store, record, local],
  )
  const trendAhead = useTrendAhead(session.id)
  const context: SessionContext = {
    session,
    isLocal: local !== undefined,
    record,
    now,
    bornAt: patient?.birthDate && startOf(patient.birthDate),
    person,
    register,
    returnTo,
    onOpenTrend: setReturnTo,
    listView,
    readRaw: store.readRaw,
    readHistory: store.readHistory,
    pinned,
    onTogglePin: useCallback((id) => setPinned((pins) => togglePin(pins, id)), []),
    visitId:
      visit.kind === 'not-theirs' || visit.kind === 'nobodys' ? undefined : session.encounterId,
  }

  return (
    <div className="page-frame">
      <header className="session-header">
        <SkipToMain />
        <div className="session-source">
          <p>
            {local ? (
              <bdi lang="">{session.serverName}</bdi>
            ) : (
              tx('From {server}', { server: <bdi lang="">{session.serverName}</bdi> })
            )}
          </p>
          <p>
            <SignedInLine
              user={readSignedInAs(session)}
              name={user.name}
              patientName={patient && callPatient(patient)}
            />
          </p>
        </div>
        <RecordNav session={session.id} />
        <SessionCountdown endsAt={phase.endsAt} />
        <div className="session-tools">
          <SettingsButton
            languages={languages}
            asOpened={registerAsOpened(session)}
            isLostOnReload={local?.source.kind === 'files'}
          />
          {local?.closing ? (
            local.closing(() => close(live, root))
          ) : (
            <button
              type="button"
              className="button-small"
              onClick={() => (local ? close(live, root) : leave(live, session, root))}
            >
              {leaveWords(live, local !== undefined)}
            </button>
          )}
        </div>
      </header>
      <LanguageNotice />
      {local?.notice}
      {warning && (
        <SessionNotice
          warning={warning}
          onSignInAgain={again.begin}
          isSigningIn={again.isBusy}
          hasFailed={again.failure !== undefined}
          onStay={live.touch}
        />
      )}
      <AwayNotice isShown={away.wasAway} state={record.patient} onDismiss={away.dismiss} />
      <PatientBanner
        state={record.patient}
        today={new Date(now)}
        onRetry={store.retryPatient}
        isCompact={!session.needPatientBanner}
        isLocal={local !== undefined}
      />
      <OpenedFrom visit={visit} result={usePointedResult(session, record)} />
      <SessionCautions isChosen={session.patientFrom === 'choice'} isOfAnother={user.isOfAnother} />
      <RecordStatusPanel
        status={record.status}
        loadedCount={record.observations.length}
        span={span}
        changes={record.changes}
        onRetry={store.retry}
        onReload={local ? undefined : store.reload}
        isLocal={local !== undefined}
      />
      <main ref={trendAhead}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Loading>{t('Opening…')}</Loading>}>
            <RegisterContext value={register}>
              <TakeAwayContext value={desk}>
                <Outlet context={context} />
              </TakeAwayContext>
            </RegisterContext>
          </Suspense>
        </ErrorBoundary>
      </main>
      <SessionAbout
        session={session}
        record={record}
        visit={visit}
        style={style}
        about={local?.about}
      />
    </div>
  )
}

function togglePin(pins: readonly string[], id: string): readonly string[] {
  return pins.includes(id) ? pins.filter((pin) => pin !== id) : [...pins, id]
}

/** Views that lead to a trend, and that it leads back to. */
const listPaths = [overviewPath, resultsPath, flowsheetPath]

function toListView(pathname: string, search: string): ListView {
  return { name: pathname.split('/').at(-1) ?? '', address: pathname + search }
}

/** Signs out and leaves in a new document, so that nothing of the record stays in memory (END-01). */
function leave(live: LiveSession, { launch }: Session, root: URL): void {
  live.signOut()
  // An EHR that doesn't close it leaves the page that says it may be closed.
  live.askToClose?.()
  history.replaceState(null, '', new URL(`#${signedOutPath(launch)}`, root))
  location.reload()
}

function leaveWords(live: LiveSession, isLocal: boolean): string {
  if (isLocal) return t('Close|a file that is open')
  return live.askToClose ? t('Sign out and close') : t('Sign out')
}

/** Forgets a record that no server gave, and goes to the first page in a new document. */
function close(live: LiveSession, root: URL): void {
  live.signOut()
  history.replaceState(null, '', root)
  location.reload()
}

/** What is soonest to be warned of; nothing while there is time. */
function toWarning({ phase, isRejected }: SessionState): SessionWarning | undefined {
  if (phase.kind !== 'open') return phase
  return isRejected ? { kind: 'rejected' } : undefined
}
