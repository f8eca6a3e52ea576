import { PatientView } from '../views/patient/patient-view.tsx'
import { useSessionContext } from './session-context.ts'

/** The Patient view of the session. */
export function PatientPage() {
  const { record, now, isLocal } = useSessionContext()
  return <PatientView state={record.patient} today={new Date(now)} isLocal={isLocal} />
}
