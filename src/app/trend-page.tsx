import { useMemo } from 'react'
import { useParams } from 'react-router-dom'
import { startOf } from '../fhir/fhir-date.ts'
import { buildSeries } from '../observations/build-series.ts'
import type { PatientState } from '../patient/patient-state.ts'
import { TrendView } from '../views/trend/trend-view.tsx'
import { resultsPath } from './paths.ts'
import { useSessionContext } from './session-context.ts'

/** The trend of the test that the address names. */
export function TrendPage() {
  const { series = '' } = useParams()
  const { session, record, now } = useSessionContext()
  const bornAt = birthOf(record.patient)
  const built = useMemo(
    () => buildSeries(record.observations, series, now, bornAt),
    [record.observations, series, now, bornAt],
  )
  const isLoading = record.status.categories.some(
    ({ state }) => state.kind === 'waiting' || state.kind === 'loading',
  )
  return (
    <TrendView series={built} isLoading={isLoading} resultsHref={`#${resultsPath(session.id)}`} />
  )
}

/** When the patient was born, epoch milliseconds, as far as it is known. */
function birthOf(state: PatientState): number | undefined {
  const birthDate = state.kind === 'loaded' ? state.patient.birthDate : undefined
  return birthDate && startOf(birthDate)
}
