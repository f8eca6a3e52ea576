import type { ReactNode } from 'react'
import type { FhirFailure } from '../../fhir/fhir-error.ts'
import { failureAdvice, formatFailure } from '../../fhir/failure-words.ts'
import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { t } from '../../language/t.ts'
import { formatAge, formatBirthDate } from '../../patient/age.ts'
import type { PatientState } from '../../patient/patient-state.ts'
import type { Deceased, Patient } from '../../patient/patient.ts'
import { officialNames, recordNumberOf } from '../../patient/tell-apart.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import './patient-banner.css'

function Fact({
  label,
  isMore = false,
  children,
}: {
  readonly label: string
  /** Left out where the EHR says who the patient is, but for print. */
  readonly isMore?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={isMore ? 'patient-banner-more' : undefined}>
      <dt>{label}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  )
}

function deceasedWords(deceased: Deceased): string | undefined {
  if (deceased.kind !== 'yes') return undefined
  return deceased.date === undefined
    ? t('Deceased')
    : t('Deceased: {date}', { date: formatFhirDate(deceased.date) })
}

function Identity({ patient, today }: { readonly patient: Patient; readonly today: Date }) {
  const age = formatAge(patient, today)
  const recordNumber = recordNumberOf(patient)
  const deceased = deceasedWords(patient.deceased)
  // A usual name such as "Jim" is not enough to tell people apart by.
  const [officialName] = officialNames(patient)
  return (
    <>
      <p className="patient-banner-name">
        <bdi lang="">{patient.name}</bdi>
      </p>
      <dl className="patient-banner-facts">
        {officialName !== undefined && (
          <Fact label={officialName.label} isMore>
            <bdi lang="">{officialName.text}</bdi>
          </Fact>
        )}
        <Fact label={t('Born')}>
          {formatBirthDate(patient)}
          {age !== undefined && ` (${age})`}
        </Fact>
        <Fact label={t('Administrative gender')} isMore>
          {patient.administrativeGender ?? t('not given')}
        </Fact>
        {recordNumber !== undefined && <Fact label={recordNumber.label}>{recordNumber.text}</Fact>}
      </dl>
      {deceased !== undefined && <Message kind="warning" title={deceased} />}
      {patient.warnings.map((warning) => (
        <Message key={warning} kind="warning" title={warning} />
      ))}
    </>
  )
}

function LoadFailed({
  failure,
  onRetry,
}: {
  readonly failure: FhirFailure
  readonly onRetry: (() => void) | undefined
}) {
  return (
    <Message kind="problem" title={t('Who the patient is could not be loaded')}>
      <p>
        {t('The reason: {reason}.', { reason: formatFailure(failure) })} {failureAdvice(failure)}{' '}
        {t('Do not rely on anything below until the name is shown here.')}
      </p>
      {onRetry !== undefined && (
        <button type="button" className="button-small" onClick={onRetry}>
          {t('Try again')}
        </button>
      )}
    </Message>
  )
}

function contentOf(
  state: PatientState,
  today: Date,
  onRetry: (() => void) | undefined,
  isLocal: boolean,
): ReactNode {
  switch (state.kind) {
    case 'loading':
      return <Loading>{t('Loading who the patient is…')}</Loading>
    case 'loaded':
      return <Identity patient={state.patient} today={today} />
    case 'failed':
      return <LoadFailed failure={state.failure} onRetry={onRetry} />
    case 'not-granted':
      // What the file lacks, its own notice says.
      if (isLocal) return <p className="patient-banner-name">{t('Patient not in the file')}</p>
      return (
        <Message kind="warning" title={t('Who the patient is was not released to this app')}>
          {t(
            "This sign-in doesn't allow it. Make sure in the chart whose record this is before you rely on anything below.",
          )}
        </Message>
      )
    case 'merged':
      return (
        <Message kind="problem" title={t('Stopped: this record seems to have been merged')}>
          {t(
            "The hospital's server points to another record in its place. Nothing of the record is shown. Close Chartside and open it again from the chart.",
          )}
        </Message>
      )
    case 'mismatch':
      return (
        <Message kind="problem" title={t("Stopped: another patient's record was received")}>
          {t(
            "The hospital's server answered with a patient other than the one this session was opened for. Nothing of the record is shown. Close Chartside and open it again; if this happens again, please report it to the hospital.",
          )}
        </Message>
      )
  }
}

/**
 * Says whose record this is, on every page of a session (PAT-05): name, birth date with its precision, age,
 * administrative gender, medical record number, and first of all what may mislead. `today` is in the viewer's zone.
 * With `onRetry` it offers to load the patient again when that failed. `isCompact` is for where the EHR shows a banner of
 * its own: one line on the screen, with every warning, and all of it on paper (CTX-03, CTX-04).
 */
export function PatientBanner({
  state,
  today,
  onRetry,
  isCompact = false,
  isLocal = false,
}: {
  readonly state: PatientState
  readonly today: Date
  readonly onRetry?: () => void
  readonly isCompact?: boolean
  /** Whether the record comes from a file, not from a server. */
  readonly isLocal?: boolean
}) {
  return (
    <section
      aria-label={t('Patient')}
      className={`patient-banner${isCompact ? ' patient-banner-compact' : ''}`}
    >
      {contentOf(state, today, onRetry, isLocal)}
    </section>
  )
}
