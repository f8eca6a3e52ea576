import { useState } from 'react'
import { describeConnection } from '../smart/diagnostics.ts'
import type { Session } from '../smart/session.ts'
import { DiagnosticsPanel } from '../views/session/diagnostics-panel.tsx'
import { readEnvironment } from './environment.ts'
import type { RecordSnapshot } from './record-store.ts'

/** What the panel says of the session of this page, by what is known when it is opened and as it changes. */
export function ConnectionDetails({
  session,
  record,
}: {
  session: Session
  record: RecordSnapshot
}) {
  const [environment] = useState(readEnvironment)
  const groups = describeConnection(session, record.status, record.patient, environment)
  return <DiagnosticsPanel groups={groups} />
}
