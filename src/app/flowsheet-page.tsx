import { FlowsheetView } from '../views/flowsheet/flowsheet-view.tsx'
import { useSessionContext } from './session-context.ts'

/** The flowsheet of the session. */
export function FlowsheetPage() {
  const { record } = useSessionContext()
  return <FlowsheetView observations={record.observations} status={record.status} />
}
