import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { anObservation } from '../test-observations.ts'
import { loaded, names, show } from './test-results-page.tsx'

const loinc = (code: string) => [{ system: 'http://loinc.org', code, display: undefined }]
const a1c = 'A1c, which reflects the average blood sugar'
const observations = [
  anObservation({ id: 'a', name: 'HbA1c' }),
  anObservation({ id: 'b', name: 'Leuko', seriesId: 'x', codings: loinc('6690-2') }),
  anObservation({ id: 'c', name: 'Breath test', seriesId: 'y', codings: [] }),
]

describe('ResultsView in two registers', () => {
  it('shows a patient plain names beside the laboratory’s, and hides nothing', () => {
    show(observations, loaded, {}, 'patient')
    expect(names()).toEqual([`${a1c} HbA1c`, 'White blood cells Leuko', 'Breath test'])
  })

  it('shows a clinician the laboratory’s names alone', () => {
    show(observations, loaded, {}, 'clinician')
    expect(names()).toEqual(['HbA1c', 'Leuko', 'Breath test'])
  })

  it.each(['patient', 'clinician'] as const)('finds by a plain name for a %s', async (register) => {
    show(observations, loaded, {}, register)
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'white blood cells')
    expect(names()).toEqual([expect.stringContaining('Leuko')])
  })

  it('sorts by the name that stands first', async () => {
    show(observations, loaded, { query: { sort: 'name', direction: 'ascending' } }, 'patient')
    expect(names()).toEqual([`${a1c} HbA1c`, 'Breath test', 'White blood cells Leuko'])
  })

  it('names groups by test and the detail of a result in both ways, and keeps the codes', () => {
    show(observations, loaded, { query: { group: 'test', row: 'a' } }, 'patient')
    expect(screen.getAllByText(a1c).length).toBeGreaterThan(2)
    const detail = within(screen.getByRole('region', { name: /^Details of/ }))
    expect(detail.getByRole('heading', { level: 2 })).toHaveTextContent(`Details of ${a1c} HbA1c`)
    expect(detail.getByText('What is this?', { exact: false })).toBeVisible()
    expect(detail.getByText('4548-4')).toBeVisible()
  })
})
