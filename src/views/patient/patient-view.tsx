import type { ReactNode } from 'react'
import { failureAdvice, formatFailure } from '../../fhir/failure-words.ts'
import { t } from '../../language/t.ts'
import type { PatientState } from '../../patient/patient-state.ts'
import type { Patient } from '../../patient/patient.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ClosedPart } from './closed-part.tsx'
import { birthOf, genderOf, orNotGiven, theirs, type Line } from './words.ts'
import './patient-view.css'

function Part({
  title,
  items,
  notes = [],
}: {
  readonly title: string
  readonly items: readonly Line[]
  readonly notes?: readonly string[]
}) {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <DefinitionList items={items} />
      {notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
    </section>
  )
}

function Person({ patient, today }: { readonly patient: Patient; readonly today: Date }) {
  const lang = patient.language ?? ''
  return (
    <>
      {patient.warnings.map((warning) => (
        <Message key={warning} kind="warning" title={warning} />
      ))}
      <Part
        title={t('Names')}
        items={theirs(patient, [patient.shownName, ...patient.otherNames])}
      />
      <Part
        title={patient.deceased.kind === 'yes' ? t('Birth and death') : t('Birth and age')}
        items={birthOf(patient, today)}
      />
      <Part
        title={t('Sex and gender')}
        items={[genderOf(patient), ...theirs(patient, patient.sexAndGender)]}
      />
      <Part
        title={t('Identifiers')}
        items={orNotGiven(t('Identifiers'), theirs(patient, patient.identifiers))}
        notes={patient.hiddenIdentifiers}
      />
      <Part
        title={t('Care|who cares for the patient')}
        items={[
          ...orNotGiven(t('Interpreter needed'), theirs(patient, patient.interpreter)),
          ...orNotGiven(
            t('General practitioner or managing organization'),
            theirs(patient, patient.care),
          ),
          ...theirs(patient, patient.links),
        ]}
      />
      <ClosedPart title={t('Identity numbers')} items={patient.identityNumbers} lang={lang} />
      <ClosedPart
        title={t('Gender identity, race, ethnicity and marital status')}
        items={patient.background}
        lang={lang}
      />
      <ClosedPart title={t('Languages')} items={patient.languages} lang={lang} />
      <ClosedPart
        title={t('Phone and other contact details')}
        items={patient.telecom}
        lang={lang}
      />
      <ClosedPart title={t('Addresses')} items={patient.addresses} lang={lang} />
      <ClosedPart title={t('Contact persons')} items={patient.contacts} lang={lang} />
    </>
  )
}

function contentOf(state: PatientState, today: Date, isLocal: boolean): ReactNode {
  switch (state.kind) {
    case 'loading':
      return <Loading>{t('Loading the patient…')}</Loading>
    case 'loaded':
      return <Person key={state.patient.id} patient={state.patient} today={today} />
    case 'failed':
      return (
        <Message kind="problem" title={t('The patient could not be loaded')}>
          {t('The reason: {reason}. {advice}', {
            reason: formatFailure(state.failure),
            advice: failureAdvice(state.failure),
          })}
        </Message>
      )
    case 'not-granted':
      if (isLocal)
        return (
          <Message kind="warning" title={t('Patient not in the file')}>
            {t('The file holds results, but no Patient that they are about.')}
          </Message>
        )
      return (
        <Message kind="warning" title={t('Who the patient is was not released to this app')}>
          {t("This sign-in doesn't allow it. The hospital decides what it releases to an app.")}
        </Message>
      )
    case 'merged':
      return (
        <Message kind="problem" title={t('Stopped: this record seems to have been merged')}>
          {t('Nothing of it is shown.')}
        </Message>
      )
    case 'mismatch':
      return (
        <Message kind="problem" title={t("Stopped: another patient's record was received")}>
          {t('Nothing of it is shown.')}
        </Message>
      )
  }
}

/**
 * Everything the record says about who the patient is (D9): warnings first, then what tells people apart; what others
 * need not see stays closed. `today` is in the viewer's zone.
 */
export function PatientView({
  state,
  today,
  isLocal = false,
}: {
  readonly state: PatientState
  readonly today: Date
  /** Whether the record comes from a file, not from a server. */
  readonly isLocal?: boolean
}) {
  return (
    <div className="view patient-view">
      <PageHeading page="patient">{t('Patient')}</PageHeading>
      {contentOf(state, today, isLocal)}
    </div>
  )
}
