import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Patient } from '../../patient/patient.ts'
import { aPatient } from '../test-observations.ts'
import { FindPatientView, type PatientSearchState } from './find-patient-view.tsx'
import { lacking } from './patient-criteria.ts'

function show(state: PatientSearchState) {
  const heard = {
    onSearch: vi.fn<(criteria: object) => void>(),
    onChoose: vi.fn<(id: string) => void>(),
    onLeave: vi.fn<() => void>(),
  }
  render(
    <FindPatientView
      serverName="Example Hospital"
      state={state}
      today={new Date(2024, 4, 1)}
      {...heard}
    />,
  )
  return heard
}

describe('FindPatientView', () => {
  it('TOK-08 asks for enough before it searches', async () => {
    const { onSearch } = show({ kind: 'idle' })
    const find = screen.getByRole('button', { name: 'Find' })
    await userEvent.click(find)
    expect(screen.getByText(/at least two letters/)).toHaveRole('status')
    await userEvent.type(screen.getByLabelText('Family name'), ' Example ')
    await userEvent.click(find)
    expect(screen.getByText(/birth date or the record number as well/)).toHaveRole('status')
    await userEvent.type(screen.getByLabelText('Medical record number'), 'M-1{Enter}')
    expect(onSearch).toHaveBeenCalledExactlyOnceWith({
      family: 'Example',
      birthDate: '',
      recordNumber: 'M-1',
    })
  })

  it('TOK-08 shows what tells people apart, with what to know first, and lets one be chosen', async () => {
    const patient = aPatient({
      id: 'p-7',
      administrativeGender: 'Female',
      identifiers: [{ label: 'Medical record number', text: 'M-1' }],
      warnings: ['This record is inactive'],
    })
    const { onChoose } = show({
      kind: 'found',
      patients: [patient],
      hasMore: true,
      isPartial: false,
    })
    const found = within(screen.getByRole('listitem'))
    for (const words of ['Feb 29, 1980 (44 years)', 'Female', 'M-1', 'This record is inactive'])
      expect(found.getByText(words)).toBeInTheDocument()
    expect(screen.getByText('There are more than are shown')).toBeInTheDocument()
    await userEvent.click(found.getByRole('button', { name: 'Open the record of Ada Example' }))
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('p-7')
  })

  it('TOK-08 marks those who might be taken for each other, and tells them apart by ear', () => {
    const [first, second, third] = ['M-1', 'M-2', 'M-3'].map((text) =>
      aPatient({ id: text, identifiers: [{ label: 'Medical record number', text }] }),
    )
    const patients = [first, second, { ...third, birthDate: undefined }] as Patient[]
    show({ kind: 'found', patients, hasMore: false, isPartial: false })
    const marked = screen
      .getAllByRole('listitem')
      .map((one) => within(one).queryByText(/same name and birth date/) !== null)
    expect(marked).toEqual([true, true, false])
    const [open] = screen.getAllByRole('button', { name: 'Open the record of Ada Example' })
    expect(open).toHaveAccessibleDescription(expect.stringContaining('M-1'))
    expect(screen.getByText('3 patients found')).toHaveRole('status')
  })

  it('D8 does not say that there is nobody where part of the answer can’t be read', () => {
    show({ kind: 'found', patients: [], hasMore: false, isPartial: true })
    expect(screen.getByText('The answer may not be complete')).toBeInTheDocument()
    expect(screen.queryByText('No patient found')).not.toBeInTheDocument()
  })

  it('ERR-07 tells a search that failed from one that found nobody', () => {
    show({ kind: 'failed', failure: 'rejected' })
    expect(screen.getByRole('alert')).toHaveTextContent('The search did not work')
    expect(screen.queryByText('No patient found')).not.toBeInTheDocument()
  })

  it('END-01 can be left', async () => {
    const { onLeave } = show({
      kind: 'found',
      patients: [],
      hasMore: false,
      isPartial: false,
    })
    expect(screen.getByText('No patient found')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Sign out' }))
    expect(onLeave).toHaveBeenCalledOnce()
  })
})

describe('lacking', () => {
  const known = { family: 'Li', birthDate: '1980-01-01', recordNumber: '' }

  it.each([
    [known, true],
    [{ ...known, birthDate: '', recordNumber: 'M-1' }, true],
    [{ ...known, family: 'L' }, false],
    [{ ...known, family: '**' }, false],
    [{ ...known, family: '李王' }, true],
    [{ ...known, birthDate: '', recordNumber: ' ' }, false],
  ])('TOK-08 takes %j as enough: %s', (criteria, isEnough) => {
    expect(lacking(criteria) === undefined).toBe(isEnough)
  })
})
