import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { aCategory, aQuantity, aRange, aRecordStatus, anObservation } from '../test-observations.ts'
import { plainQuery, type ResultQuery } from './result-query.ts'
import { ResultsView } from './results-view.tsx'
import { cellsOf, loaded, names, resultsNow, rows, show } from './test-results-page.tsx'

describe('ResultsView', () => {
  it('shows each result as a row of the table Observations', () => {
    show([
      anObservation({
        ranges: [aRange({ low: aQuantity('4.0', '%'), high: aQuantity('5.6', '%') })],
      }),
    ])
    const table = screen.getByRole('table', { name: 'Observations' })
    const headings = ['Date', 'Name', 'Value', 'Reference range', 'Flag', 'Category', 'Status']
    for (const name of headings)
      expect(within(table).getByRole('columnheader', { name })).toBeVisible()
    expect(within(table).getAllByRole('columnheader')).toHaveLength(headings.length)
    expect(cellsOf(rows()[0])).toEqual([
      'May 1, 2024',
      'Hemoglobin A1c',
      '5.1 %',
      '4.0–5.6 %',
      '',
      'Laboratory',
      'Final',
    ])
  })

  it('keeps the order it is given', () => {
    show([anObservation({ id: 'b', name: 'B' }), anObservation({ id: 'a', name: 'A' })])
    expect(names()).toEqual(['B', 'A'])
  })

  it('leads from the name to the trend', () => {
    show([anObservation()])
    expect(screen.getByRole('link', { name: 'Hemoglobin A1c' })).toHaveAttribute(
      'href',
      '#/trend/loinc-4548-4',
    )
  })
})

describe('ResultsView without results', () => {
  it('ERR-07 has no table, and says why', () => {
    show([], aRecordStatus([aCategory('laboratory', { kind: 'refused', count: 0, issues: [] })]))
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
    expect(screen.getByText('No results can be shown')).toBeVisible()
  })
})

describe('ResultsView of another patient', () => {
  it('PAT-02 shows no row when results of another patient came', () => {
    show([anObservation()], aRecordStatus([], { foreignSubject: true }))
    expect(screen.getByRole('alert')).toHaveTextContent(/^Stopped: results of another patient/)
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
    expect(screen.queryByText('Hemoglobin A1c')).not.toBeInTheDocument()
  })
})

describe('ResultsView by category', () => {
  const observations = [
    anObservation({ id: 'a', name: 'A1c' }),
    anObservation({ id: 'b', name: 'Pulse', categories: ['vital-signs'] }),
  ]

  it('narrows the table to one category and back', async () => {
    show(observations)
    const choice = screen.getByRole('combobox', { name: 'Category' })
    await userEvent.selectOptions(choice, 'Vital signs (1)')
    expect(names()).toEqual(['Pulse'])
    expect(screen.getByText('1 of 2 results, newest first')).toBeVisible()
    await userEvent.selectOptions(choice, 'All loaded categories')
    expect(rows()).toHaveLength(2)
  })

  it('offers the categories that occur', () => {
    show(observations)
    const choice = screen.getByRole('combobox', { name: 'Category' })
    expect(
      within(choice)
        .getAllByRole('option')
        .map((one) => one.textContent),
    ).toEqual(['All loaded categories', 'Vital signs (1)', 'Laboratory (1)'])
  })

  it('PAT-07 says that a category is missing', () => {
    const failed = { kind: 'failed', failure: 'busy', count: 0, issues: [] } as const
    show(observations, aRecordStatus([aCategory('survey', failed)]))
    expect(
      screen.getByText('2 results, newest first; not or not wholly loaded: Surveys'),
    ).toBeVisible()
  })

  it('says that more are still loading', () => {
    show(observations, aRecordStatus([aCategory('survey', { kind: 'loading', count: 2 })]))
    expect(screen.getByText('2 results, newest first; more are still loading')).toBeVisible()
  })

  it('says what is chosen, so that the address can keep it', async () => {
    const onQuery = vi.fn<(query: ResultQuery) => void>()
    const query = { ...plainQuery, category: 'laboratory' }
    render(
      <ResultsView
        observations={observations}
        status={loaded}
        seriesHref={String}
        now={resultsNow}
        query={query}
        onQuery={onQuery}
      />,
    )
    const choice = screen.getByRole('combobox', { name: 'Category' })
    expect(choice).toHaveValue('laboratory')
    await userEvent.selectOptions(choice, 'Vital signs (1)')
    expect(onQuery.mock.calls).toEqual([[{ ...query, category: 'vital-signs' }]])
    // Who shows it decides what it shows.
    expect(names()).toEqual(['A1c'])
  })

  it('leaves nothing out for a category that nothing stands for', () => {
    show(observations, loaded, { query: { category: '<b>' } })
    expect(screen.getByRole('combobox', { name: 'Category' })).toHaveDisplayValue(
      'All loaded categories',
    )
    expect(rows()).toHaveLength(2)
  })

  it('ERR-07 keeps a chosen category without results, and does not say that there are none', () => {
    show(observations, loaded, { query: { category: 'survey' } })
    expect(screen.getByRole('combobox', { name: 'Category' })).toHaveDisplayValue('Surveys (0)')
    expect(screen.getByText('0 of 2 results, newest first')).toBeVisible()
    expect(screen.getByRole('note')).toHaveTextContent('No loaded result fits')
  })

  it('C2 begins another category at the top of its table', async () => {
    show(observations)
    const region = screen.getByRole('region', { name: /^Observations/ })
    region.scrollTop = 500
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Category' }),
      'Vital signs (1)',
    )
    expect(screen.getByRole('region', { name: /^Observations/ }).scrollTop).toBe(0)
  })

  it.each(['Some results are withheld from this app.', 'Anything else.'])(
    'OBS-08 says that a category may be incomplete after the notice: %s',
    (notice) => {
      const state = { kind: 'loaded', count: 1 } as const
      show(
        observations,
        aRecordStatus([aCategory('survey', state, [notice]), aCategory('exam', state)]),
      )
      expect(screen.getByText('2 results, newest first; may be incomplete: Surveys')).toBeVisible()
    },
  )
})

describe('ResultsView on the way to a trend and back', () => {
  const observations = ['a', 'b', 'c'].map((id) => anObservation({ id, name: `Test ${id}` }))

  it('C4 says which row the trend was opened from', async () => {
    const onOpenTrend = vi.fn<(id: string) => void>()
    show(observations, loaded, { onOpenTrend })
    await userEvent.click(screen.getByRole('link', { name: 'Test b' }))
    expect(onOpenTrend.mock.calls).toEqual([['b']])
  })

  it('C4 returns to the row that the trend was opened from', () => {
    show(observations, loaded, { returnTo: 'b' })
    expect(screen.getByRole('link', { name: 'Test b' })).toHaveFocus()
  })

  it('C4 returns to it once, not again when the category changes and changes back', async () => {
    show(observations, loaded, { returnTo: 'b' })
    const choice = screen.getByRole('combobox', { name: 'Category' })
    await userEvent.selectOptions(choice, 'Laboratory (3)')
    expect(choice).toHaveFocus()
    await userEvent.selectOptions(choice, 'All loaded categories')
    expect(choice).toHaveFocus()
  })
})
