import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CategoryState } from '../../fhir/record-status.ts'
import { aCategory, aRecordStatus } from '../test-observations.ts'
import { NoResults } from './no-results.tsx'

describe('NoResults', () => {
  const at = (...states: CategoryState[]) => {
    const codes = ['laboratory', 'vital-signs'] as const
    const categories = states.map((state, index) => aCategory(codes[index] ?? 'survey', state))
    render(<NoResults status={aRecordStatus(categories)} />)
  }

  it.each(['waiting', 'loading'] as const)('says that it is loading while %s', (kind) => {
    at({ kind, count: 0 }, { kind: 'empty' })
    expect(screen.getByRole('status')).toHaveTextContent('Loading results…')
  })

  it('says that none were found, and in which categories', () => {
    at({ kind: 'empty' }, { kind: 'empty' })
    expect(screen.getByRole('note')).toHaveTextContent(
      'No results found in these categoriesLaboratory, Vital signs.',
    )
  })

  it.each<CategoryState>([
    { kind: 'refused', count: 0, issues: [] },
    { kind: 'failed', failure: 'unreachable', count: 0, issues: [] },
    { kind: 'stopped', count: 0, why: 'loop' },
  ])('ERR-07 never says that none were found when loading ended badly: %o', (state) => {
    at(state, { kind: 'empty' })
    expect(screen.getByRole('status')).toHaveTextContent(
      'Not loaded: Laboratory. That does not mean that there are none.',
    )
    expect(screen.queryByText(/No results found/)).not.toBeInTheDocument()
  })

  it('OBS-08 never says that none were found when some may be withheld', () => {
    const notice = 'Some results are withheld from this app.'
    const categories = ['survey', 'exam'].map((code) =>
      aCategory(code, { kind: 'empty' }, [notice]),
    )
    render(<NoResults status={aRecordStatus(categories)} />)
    expect(screen.getByRole('status')).toHaveTextContent(
      `That does not mean that there are none. The hospital's server says: ${notice}`,
    )
    expect(screen.queryByText(/No results found/)).not.toBeInTheDocument()
  })

  it('SCOPE-01 says so when no category was asked for', () => {
    at()
    expect(screen.getByRole('status')).toHaveTextContent("This sign-in doesn't allow results")
  })
})
