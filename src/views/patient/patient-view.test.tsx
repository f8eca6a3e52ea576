import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { PatientState } from '../../patient/patient-state.ts'
import type { LabelledText, Patient } from '../../patient/patient.ts'
import { aPatient } from '../test-observations.ts'
import { PatientView } from './patient-view.tsx'

function show(state: PatientState) {
  return render(<PatientView state={state} today={new Date(2024, 4, 1)} />)
}
const showPatient = (part: Partial<Patient> = {}) =>
  show({ kind: 'loaded', patient: aPatient(part) })

/** The labels and texts of a part, in order. */
function definitions(title: string): string[][] {
  const part = screen.getByRole('region', { name: title })
  const terms = within(part).getAllByRole('term')
  const texts = within(part).getAllByRole('definition')
  return terms.map((term, index) => [term.textContent, texts[index]?.textContent ?? ''])
}

const secret = (label: string): LabelledText[] => [{ label, text: `${label} text` }]
const CLOSED: [title: string, part: Partial<Patient>][] = [
  ['Identity numbers', { identityNumbers: secret('Passport number') }],
  ['Gender identity, race, ethnicity and marital status', { background: secret('Race') }],
  ['Languages', { languages: secret('Language') }],
  ['Phone and other contact details', { telecom: secret('Phone') }],
  ['Addresses', { addresses: secret('Home address') }],
  ['Contact persons', { contacts: secret('Emergency contact') }],
]

