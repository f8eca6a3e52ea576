import { useCallback } from 'react'
import { useSearchParams } from 'react-router-dom'
import { ResultsView } from '../views/results/results-view.tsx'
import { trendPath } from './paths.ts'
import { useSessionContext } from './session-context.ts'

/** The results of the session; the category stands in the address, so that Back and reload keep it. */
export function ResultsPage() {
  const { session, record, now, bornAt, person, returnTo, onOpenTrend, readRaw } =
    useSessionContext()
  const [search, setSearch] = useSearchParams()
  const seriesHref = useCallback(
    (series: string) => `#${trendPath(session.id, series)}`,
    [session.id],
  )
  const onCategory = useCallback(
    (category: string) => setSearch(category === '' ? {} : { category }, { replace: true }),
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
      category={search.get('category') ?? ''}
      onCategory={onCategory}
      returnTo={returnTo}
      onOpenTrend={onOpenTrend}
      readRaw={readRaw}
      marks={record.changes?.marks}
    />
  )
}
