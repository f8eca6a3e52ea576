import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { PatientState } from '../../patient/patient-state.ts'
import type { Patient } from '../../patient/patient.ts'
import { aPatient } from '../test-observations.ts'
import { PatientBanner } from './patient-banner.tsx'

const TODAY = new Date(2024, 4, 1)

function show(state: PatientState) {
  render(<PatientBanner state={state} today={TODAY} />)
  return screen.getByRole('region', { name: 'Patient' })
}
const showPatient = (part: Partial<Patient>) => show({ kind: 'loaded', patient: aPatient(part) })

describe('PatientBanner', () => {
  it('PAT-05 shows name, birth date with age and administrative gender', () => {
    const banner = showPatient({ administrativeGender: 'Female' })
    expect(banner).toHaveTextContent('Ada Example')
    expect(banner).toHaveTextContent('BornFeb 29, 1980 (44 years)')
    expect(banner).toHaveTextContent('Administrative genderFemale')
  })

  it('PAT-05 shows the official name beside a usual one', () => {
    const banner = showPatient({
      name: 'Jim',
      otherNames: [
        { label: 'Official name', text: 'Peter James Chalmers' },
        { label: 'Former name', text: 'Peter Windsor' },
      ],
    })
    expect(banner).toHaveTextContent('Jim')
    expect(banner).toHaveTextContent('Official namePeter James Chalmers')
    expect(banner).not.toHaveTextContent('Windsor')
  })

  it('D9 says that birth date and gender are not given', () => {
    const banner = showPatient({ birthDate: undefined })
    expect(banner).toHaveTextContent('Bornnot given')
    expect(banner).toHaveTextContent('Administrative gendernot given')
  })

  it('D6 shows a birth date of a year as that year, without an age', () => {
    const banner = showPatient({
      birthDate: {
        kind: 'calendar',
        text: '1980',
        precision: 'year',
        year: 1980,
        month: undefined,
        day: undefined,
      },
    })
    expect(banner).toHaveTextContent(/Born1980Administrative/)
  })

  it('CTX-03 CTX-04 keeps every fact and warning in one line, of which the screen leaves out two', () => {
    const patient = aPatient({
      otherNames: [{ label: 'Official name', text: 'Ada B. Example' }],
      administrativeGender: 'Female',
      identifiers: [{ label: 'Medical record number', text: 'M-1' }],
      deceased: { kind: 'yes', date: undefined },
      warnings: ['Test data'],
    })
    const { rerender } = render(
      <PatientBanner state={{ kind: 'loaded', patient }} today={TODAY} isCompact />,
    )
    const banner = screen.getByRole('region', { name: 'Patient' })
    const words = banner.textContent
    const more = [...banner.querySelectorAll('.patient-banner-more')]
    expect(banner).toHaveClass('patient-banner-compact')
    expect(more.map((fact) => fact.textContent)).toEqual([
      'Official nameAda B. Example',
      'Administrative genderFemale',
    ])
    expect(screen.getAllByRole('status').map((box) => box.textContent)).toEqual([
      'Deceased',
      'Test data',
    ])
    rerender(<PatientBanner state={{ kind: 'loaded', patient }} today={TODAY} />)
    expect(banner).not.toHaveClass('patient-banner-compact')
    expect(banner.textContent).toBe(words)
  })

  it('D9 shows the first medical record number and no other identifier', () => {
    const banner = showPatient({
      identifiers: [
        { label: 'Insurance number', text: 'I-1' },
        { label: 'Medical record number', text: 'M-1' },
        { label: 'Medical record number', text: 'M-2' },
      ],
    })
    expect(banner).toHaveTextContent('Medical record numberM-1')
    expect(banner).not.toHaveTextContent(/I-1|M-2/)
  })

  it.each([
    [undefined, 'Deceased'],
    [
      {
        kind: 'calendar',
        text: '2020-03',
        precision: 'month',
        year: 2020,
        month: 3,
        day: undefined,
      } as const,
      'Deceased: Mar 2020',
    ],
  ])('D9 warns of a deceased patient, with no more date than given', (date, words) => {
    showPatient({ deceased: { kind: 'yes', date } })
    expect(screen.getByRole('status')).toHaveTextContent(words)
  })

  it.each(['no', 'unstated'] as const)('D9 says nothing of death when it is %s', (kind) => {
    expect(showPatient({ deceased: { kind } })).not.toHaveTextContent(/deceased/i)
  })

  it('D9 shows every warning', () => {
    showPatient({ warnings: ['This record is inactive', 'Test data'] })
    expect(screen.getAllByRole('status').map((box) => box.textContent)).toEqual([
      'This record is inactive',
      'Test data',
    ])
  })

  it('says that it is loading', () => {
    expect(within(show({ kind: 'loading' })).getByRole('status')).toHaveTextContent(/^Loading/)
  })

  it('ERR-07 says why the patient could not be loaded and names nobody', () => {
    const banner = show({ kind: 'failed', failure: 'timed-out' })
    expect(within(banner).getByRole('alert')).toHaveTextContent(
      "the hospital's server took too long to answer",
    )
    expect(banner).not.toHaveTextContent('Ada')
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('ERR-07 offers to load the patient again after a failure, and only then', async () => {
    const onRetry = vi.fn<() => void>()
    const failed = { kind: 'failed', failure: 'busy' } as const
    const { rerender } = render(<PatientBanner state={failed} today={TODAY} onRetry={onRetry} />)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onRetry).toHaveBeenCalledTimes(1)
    rerender(<PatientBanner state={{ kind: 'loading' }} today={TODAY} onRetry={onRetry} />)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it("PAT-01 blocks when another patient's record came", () => {
    expect(within(show({ kind: 'mismatch' })).getByRole('alert')).toHaveTextContent(
      /^Stopped: another patient's record was received/,
    )
  })

  it('SCOPE-01 says that the sign-in does not release who the patient is', () => {
    const banner = show({ kind: 'not-granted' })
    expect(banner).toHaveTextContent('Who the patient is was not released to this app')
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('PAT-01 says that the record seems to have been merged', () => {
    expect(show({ kind: 'merged' })).toHaveTextContent('seems to have been merged')
  })
})
