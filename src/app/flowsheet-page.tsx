import { useCallback, useMemo } from 'react'
import { useLocation, useSearchParams } from 'react-router-dom'
import { toText } from '../fhir/json.ts'
import { formatQuery, readQuery, type FlowsheetQuery } from '../views/flowsheet/flowsheet-query.ts'
import { FlowsheetView } from '../views/flowsheet/flowsheet-view.tsx'
import { rebase, searchNow } from './address-query.ts'
import { resultsPath, trendPath } from './paths.ts'
import { useSessionContext } from './session-context.ts'

/** The flowsheet of the session; what is shown of it stands in the address, so that Back and reload keep it. */
export function FlowsheetPage() {
  const { session, record } = useSessionContext()
  const [search, setSearch] = useSearchParams()
  const { state } = useLocation() as { readonly state: unknown }
  const query = useMemo(() => readQuery(search), [search])
  const seriesHref = useCallback(
    (series: string) => `#${trendPath(session.id, series)}`,
    [session.id],
  )
  const resultsHref = `#${resultsPath(session.id)}`
  const resultHref = useCallback(
    (id: string) => `${resultsHref}?row=${encodeURIComponent(id)}`,
    [resultsHref],
  )
  const onQuery = useCallback(
    (next: FlowsheetQuery) =>
      setSearch(formatQuery(rebase(query, next, readQuery(searchNow()))), { replace: true }),
    [setSearch, query],
  )
  // The entry of the history that is left remembers by which cell, so that Back leads there again.
  const onOpen = useCallback(
    (id: string) => setSearch(searchNow(), { replace: true, state: { cell: id } }),
    [setSearch],
  )
  return (
    <FlowsheetView
      observations={record.observations}
      status={record.status}
      query={query}
      onQuery={onQuery}
      seriesHref={seriesHref}
      resultHref={resultHref}
      resultsHref={resultsHref}
      onOpen={onOpen}
      returnTo={cellOf(state)}
    />
  )
}

/** The id of the Observation whose cell was followed from this entry of the history. */
function cellOf(state: unknown): string | undefined {
  return typeof state === 'object' && state !== null && 'cell' in state
    ? toText(state.cell)
    : undefined
}
