import { useCallback } from 'react'
import { ResultsView } from '../views/results/results-view.tsx'
import { trendPath } from './paths.ts'
import { useSessionContext } from './session-context.ts'
import { useResultQuery } from './use-result-query.ts'

/** The results of the session; what is shown of them stands in the address, so that Back and reload keep it. */
export function ResultsPage() {
  const { session, record, now, bornAt, person, visitId } = useSessionContext()
  const { returnTo, onOpenTrend, readRaw, readHistory } = useSessionContext()
  const seriesHref = useCallback(
    (series: string) => `#${trendPath(session.id, series)}`,
    [session.id],
  )
  const { query, onQuery } = useResultQuery()
  return (
    <ResultsView
      observations={record.observations}
      enteredInError={record.enteredInError}
      status={record.status}
      seriesHref={seriesHref}
      now={now}
      bornAt={bornAt}
      person={person}
      visitId={visitId}
      query={query}
      onQuery={onQuery}
      returnTo={returnTo}
      onOpenTrend={onOpenTrend}
      readRaw={readRaw}
      readHistory={readHistory}
      marks={record.changes?.marks}
    />
  )
}
