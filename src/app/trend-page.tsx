import { useMemo } from 'react'
import { useParams } from 'react-router-dom'
import { isPending } from '../fhir/record-status.ts'
import { buildSeries } from '../observations/build-series.ts'
import { TrendView } from '../views/trend/trend-view.tsx'
import { resultsPath } from './paths.ts'
import { useSessionContext } from './session-context.ts'

/** The trend of the test that the address names. */
export function TrendPage() {
  const { series = '' } = useParams()
  const { session, record, now, bornAt } = useSessionContext()
  const built = useMemo(
    () => buildSeries(record.observations, series, now, bornAt),
    [record.observations, series, now, bornAt],
  )
  const isLoading = record.status.categories.some(isPending)
  return (
    <TrendView series={built} isLoading={isLoading} resultsHref={`#${resultsPath(session.id)}`} />
  )
}
