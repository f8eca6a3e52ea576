import type { RecordStatus } from '../../fhir/record-status.ts'
import type { Observation } from '../../observations/observation.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { NoResults } from '../shared/no-results.tsx'

type Props = {
  readonly observations: readonly Observation[]
  readonly status: RecordStatus
}

/** In the making. */
export function FlowsheetView({ observations, status }: Props) {
  return (
    <div className="view">
      <PageHeading>Flowsheet</PageHeading>
      {observations.length === 0 && <NoResults status={status} />}
    </div>
  )
}
