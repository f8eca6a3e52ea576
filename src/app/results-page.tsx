import { useCallback } from 'react'
import { ResultsView } from '../views/results/results-view.tsx'
import { trendPath } from './paths.ts'
import { useSessionContext } from './session-context.ts'

/** The results of the session. */
export function ResultsPage() {
  const { session, record, now } = useSessionContext()
  const seriesHref = useCallback(
    (series: string) => `#${trendPath(session.id, series)}`,
    [session.id],
  )
  return (
    <ResultsView
      observations={record.observations}
      status={record.status}
      seriesHref={seriesHref}
      now={now}
    />
  )
}
