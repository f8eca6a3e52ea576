import { Suspense, useEffect, useState, type ReactNode } from 'react'
import type { AppConfig } from '../config/server-config.ts'
import { t } from '../language/t.ts'
import { isFramed } from '../smart/frame.ts'
import { createFurtherClock } from '../smart/further-clock.ts'
import { chooseIdleMinutes, watchIdle } from '../smart/idle-watch.ts'
import type { PendingSession } from '../smart/pending-session.ts'
import { SmartError } from '../smart/smart-error.ts'
import { Loading } from '../ui/loading.tsx'
import {
  FindPatientView,
  type PatientSearchState,
} from '../views/find-patient/find-patient-view.tsx'
import type { PatientCriteria } from '../views/find-patient/patient-criteria.ts'
import { findPatients } from './find-patients.ts'
import { ProblemPage } from './lazy-pages.ts'
import { keepOpen } from './open-sessions.ts'
import { recordPath, signedOutPath } from './paths.ts'

type Props = {
  readonly pending: PendingSession
  readonly config: AppConfig
  readonly root: URL
  /** What follows once a patient was chosen. */
  readonly app: ReactNode
}

/**
 * Asks whose record is meant, then goes on as any session does: its Patient is read again by its id, and everything is
 * held against it (PAT-01, PAT-02). What was found lives in this page alone, until a patient is chosen or the time is
 * over.
 */
export function FindPatientPage({ pending, config, root, app }: Props) {
  const [search, setSearch] = useState<PatientSearchState>({ kind: 'idle' })
  const [isChosen, setIsChosen] = useState(false)
  const [problem, setProblem] = useState<{ error: unknown }>()
  const [today] = useState(() => new Date())
  const { expiresAt } = pending
  const { idleMinutes } = config

  const isOver = isChosen || problem !== undefined

  useEffect(() => {
    if (isOver) return
    const now = createFurtherClock()
    const idle = watchIdle(chooseIdleMinutes(idleMinutes, isFramed()), now, () => {})
    const watch = new AbortController()
    const { signal } = watch
    const look = () => {
      const isIdle = now() >= (idle.getIdleAt() ?? Infinity)
      if (now() < expiresAt && !isIdle) return
      watch.abort()
      pending.leave()
      setSearch({ kind: 'idle' })
      const failure = isIdle ? 'session-idle' : 'session-expired'
      setProblem({ error: new SmartError(failure, { launch: 'standalone' }) })
    }
    const timer = setInterval(look, 1_000)
    // Timers stand still while a machine sleeps, and while a page waits in the Back cache (END-04).
    for (const name of ['visibilitychange', 'focus', 'pageshow'])
      window.addEventListener(name, look, { signal, capture: true })
    // A page that is gone for good can't come back to its token, which no storage holds.
    const part = ({ persisted: isKept }: PageTransitionEvent) => {
      if (!isKept) pending.leave()
    }
    window.addEventListener('pagehide', part, { signal })
    signal.addEventListener('abort', () => {
      clearInterval(timer)
      idle.stop()
    })
    return () => watch.abort()
  }, [isOver, pending, expiresAt, idleMinutes])

  async function find(criteria: PatientCriteria): Promise<void> {
    setSearch({ kind: 'loading' })
    const found = await findPatients(criteria, pending.search)
    // An answer that comes too late shows nobody any more.
    setSearch((state) => (state.kind === 'loading' ? found : state))
  }

  function choose(patientId: string): void {
    try {
      const stored = pending.choose(patientId)
      keepOpen(stored, config)
      history.replaceState(null, '', new URL(`#${recordPath(stored.session.id)}`, root))
      setIsChosen(true)
    } catch (error) {
      pending.leave()
      setProblem({ error })
    }
    // Of whom else was found nothing stays in memory (STO-04).
    setSearch({ kind: 'idle' })
  }

  /** In a new document, so that nothing of what was found stays in memory (END-01). */
  function leave(): void {
    pending.leave()
    location.replace(new URL(`#${signedOutPath('standalone')}`, root))
  }

  // What follows may still have to be loaded; nobody who was found stays in the page until it is.
  if (isOver)
    return (
      <Suspense fallback={<Loading>{t('Opening…')}</Loading>}>
        {problem ? <ProblemPage error={problem.error} root={root} /> : app}
      </Suspense>
    )
  return (
    <div className="page-frame">
      <FindPatientView
        serverName={pending.serverName}
        state={search}
        today={today}
        onSearch={(criteria) => void find(criteria)}
        onChoose={choose}
        onLeave={leave}
      />
    </div>
  )
}
