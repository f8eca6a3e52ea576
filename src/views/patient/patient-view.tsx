import type { ReactNode } from 'react'
import { failureAdvice, formatFailure } from '../../fhir/failure-words.ts'
import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { formatAge, formatBirthDate } from '../../patient/age.ts'
import type { PatientState } from '../../patient/patient-state.ts'
import type { Deceased, LabelledText, Patient } from '../../patient/patient.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import './patient-view.css'

const NOT_GIVEN = 'Not given by the hospital'

function orNotGiven(label: string, items: readonly LabelledText[]): readonly LabelledText[] {
  return items.length > 0 ? items : [{ label, text: NOT_GIVEN }]
}

function Part({
  title,
  items,
}: {
  readonly title: string
  readonly items: readonly LabelledText[]
}) {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <DefinitionList items={items} />
    </section>
  )
}

/** A part that stays closed until asked for, as the screen may be seen by others (D9). */
function ClosedPart({
  title,
  items,
}: {
  readonly title: string
  readonly items: readonly LabelledText[]
}) {
  return (
    <details className="card">
      <summary>{title}</summary>
      {items.length > 0 ? <DefinitionList items={items} /> : <p>{NOT_GIVEN}</p>}
    </details>
  )
}

/** Whether the person has died; nothing when the record doesn't say. */
function deceasedOf(deceased: Deceased): LabelledText[] {
  if (deceased.kind === 'unstated') return []
  const date = deceased.kind === 'yes' ? deceased.date : undefined
  const text = date === undefined ? (deceased.kind === 'yes' ? 'Yes' : 'No') : formatFhirDate(date)
  return [{ label: 'Deceased', text }]
}

function birthOf(patient: Patient, today: Date): LabelledText[] {
  const age = formatAge(patient, today)
  return [
    { label: 'Birth date', text: formatBirthDate(patient) },
    ...(age === undefined ? [] : [{ label: 'Age', text: age }]),
    ...deceasedOf(patient.deceased),
  ]
}

function Person({ patient, today }: { readonly patient: Patient; readonly today: Date }) {
  const { maritalStatus } = patient
  return (
    <>
      {patient.warnings.map((warning) => (
        <Message key={warning} kind="warning" title={warning} />
      ))}
      <Part title="Names" items={[{ label: 'Name', text: patient.name }, ...patient.otherNames]} />
      <Part
        title={patient.deceased.kind === 'yes' ? 'Birth and death' : 'Birth and age'}
        items={birthOf(patient, today)}
      />
      <Part
        title="Sex and gender"
        items={[
          {
            label: 'Administrative gender',
            text: patient.administrativeGender ?? NOT_GIVEN,
          },
          ...patient.sexAndGender,
        ]}
      />
      <Part title="Identifiers" items={orNotGiven('Identifiers', patient.identifiers)} />
      <Part
        title="Languages and marital status"
        items={[
          ...orNotGiven('Language', patient.languages),
          { label: 'Marital status', text: maritalStatus ?? NOT_GIVEN },
        ]}
      />
      <ClosedPart
        title="Contact details and addresses"
        items={[...patient.telecom, ...patient.addresses]}
      />
      <ClosedPart title="Contact persons" items={patient.contacts} />
    </>
  )
}

function contentOf(state: PatientState, today: Date): ReactNode {
  switch (state.kind) {
    case 'loading':
      return <Loading>Loading the patient…</Loading>
    case 'loaded':
      return <Person patient={state.patient} today={today} />
    case 'failed':
      return (
        <Message kind="problem" title="The patient could not be loaded">
          The reason: {formatFailure(state.failure)}. {failureAdvice(state.failure)}
        </Message>
      )
    case 'not-granted':
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

/** Everything the record says about who the patient is (D9). `today` is in the viewer's zone. */
export function PatientView({
  state,
  today,
}: {
  readonly state: PatientState
  readonly today: Date
}) {
  return (
    <div className="view patient-view">
      <PageHeading>Patient</PageHeading>
      {contentOf(state, today)}
    </div>
  )
}
