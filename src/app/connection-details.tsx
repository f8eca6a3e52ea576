import { useState } from 'react'
import { describeConnection } from '../smart/diagnostics.ts'
import { describeStyle, type StyleState } from '../smart/load-smart-style.ts'
import type { Session } from '../smart/session.ts'
import { DiagnosticsPanel } from '../views/session/diagnostics-panel.tsx'
import { readEnvironment } from './environment.ts'
import type { VisitState } from './load-visit.ts'
import type { RecordSnapshot } from './record-store.ts'

/** What the panel says of the session of this page, by what is known when it is opened and as it changes. */
export function ConnectionDetails({
  session,
  record,
  visit,
  style,
}: {
  session: Session
  record: RecordSnapshot
  visit: VisitState
  style: StyleState
}) {
  const [environment] = useState(readEnvironment)
  const groups = describeConnection(session, record.status, record.patient, environment, {
    visit: visit.kind,
    style: describeStyle(style),
  })
  return <DiagnosticsPanel groups={groups} />
}
