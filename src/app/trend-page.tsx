import { useEffect, useMemo, useState } from 'react'
import { useParams } from 'react-router-dom'
import { isPending } from '../fhir/record-status.ts'
import { buildSeries } from '../observations/build-series.ts'
import type { UnitConverter } from '../observations/unit-converter.ts'
import { TrendView } from '../views/trend/trend-view.tsx'
import { resultsPath } from './paths.ts'
import { useSessionContext } from './session-context.ts'

/** The trend of the test that the address names. */
export function TrendPage() {
  const { series = '' } = useParams()
  const { session, record, now, bornAt, person, resultsSearch } = useSessionContext()
  const [convert, setConvert] = useState<UnitConverter>()
  const built = useMemo(
    () => buildSeries(record.observations, series, { now, bornAt, person, convert }),
    [record.observations, series, now, bornAt, person, convert],
  )
  const wantsConverter = built?.mayConvert === true && convert === undefined
  useEffect(() => {
    if (!wantsConverter) return
    import('../observations/unit-converter.ts').then(
      ({ convertUnits }) => setConvert(() => convertUnits),
      // Without it each unit has a chart of its own.
      () => {},
    )
  }, [wantsConverter])
  const isLoading = record.status.categories.some(isPending)
  return (
    <TrendView
      series={built}
      isLoading={isLoading}
      resultsHref={`#${resultsPath(session.id)}${resultsSearch}`}
    />
  )
}
