import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { formatQuery, readQuery, type ResultQuery } from '../views/results/result-query.ts'
import { ResultsView } from '../views/results/results-view.tsx'
import { trendPath } from './paths.ts'
import { useSessionContext } from './session-context.ts'

/** The results of the session; what is shown of them stands in the address, so that Back and reload keep it. */
export function ResultsPage() {
  const { session, record, now, bornAt, person, returnTo, onOpenTrend, readRaw, visitId } =
    useSessionContext()
  const [search, setSearch] = useSearchParams()
  const seriesHref = useCallback(
    (series: string) => `#${trendPath(session.id, series)}`,
    [session.id],
  )
  const query = useMemo(() => readQuery(search), [search])
  const onQuery = useCallback(
    (next: ResultQuery) => setSearch(formatQuery(next), { replace: true }),
    [setSearch],
  )
  return (
    <ResultsView
      observations={record.observations}
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
      marks={record.changes?.marks}
    />
  )
}
