import { useCallback, useEffect } from 'react'
import { isPending } from '../fhir/record-status.ts'
import { OverviewView } from '../views/overview/overview-view.tsx'
import { preloadResults } from './lazy-pages.ts'
import { resultsPath, trendPath } from './paths.ts'
import { useSessionContext } from './session-context.ts'

/** The first screen of the session. */
export function OverviewPage() {
  const { session, record, now, bornAt, person, pinned, returnTo, onOpenTrend } =
    useSessionContext()
  const { id } = session
  const isLoading = record.status.categories.some(isPending)
  useEffect(() => {
    if (!isLoading) void preloadResults()
  }, [isLoading])
  const seriesHref = useCallback((series: string) => `#${trendPath(id, series)}`, [id])
  const resultsHref = useCallback(
    (query: Readonly<Record<string, string>>) => {
      const search = new URLSearchParams(query).toString()
      return `#${resultsPath(id)}${search === '' ? '' : `?${search}`}`
    },
    [id],
  )
  return (
    <OverviewView
      observations={record.observations}
      status={record.status}
      seriesHref={seriesHref}
      resultsHref={resultsHref}
      now={now}
      bornAt={bornAt}
      person={person}
      pinned={pinned}
      changes={record.changes}
      returnTo={returnTo}
      onOpenTrend={onOpenTrend}
    />
  )
}
