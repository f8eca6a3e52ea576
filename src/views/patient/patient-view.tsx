import type { ReactNode } from 'react'
import { failureAdvice, formatFailure } from '../../fhir/failure-words.ts'
import { t } from '../../language/t.ts'
import type { PatientState } from '../../patient/patient-state.ts'
import type { LabelledText, Patient } from '../../patient/patient.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ClosedPart } from './closed-part.tsx'
import { birthOf, genderOf, orNotGiven } from './words.ts'
import './patient-view.css'

function Part({
  title,
  items,
  notes = [],
}: {
  readonly title: string
  readonly items: readonly LabelledText[]
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
  return (
    <>
      {patient.warnings.map((warning) => (
        <Message key={warning} kind="warning" title={warning} />
      ))}
      <Part title="Names" items={[patient.shownName, ...patient.otherNames]} />
      <Part
        title={patient.deceased.kind === 'yes' ? 'Birth and death' : 'Birth and age'}
        items={birthOf(patient, today)}
      />
      <Part title="Sex and gender" items={[genderOf(patient), ...patient.sexAndGender]} />
      <Part
        title="Identifiers"
        items={orNotGiven('Identifiers', patient.identifiers)}
        notes={patient.hiddenIdentifiers}
      />
      <Part
        title="Care"
        items={[
          ...orNotGiven('Interpreter needed', patient.interpreter),
          ...orNotGiven('General practitioner or managing organization', patient.care),
          ...patient.links,
        ]}
      />
      <ClosedPart title="Identity numbers" items={patient.identityNumbers} />
      <ClosedPart
        title="Gender identity, race, ethnicity and marital status"
        items={patient.background}
      />
      <ClosedPart title="Languages" items={patient.languages} />
      <ClosedPart title="Phone and other contact details" items={patient.telecom} />
      <ClosedPart title="Addresses" items={patient.addresses} />
      <ClosedPart title="Contact persons" items={patient.contacts} />
    </>
  )
}

function contentOf(state: PatientState, today: Date, isLocal: boolean): ReactNode {
  switch (state.kind) {
    case 'loading':
      return <Loading>Loading the patient…</Loading>
    case 'loaded':
      return <Person key={state.patient.id} patient={state.patient} today={today} />
    case 'failed':
      return (
        <Message kind="problem" title="The patient could not be loaded">
          The reason: {formatFailure(state.failure)}. {failureAdvice(state.failure)}
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
        <Message kind="warning" title="Who the patient is was not released to this app">
          This sign-in doesn&apos;t allow it. The hospital decides what it releases to an app.
        </Message>
      )
    case 'merged':
      return (
        <Message kind="problem" title="Stopped: this record seems to have been merged">
          Nothing of it is shown.
        </Message>
      )
    case 'mismatch':
      return (
        <Message kind="problem" title="Stopped: another patient's record was received">
          Nothing of it is shown.
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
      <PageHeading>Patient</PageHeading>
      {contentOf(state, today, isLocal)}
    </div>
  )
}
