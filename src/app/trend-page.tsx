import { useCallback, useMemo } from 'react'
import { useParams, useSearchParams } from 'react-router-dom'
import { listTrends } from '../observations/list-trends.ts'
import { formatTrendQuery, readTrendQuery, type TrendQuery } from '../views/trend/trend-query.ts'
import { TrendView } from '../views/trend/trend-view.tsx'
import { rebase, searchNow } from './address-query.ts'
import { useSessionContext } from './session-context.ts'
import { useConverter, useSeries } from './use-series.ts'

export { preloadChart } from '../views/trend/trend-figures.tsx'

/** The trend of the test that the address names; what is shown of it stands there too, so that Back and reload keep it. */
export function TrendPage() {
  const { series: id = '' } = useParams()
  const context = useSessionContext()
  const { record, now, bornAt, person, listView, pinned, onTogglePin } = context
  const { observations, status } = record
  const [search, setSearch] = useSearchParams()
  const query = useMemo(() => {
    const read = readTrendQuery(search)
    return read.with === id ? { ...read, with: undefined } : read
  }, [search, id])
  const { convert, want, isWanted } = useConverter()
  const options = { now, bornAt, person, convert }
  const series = useSeries(observations, id, options)
  const other = useSeries(observations, query.with ?? '', options)
  if ((series?.mayConvert === true || other?.mayConvert === true) && !isWanted) want()
  const onQuery = useCallback(
    // Another test beside it is another view, to come back from; another stretch of time is the same one.
    (asked: TrendQuery) => {
      const now = readTrendQuery(searchNow())
      const next = rebase(query, asked, now)
      setSearch(formatTrendQuery(next), { replace: next.with === now.with })
    },
    [setSearch, query],
  )
  return (
    <TrendView
      key={id}
      series={series}
      other={other}
      status={status}
      query={query}
      onQuery={onQuery}
      listTrends={useCallback(() => listTrends(observations), [observations])}
      isPinned={pinned.includes(id)}
      onTogglePin={() => onTogglePin(id)}
      back={{ name: listView.name, href: `#${listView.address}` }}
    />
  )
}