describe('PatientView', () => {
  it('D9 shows every name under what it is', () => {
    showPatient({ otherNames: [{ label: 'Former name', text: 'Ada Before' }] })
    expect(screen.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
    expect(definitions('Names')).toEqual([
      ['Official name', 'Ada Example'],
      ['Former name', 'Ada Before'],
    ])
  })

  it('XSS-03 makes no link of any address in the record', async () => {
    const hostile = ['javascript:alert(1)', 'https://evil.example/', 'mailto:a@b', 'tel:555-0100']
    showPatient({ telecom: hostile.map((text) => ({ label: 'Address', text })) })
    await userEvent.click(screen.getByRole('button', { name: /Phone/ }))
    for (const text of hostile) expect(screen.getByText(text)).toBeInTheDocument()
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
  })

  it('D9 shows birth date and age, and that death is denied', () => {
    showPatient({
      deceased: { kind: 'no' },
      birthDetails: [{ label: 'Multiple birth', text: 'No' }],
    })
    expect(definitions('Birth and age')).toEqual([
      ['Birth date', 'Feb 29, 1980'],
      ['Age', '44 years'],
      ['Multiple birth', 'No'],
      ['Deceased', 'No'],
    ])
  })

  it('D9 shows a deceased patient without an age', () => {
    showPatient({ deceased: { kind: 'yes', date: undefined }, deceasedAbsent: 'not known' })
    expect(definitions('Birth and death')).toEqual([
      ['Birth date', 'Feb 29, 1980'],
      ['Deceased', 'Yes; date not given (not known)'],
    ])
  })

  it('D9 shows the age at death where both dates are whole', () => {
    const date = {
      kind: 'calendar',
      text: '2020-02-29',
      precision: 'day',
      year: 2020,
      month: 2,
      day: 29,
    } as const
    showPatient({ deceased: { kind: 'yes', date } })
    expect(definitions('Birth and death').slice(1)).toEqual([
      ['Deceased', 'Yes, Feb 29, 2020'],
      ['Age at death', '40 years'],
    ])
  })

  it('D5 says why it is not known whether the person died', () => {
    showPatient({ deceasedAbsent: 'not known' })
    expect(definitions('Birth and age').at(-1)).toEqual(['Deceased', 'Not given (not known)'])
  })

  it('D9 keeps administrative gender apart from other sexes on record', () => {
    showPatient({
      administrativeGender: 'Female',
      sexAndGender: [{ label: 'Legal sex', text: 'X' }],
    })
    expect(definitions('Sex and gender')).toEqual([
      ['Administrative gender', 'Female'],
      ['Legal sex', 'X'],
    ])
  })

  it('D5 says why the administrative gender is not given', () => {
    showPatient({ administrativeGenderAbsent: 'asked, but declined' })
    expect(definitions('Sex and gender')).toEqual([
      ['Administrative gender', 'Not given (asked, but declined)'],
    ])
  })

  it('D9 counts the identifiers that it does not show', () => {
    const note = '2 identifiers used for signing in are not shown'
    showPatient({ hiddenIdentifiers: [note] })
    const part = screen.getByRole('region', { name: 'Identifiers' })
    expect(within(part).getByText(note)).toBeVisible()
  })

  it('D9 shows who cares for the patient, and other records', () => {
    showPatient({
      interpreter: [{ label: 'Interpreter needed', text: 'Yes' }],
      care: [{ label: 'General practitioner', text: 'Dr Quill' }],
      links: [{ label: 'Replaces record', text: 'named only by a reference' }],
    })
    expect(definitions('Care')).toEqual([
      ['Interpreter needed', 'Yes'],
      ['General practitioner', 'Dr Quill'],
      ['Replaces record', 'named only by a reference'],
    ])
  })

  it('says of each part that it is not given', () => {
    showPatient()
    const absent = 'Not given by the hospital'
    expect(definitions('Sex and gender')).toEqual([['Administrative gender', absent]])
    expect(definitions('Identifiers')).toEqual([['Identifiers', absent]])
    for (const [title] of CLOSED) {
      const part = screen.getByRole('region', { name: title })
      expect(within(part).getByText(absent)).toBeVisible()
      expect(within(part).queryByRole('button')).not.toBeInTheDocument()
    }
  })

  it('D9 shows warnings first', () => {
    showPatient({ warnings: ['This record was replaced by another'] })
    expect(screen.getByRole('status')).toHaveTextContent('This record was replaced by another')
  })
})

describe.each(CLOSED)('the part %s', (title, part) => {
  const [[line] = []] = Object.values(part) as LabelledText[][]
  const text = line?.text ?? ''

  it('D9 stays out of the page until it is asked for, and says how much it holds', async () => {
    showPatient(part)
    const toggle = screen.getByRole('button', { name: `${title} 1 entry` })
    expect(toggle).toHaveAttribute('aria-expanded', 'false')
    expect(document.body).not.toHaveTextContent(text)
    expect(document.body).toHaveTextContent('1 entry, closed on the screen and so not printed.')
    toggle.focus()
    await userEvent.keyboard('{Enter}')
    expect(screen.getByText(text)).toBeVisible()
    expect(toggle).toHaveAttribute('aria-expanded', 'true')
    expect(document.body).not.toHaveTextContent('closed on the screen')
    await userEvent.keyboard('{Enter}')
    expect(document.body).not.toHaveTextContent(text)
  })

  it('D9 is closed again after the page was left, and for another patient', async () => {
    const { rerender, unmount } = showPatient(part)
    await userEvent.click(screen.getByRole('button'))
    const state = { kind: 'loaded', patient: aPatient({ ...part, id: 'p2' }) } as const
    rerender(<PatientView state={state} today={new Date(2024, 4, 1)} />)
    expect(document.body).not.toHaveTextContent(text)
    await userEvent.click(screen.getByRole('button'))
    unmount()
    showPatient(part)
    expect(document.body).not.toHaveTextContent(text)
  })
})

describe('PatientView without a patient', () => {
  it('says that it is loading', () => {
    show({ kind: 'loading' })
    expect(screen.getByRole('status')).toHaveTextContent('Loading the patient…')
  })

  it('ERR-07 says why it could not be loaded, and what to do', () => {
    show({ kind: 'failed', failure: 'busy' })
    expect(screen.getByRole('alert')).toHaveTextContent(
      "The reason: the hospital's server is busy. Wait a minute, then try again.",
    )
  })

  it("PAT-01 shows nothing of another patient's record", () => {
    show({ kind: 'mismatch' })
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing of it is shown.')
    expect(screen.queryByRole('region')).not.toBeInTheDocument()
  })
})
