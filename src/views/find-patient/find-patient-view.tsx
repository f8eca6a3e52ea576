import { useState, type FormEvent } from 'react'
import type { FhirFailure } from '../../fhir/fhir-error.ts'
import { failureAdvice, formatFailure } from '../../fhir/failure-words.ts'
import { t, tn } from '../../language/t.ts'
import type { Patient } from '../../patient/patient.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { tx } from '../../ui/tx.tsx'
import { FoundPatient, isLike } from './found-patient.tsx'
import { lacking, type PatientCriteria } from './patient-criteria.ts'
import './find-patient-view.css'

/** Where a search stands. */
export type PatientSearchState =
  | { readonly kind: 'idle' | 'loading' }
  | { readonly kind: 'failed'; readonly failure: FhirFailure }
  | {
      readonly kind: 'found'
      readonly patients: readonly Patient[]
      readonly hasMore: boolean
      /** Whether something in the answer can't be read, or the server says that it isn't all. */
      readonly isPartial: boolean
    }

type Props = {
  readonly serverName: string
  readonly state: PatientSearchState
  /** In the viewer's zone, for ages. */
  readonly today: Date
  readonly onSearch: (criteria: PatientCriteria) => void
  readonly onChoose: (patientId: string) => void
  readonly onLeave: () => void
}

/**
 * The page between a sign-in that brought no patient and a record: finds the patient by family name and birth date or
 * record number, and lets the person choose one (TOK-08). Nothing that is typed leaves it but through `onSearch`.
 */
export function FindPatientView({ serverName, state, today, onSearch, onChoose, onLeave }: Props) {
  return (
    <main className="view find-patient">
      <PageHeading page="find">{t('Find the patient')}</PageHeading>
      <p className="prose">
        {tx(
          '{server} has signed you in without a patient: an account of somebody who works there has none of its own. Opened from a patient’s chart, the app starts with that patient. Or look for the patient here.',
          { server: <bdi lang="">{serverName}</bdi> },
        )}
      </p>
      <SearchForm isBusy={state.kind === 'loading'} onSearch={onSearch} />
      <p role="status" className="visually-hidden">
        {state.kind === 'found' &&
          tn(state.patients.length, '{n} patient found', '{n} patients found')}
      </p>
      <Found state={state} today={today} onChoose={onChoose} />
      <p>
        <button type="button" onClick={onLeave}>
          {t('Sign out')}
        </button>
      </p>
    </main>
  )
}

function SearchForm({
  isBusy,
  onSearch,
}: {
  readonly isBusy: boolean
  readonly onSearch: (criteria: PatientCriteria) => void
}) {
  const [criteria, setCriteria] = useState<PatientCriteria>({
    family: '',
    birthDate: '',
    recordNumber: '',
  })
  const [missing, setMissing] = useState<string>()
  const set = (name: keyof PatientCriteria) => (event: { target: { value: string } }) =>
    setCriteria({ ...criteria, [name]: event.target.value })

  function submit(event: FormEvent): void {
    event.preventDefault()
    const { family, birthDate, recordNumber } = criteria
    const asked = { family: family.trim(), birthDate, recordNumber: recordNumber.trim() }
    const lack = lacking(asked)
    setMissing(lack)
    if (lack === undefined) onSearch(asked)
  }

  return (
    <form className="card find-patient-form" autoComplete="off" onSubmit={submit}>
      <label>
        {t('Family name')}
        <input value={criteria.family} autoComplete="off" onChange={set('family')} />
      </label>
      <label>
        {t('Birth date')}
        <input
          type="date"
          value={criteria.birthDate}
          autoComplete="off"
          onChange={set('birthDate')}
        />
      </label>
      <label>
        {t('Medical record number')}
        <input value={criteria.recordNumber} autoComplete="off" onChange={set('recordNumber')} />
      </label>
      <button type="submit" className="button-primary" disabled={isBusy}>
        {t('Find|a patient')}
      </button>
      <p role="status" className="quiet">
        {missing}
      </p>
    </form>
  )
}

function Found({
  state,
  today,
  onChoose,
}: {
  readonly state: PatientSearchState
  readonly today: Date
  readonly onChoose: (patientId: string) => void
}) {
  switch (state.kind) {
    case 'idle':
      return null
    case 'loading':
      return <Loading>{t('Looking for the patient…')}</Loading>
    case 'failed':
      return (
        <Message kind="problem" title={t('The search did not work')}>
          {t('The reason: {reason}. {advice} It says nothing of whether there is such a patient.', {
            reason: formatFailure(state.failure),
            advice: failureAdvice(state.failure),
          })}
        </Message>
      )
    case 'found':
      if (state.patients.length === 0)
        return state.isPartial ? (
          <NotWhole />
        ) : (
          <Message kind="warning" title={t('No patient found')}>
            {t(
              'The hospital’s server gives none by that name with that birth date or record number.',
            )}
          </Message>
        )
      return (
        <section className="view" aria-labelledby="found-patients">
          <h2 id="found-patients">{t('Who is meant?')}</h2>
          {state.hasMore && (
            <Message kind="warning" title={t('There are more than are shown')}>
              {t('Say more of the patient to find fewer.')}
            </Message>
          )}
          {state.isPartial && <NotWhole />}
          <ul className="plain-list">
            {state.patients.map((patient) => (
              <FoundPatient
                key={patient.id}
                patient={patient}
                isLikeAnother={state.patients.some(
                  (one) => one !== patient && isLike(one, patient),
                )}
                today={today}
                onChoose={onChoose}
              />
            ))}
          </ul>
        </section>
      )
  }
}

function NotWhole() {
  return (
    <Message kind="warning" title={t('The answer may not be complete')}>
      {t('Part of what the hospital’s server sent can’t be read. It may hold other patients.')}
    </Message>
  )
}
