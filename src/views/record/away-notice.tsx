import { formatBirthDate } from '../../patient/age.ts'
import type { PatientState } from '../../patient/patient-state.ts'
import { officialNames } from '../../patient/tell-apart.ts'
import '../../ui/message.css'

function Whose({ state }: { readonly state: PatientState }) {
  if (state.kind !== 'loaded')
    return <>Make sure in the chart whose record this is: the app can&apos;t say it at present.</>
  const { patient } = state
  // A usual name such as "Jim" is not enough to tell people apart by.
  const [official] = officialNames(patient)
  return (
    <>
      This is the record of{' '}
      <strong>
        <bdi>{patient.name}</bdi>
      </strong>
      {official !== undefined && (
        <>
          {' '}
          (official name <bdi>{official.text}</bdi>)
        </>
      )}
      , born <bdi>{formatBirthDate(patient)}</bdi>. The chart may show another patient by now.
    </>
  )
}

/**
 * Says whose record it is when the page comes back after a long time, since a change of chart in the EHR never reaches
 * the app (CTX-09). The region is always there, so that what appears in it is announced.
 */
export function AwayNotice({
  isShown,
  state,
  onDismiss,
}: {
  readonly isShown: boolean
  readonly state: PatientState
  readonly onDismiss: () => void
}) {
  return (
    <div role="status" className="away-notice">
      {isShown && (
        <div className="message message-warning">
          <p className="message-title">You have been away for a while</p>
          <p>
            <Whose state={state} />
          </p>
          <button type="button" className="button-small" onClick={onDismiss}>
            Dismiss
          </button>
        </div>
      )}
    </div>
  )
}
