import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import type { Observation } from '../../observations/observation.ts'
import { aCategory, aQuantityValue, aRecordStatus, anObservation } from '../test-observations.ts'
import { formatQuery, plainQuery, type ResultQuery } from './result-query.ts'
import { ResultsView } from './results-view.tsx'
import { cellsOf, loaded, resultsNow } from './test-results-page.tsx'

const wrong = anObservation({
  id: 'w',
  name: 'Cholesterol',
  status: 'entered-in-error',
  value: aQuantityValue('63', 'mmol/L'),
  flags: [{ level: 'critical', direction: 'high', text: 'Critically high' }],
  notes: ['Typed without its point'],
})

function Page({
  observations,
  status,
}: {
  readonly observations: readonly Observation[]
  readonly status: typeof loaded
}) {
  const [query, setQuery] = useState<ResultQuery>(plainQuery)
  return (
    <>
      <ResultsView
        observations={observations}
        enteredInError={[wrong]}
        status={status}
        seriesHref={String}
        now={resultsNow}
        query={query}
        onQuery={setQuery}
      />
      <output>{new URLSearchParams(formatQuery(query)).toString()}</output>
    </>
  )
}
const show = (observations = [anObservation()], status = { ...loaded, enteredInError: 1 }) =>
  render(<Page observations={observations} status={status} />)
const choice = () => screen.getByRole('checkbox', { name: 'Show entries made in error (1)' })
const name = 'Entered in error – not part of the record'

describe('what was entered in error', () => {
  it('D3 is shown in a table of its own once it is asked for, struck through and said to be that', async () => {
    show()
    expect(screen.queryByText('Cholesterol')).not.toBeInTheDocument()
    await userEvent.click(choice())
    const [, row] = within(screen.getByRole('table', { name })).getAllByRole('row')
    expect(cellsOf(row)).toEqual([
      'Entered in error Cholesterol',
      'May 1, 2024',
      '63 mmol/LNote: Typed without its point',
      '',
      'Critically high',
    ])
    const struck = within(row as HTMLElement).getAllByRole('deletion')
    expect(struck.map((one) => one.textContent).join('|')).toBe(
      cellsOf(row).filter(Boolean).join('|').replace('Entered in error ', ''),
    )
    expect(within(row as HTMLElement).getByText('Entered in error')).toBeVisible()
  })

  it('D3 leads to no trend, alerts of nothing, and counts as no result', async () => {
    show()
    await userEvent.click(choice())
    const table = screen.getByRole('table', { name })
    expect(within(table).queryByRole('link')).not.toBeInTheDocument()
    expect(table.querySelector('[class^=flag-]')).toBeNull()
    expect(screen.getByText('1 result, newest first')).toBeVisible()
    const results = screen.getByRole('table', { name: 'Observations' })
    expect(within(results).queryByText('Cholesterol')).not.toBeInTheDocument()
  })

  it('URL-04 says in the address that it is shown, and leaves the table as it is', async () => {
    show()
    const table = screen.getByRole('table', { name: 'Observations' })
    await userEvent.click(choice())
    expect(screen.getByText('errors=show')).toBeVisible()
    expect(screen.getByRole('table', { name: 'Observations' })).toBe(table)
    expect(choice()).toHaveFocus()
    await userEvent.click(choice())
    expect(screen.queryByRole('table', { name })).not.toBeInTheDocument()
  })

  it('stays shown, whole, while the results are narrowed and shown in full again', async () => {
    show()
    await userEvent.click(choice())
    await userEvent.type(screen.getByRole('searchbox'), 'no such')
    expect(screen.getByText('Newest first; all of them, whatever is chosen above.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Show all results' }))
    expect(screen.getByRole('table', { name })).toBeVisible()
  })

  it('D8 says how many more can not be read', async () => {
    show([anObservation()], { ...loaded, enteredInError: 3 })
    await userEvent.click(choice())
    expect(screen.getByText("Newest first. 2 more can't be read and are not shown.")).toBeVisible()
  })

  it('D3 ERR-07 is offered, and said, where nothing else came', async () => {
    const empty = { kind: 'loaded', count: 0 } as const
    show([], aRecordStatus([aCategory('laboratory', empty)], { enteredInError: 1 }))
    expect(screen.getByRole('note')).toHaveTextContent(
      'Only 1 entry came that the hospital marked as entered in error',
    )
    await userEvent.click(choice())
    expect(screen.getByRole('table', { name })).toBeVisible()
  })

  it('PAT-02 is not shown where results of another patient came', () => {
    show([], aRecordStatus([], { foreignSubject: true }))
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
  })
})
