import { t } from '../../language/t.ts'
import { formatBirthDate } from '../../patient/age.ts'
import type { PatientState } from '../../patient/patient-state.ts'
import { officialNames } from '../../patient/tell-apart.ts'
import '../../ui/message.css'
import { tx } from '../../ui/tx.tsx'

function Whose({ state }: { readonly state: PatientState }) {
  if (state.kind !== 'loaded')
    return <>{t("Make sure in the chart whose record this is: the app can't say it at present.")}</>
  const { patient } = state
  const name = (
    <strong>
      <bdi lang="">{patient.name}</bdi>
    </strong>
  )
  const date = <bdi>{formatBirthDate(patient)}</bdi>
  // A usual name such as "Jim" is not enough to tell people apart by.
  const [official] = officialNames(patient)
  return (
    <>
      {official === undefined
        ? tx('This is the record of {name}, born {date}.', { name, date })
        : tx('This is the record of {name} (official name {official}), born {date}.', {
            name,
            official: <bdi lang="">{official.text}</bdi>,
            date,
          })}{' '}
      {t('The chart may show another patient by now.')}
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
          <p className="message-title">{t('You have been away for a while')}</p>
          <p>
            <Whose state={state} />
          </p>
          <button type="button" className="button-small" onClick={onDismiss}>
            {t('Dismiss')}
          </button>
        </div>
      )}
    </div>
  )
}
