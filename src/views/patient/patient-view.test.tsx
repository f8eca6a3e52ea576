import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { PatientState } from '../../patient/patient-state.ts'
import type { Patient } from '../../patient/patient.ts'
import { aPatient } from '../test-observations.ts'
import { PatientView } from './patient-view.tsx'

function show(state: PatientState) {
  render(<PatientView state={state} today={new Date(2024, 4, 1)} />)
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

describe('PatientView', () => {
  it('D9 shows every name under what it is', () => {
    showPatient({ otherNames: [{ label: 'Former name', text: 'Ada Before' }] })
    expect(screen.getByRole('heading', { level: 1, name: 'Patient' })).toBeVisible()
    expect(definitions('Names')).toEqual([
      ['Name', 'Ada Example'],
      ['Former name', 'Ada Before'],
    ])
  })

  it('XSS-03 makes no link of any address in the record', () => {
    const hostile = ['javascript:alert(1)', 'https://evil.example/', 'mailto:a@b', 'tel:555-0100']
    showPatient({ telecom: hostile.map((text) => ({ label: 'Address', text })) })
    for (const text of hostile) expect(screen.getByText(text)).toBeInTheDocument()
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
  })

  it('D9 shows birth date and age, and that death is denied', () => {
    showPatient({ deceased: { kind: 'no' } })
    expect(definitions('Birth and age')).toEqual([
      ['Birth date', 'Feb 29, 1980'],
      ['Age', '44 years'],
      ['Deceased', 'No'],
    ])
  })

  it('D9 shows a deceased patient without an age', () => {
    showPatient({ deceased: { kind: 'yes', date: undefined } })
    expect(definitions('Birth and death')).toEqual([
      ['Birth date', 'Feb 29, 1980'],
      ['Deceased', 'Yes'],
    ])
  })

  it('D9 keeps administrative gender apart from sex and gender identity', () => {
    showPatient({
      administrativeGender: 'Female',
      sexAndGender: [{ label: 'Gender identity', text: 'Non-binary' }],
    })
    expect(definitions('Sex and gender')).toEqual([
      ['Administrative gender', 'Female'],
      ['Gender identity', 'Non-binary'],
    ])
  })

  it('says of each part that it is not given', () => {
    showPatient()
    expect(definitions('Sex and gender')).toEqual([
      ['Administrative gender', 'Not given by the hospital'],
    ])
    expect(definitions('Identifiers')).toEqual([['Identifiers', 'Not given by the hospital']])
    expect(definitions('Languages and marital status')).toEqual([
      ['Language', 'Not given by the hospital'],
      ['Marital status', 'Not given by the hospital'],
    ])
  })

  it('D9 keeps contact details closed until they are asked for', async () => {
    showPatient({
      telecom: [{ label: 'Home phone', text: '555-0100' }],
      addresses: [{ label: 'Home address', text: '1 Main St\nSpringfield' }],
      contacts: [{ label: 'Emergency contact', text: 'Bo Example' }],
    })
    for (const text of ['555-0100', /Springfield/, 'Bo Example'])
      expect(screen.getByText(text)).not.toBeVisible()
    await userEvent.click(screen.getByText('Contact details and addresses'))
    expect(screen.getByText('555-0100')).toBeVisible()
    expect(screen.getByText(/Springfield/)).toBeVisible()
    expect(screen.getByText('Bo Example')).not.toBeVisible()
  })

  it('D9 shows warnings first', () => {
    showPatient({ warnings: ['This record was replaced by another'] })
    expect(screen.getByRole('status')).toHaveTextContent('This record was replaced by another')
  })

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
