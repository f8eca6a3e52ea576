import { useEffect, useState, type ReactNode } from 'react'
import type { AppConfig } from '../config/server-config.ts'
import { isFramed } from '../smart/frame.ts'
import { chooseIdleMinutes, watchIdle } from '../smart/idle-watch.ts'
import type { PendingSession } from '../smart/pending-session.ts'
import { SmartError } from '../smart/smart-error.ts'
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

  useEffect(() => {
    if (isChosen) return
    const idle = watchIdle(chooseIdleMinutes(idleMinutes, isFramed()), Date.now, () => {})
    const look = () => {
      const isIdle = Date.now() >= (idle.getIdleAt() ?? Infinity)
      if (Date.now() < expiresAt && !isIdle) return
      pending.leave()
      const failure = isIdle ? 'session-idle' : 'session-expired'
      setProblem({ error: new SmartError(failure, { launch: 'standalone' }) })
    }
    const timer = setInterval(look, 1_000)
    return () => {
      clearInterval(timer)
      idle.stop()
    }
  }, [isChosen, pending, expiresAt, idleMinutes])

  async function find(criteria: PatientCriteria): Promise<void> {
    setSearch({ kind: 'loading' })
    setSearch(await findPatients(criteria, pending.search))
  }

  function choose(patientId: string): void {
    try {
      const stored = pending.choose(patientId)
      keepOpen(stored, config)
      history.replaceState(null, '', new URL(`#${recordPath(stored.session.id)}`, root))
      setIsChosen(true)
    } catch (error) {
      setProblem({ error })
    }
  }

  /** In a new document, so that nothing of what was found stays in memory (END-01). */
  function leave(): void {
    pending.leave()
    location.replace(new URL(`#${signedOutPath('standalone')}`, root))
  }

  if (problem) return <ProblemPage error={problem.error} root={root} />
  if (isChosen) return app
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
