import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { anObservation } from '../test-observations.ts'
import { loaded, names, rows, show } from './test-results-page.tsx'

describe('ResultsView searched, sorted and grouped', () => {
  const high = { level: 'abnormal', direction: 'high', text: 'High' } as const
  const observations = [
    anObservation({ id: 'a', name: 'Sodium', flags: [high] }),
    anObservation({ id: 'b', name: 'Albumin', seriesId: 'x' }),
    anObservation({ id: 'c', name: 'Sodium' }),
  ]

  it('finds what is typed, says how many, and shows all again', async () => {
    show(observations)
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'alb')
    expect(names()).toEqual(['Albumin'])
    expect(screen.getByText('1 of 3 results, newest first')).toBeVisible()
    expect(screen.getByRole('status')).toHaveTextContent('1 result shown')
    await userEvent.click(screen.getByRole('button', { name: 'Show all results' }))
    expect(rows()).toHaveLength(3)
    expect(screen.getByRole('searchbox')).toHaveValue('')
  })

  it('D7 keeps what is out of range', async () => {
    show(observations)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Flag' }), 'Out of range')
    expect(names()).toEqual(['Sodium'])
  })

  it('sorts by a column at the press of its heading, then the other way round, and keeps the focus', async () => {
    show(observations)
    const heading = screen.getByRole('button', { name: 'Name' })
    await userEvent.click(heading)
    expect(names()).toEqual(['Albumin', 'Sodium', 'Sodium'])
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    expect(heading).toHaveFocus()
    await userEvent.click(heading)
    expect(names()).toEqual(['Sodium', 'Sodium', 'Albumin'])
    expect(screen.getByText('3 results, by name, descending')).toBeVisible()
  })

  it('groups by test under headings that say how many', async () => {
    show(observations)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Group by' }), 'Test')
    expect(names()).toEqual(['Sodium (2)', 'Sodium', 'Sodium', 'Albumin (1)', 'Albumin'])
  })

  it('keeps the days that are chosen', () => {
    show(observations, loaded, { query: { from: '2024-05-02' } })
    expect(screen.getByLabelText('From')).toHaveValue('2024-05-02')
    expect(screen.getByRole('note')).toHaveTextContent('No loaded result fits')
  })
})
