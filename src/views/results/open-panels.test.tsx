import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Observation } from '../../observations/observation.ts'
import { aCategory, aRecordStatus, anObservation } from '../test-observations.ts'
import { plainQuery, type ResultQuery } from './result-query.ts'
import { ResultsView } from './results-view.tsx'
import { loaded, resultsNow, rows } from './test-results-page.tsx'

const loading = aRecordStatus([aCategory('laboratory', { kind: 'loading', count: 1 })])
const panel = anObservation({
  id: 'p',
  name: 'Lipid panel',
  value: { kind: 'panel' },
  members: ['Observation/a', 'Observation/b'],
  memberNames: ['HDL', 'LDL'],
})
const member = (id: string, name: string) => anObservation({ id, name })

function view(
  observations: readonly Observation[],
  { status = loaded, query = {}, enteredInError = [] as readonly Observation[] } = {},
) {
  return (
    <ResultsView
      observations={observations}
      enteredInError={enteredInError}
      status={status}
      seriesHref={String}
      now={resultsNow}
      query={{ ...plainQuery, ...(query as Partial<ResultQuery>) }}
      onQuery={() => {}}
    />
  )
}
const toggle = () => screen.getByRole('button', { name: /^(Show|Hide) \d \w+ of/ })

describe('a panel in the results', () => {
  it('D5 opens below its row by keyboard alone, and closes again', async () => {
    const user = userEvent.setup()
    render(view([panel, member('a', 'HDL')]))
    expect(toggle()).toHaveAccessibleName('Show 2 members of Lipid panel')
    expect(toggle()).toHaveAttribute('aria-expanded', 'false')
    toggle().focus()
    await user.keyboard('{Enter}')
    expect(toggle()).toHaveFocus()
    expect(toggle()).toHaveAttribute('aria-expanded', 'true')
    const list = screen.getByRole('list', { name: 'In Lipid panel' })
    expect(rows()[1]).toContainElement(list)
    expect(document.getElementById(toggle().getAttribute('aria-controls') ?? '')).toContainElement(
      list,
    )
    expect(list).toHaveTextContent('LDLNot included in the response')
    await user.keyboard(' ')
    expect(screen.queryByRole('list', { name: 'In Lipid panel' })).not.toBeInTheDocument()
  })

  it('stays open while pages arrive, and takes in what they bring', async () => {
    const { rerender } = render(view([panel], { status: loading }))
    await userEvent.click(toggle())
    expect(screen.getAllByText('Not received so far')).toHaveLength(2)
    rerender(view([panel, member('a', 'HDL')], { status: loading }))
    expect(screen.getAllByText('Not received so far')).toHaveLength(1)
    rerender(view([panel, member('a', 'HDL')]))
    expect(screen.getByText('Not included in the response')).toBeVisible()
  })

  it('stays open when the results are sorted, grouped and narrowed otherwise', async () => {
    const all = [panel, member('a', 'HDL')]
    const { rerender } = render(view(all))
    await userEvent.click(toggle())
    for (const query of [
      { sort: 'name' },
      { group: 'panel' },
      { category: 'laboratory' },
    ] as const) {
      rerender(view(all, { query }))
      expect(toggle()).toHaveAttribute('aria-expanded', 'true')
    }
  })

  it('D3 D5 says that a member was entered in error, not that it was not received', async () => {
    const wrong = anObservation({ id: 'b', status: 'entered-in-error' })
    render(view([panel, member('a', 'HDL')], { enteredInError: [wrong] }))
    expect(screen.getByText('1 member entered in error, left out')).toBeVisible()
    expect(screen.queryByText(/not received/)).not.toBeInTheDocument()
    await userEvent.click(toggle())
    expect(screen.getByText(/^Left out: marked by the hospital/)).toBeVisible()
  })

  it('D5 shows the parts of a result once: in its cell, or below it when open', async () => {
    const part = {
      name: 'How often',
      codings: [],
      value: { kind: 'coded', text: 'Never' } as const,
      flags: [],
      ranges: [],
    }
    const survey = { categories: ['survey'], value: { kind: 'panel' } as const }
    render(view([anObservation({ name: 'AUDIT-C', components: [part, part], ...survey })]))
    expect(screen.getByText('How often: Never; How often: Never')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Show 2 answers of AUDIT-C' }))
    expect(screen.queryByText(/How often: Never/)).not.toBeInTheDocument()
    expect(screen.getAllByText('Never')).toHaveLength(2)
  })

  it('leaves a single value and a blood pressure without a button', () => {
    render(view([anObservation()]))
    expect(screen.queryByRole('button', { name: /^Show \d/ })).not.toBeInTheDocument()
  })
})
