import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { CategoryState, RecordStatus } from '../../fhir/record-status.ts'
import { aCategory, aRecordStatus } from '../test-observations.ts'
import { RecordStatusPanel } from './record-status-panel.tsx'

const AS_OF = new Date(2024, 4, 1, 10, 42).getTime()
const issue = {
  severity: 'error',
  type: 'processing',
  code: undefined,
  text: 'Sorry <b>not now</b>',
  diagnostics: 'request 12 of patient 34',
} as const

function show(status: RecordStatus, loadedCount?: number) {
  const onRetry = vi.fn<(code: string) => void>()
  const { rerender } = render(
    <RecordStatusPanel status={status} loadedCount={loadedCount} onRetry={onRetry} />,
  )
  return {
    onRetry,
    panel: screen.getByRole('region', { name: 'Record status' }),
    update: (next: RecordStatus, count?: number) =>
      rerender(<RecordStatusPanel status={next} loadedCount={count} onRetry={onRetry} />),
  }
}

const lines = () =>
  within(screen.getByRole('list', { name: 'Categories' }))
    .getAllByRole('listitem')
    .map((item) => item.querySelector('p')?.textContent)

describe('RecordStatusPanel', () => {
  it('OBS-02 says of each category what became of it', async () => {
    const failed = { kind: 'failed', failure: 'busy', issues: [] } as const
    show(
      aRecordStatus([
        aCategory('vital-signs', { kind: 'loaded', count: 1361 }),
        aCategory('laboratory', { kind: 'loading', count: 200 }),
        aCategory('social-history', { kind: 'empty' }),
        aCategory('survey', { kind: 'refused', count: 0, issues: [] }),
        aCategory('exam', { ...failed, count: 0 }),
        aCategory('imaging', { ...failed, count: 3 }),
        aCategory('procedure', { kind: 'stopped', count: 20_000, why: 'page-limit' }),
        aCategory('therapy', { kind: 'stopped', count: 5, why: 'loop' }),
        aCategory('activity', { kind: 'waiting' }),
      ]),
    )
    expect(lines()).toEqual([
      'Vital signs: 1,361 loaded',
      'Laboratory: loading, 200 so far',
      'Social history: none found',
      "Surveys: refused by the hospital's server",
      "Exam: failed: the hospital's server is busy",
      "Imaging: failed: the hospital's server is busy, 3 loaded before that",
      'Procedures: stopped after 20,000, because there are more pages than this app reads; there may be more',
      "Therapy: stopped after 5, because the hospital's server gave the same page again; there may be more",
      'Activity: waiting',
    ])
  })

  it('OBS-02 names several categories without results in one line, but not those that may be incomplete', () => {
    show(
      aRecordStatus([
        aCategory('social-history', { kind: 'empty' }),
        aCategory('laboratory', { kind: 'loaded', count: 1 }),
        aCategory('survey', { kind: 'empty' }, ['The server sent only a part of these results.']),
        aCategory('exam', { kind: 'empty' }),
      ]),
    )
    expect(lines().map((line) => line?.replace(/ \W+ ,/, ','))).toEqual([
      'Laboratory: 1 loaded',
      'Surveys: none found, may be incomplete',
      'None found: Social history, Exam',
    ])
  })

  it('OBS-05 says that the next page could not be found', () => {
    show(aRecordStatus([aCategory('exam', { kind: 'stopped', count: 7, why: 'lost-link' })]))
    expect(lines()).toEqual([
      "Exam: stopped after 7, because the hospital's server did not say where the next page is; there may be more",
    ])
  })

  it('OBS-02 tries one failed category again', async () => {
    const failed = { kind: 'failed', failure: 'server', count: 0, issues: [] } as const
    const { onRetry } = show(
      aRecordStatus([aCategory('vital-signs', failed), aCategory('laboratory', failed)]),
    )
    await userEvent.click(screen.getByRole('button', { name: 'Try again: Laboratory' }))
    expect(onRetry.mock.calls).toEqual([['laboratory']])
  })

  it.each<CategoryState>([
    { kind: 'loaded', count: 1 },
    { kind: 'empty' },
    { kind: 'refused', count: 0, issues: [] },
    { kind: 'failed', failure: 'server', count: 0, issues: [] },
  ])('PAT-07 keeps what became of a category in sight: %o', (state) => {
    show(aRecordStatus([aCategory('laboratory', state)]))
    expect(screen.getByRole('list', { name: 'Categories' })).toBeVisible()
  })

  it('PAT-07 sums up in one line, with the time', () => {
    const refused = { kind: 'refused', count: 0, issues: [] } as const
    const { panel } = show(
      aRecordStatus(
        [
          aCategory('vital-signs', { kind: 'loaded', count: 900 }),
          aCategory('survey', refused),
          aCategory('exam', refused),
        ],
        { asOf: AS_OF },
      ),
      1234,
    )
    expect(panel.querySelector('.record-status-summary')).toHaveTextContent(
      '1,234 results loaded · 2 categories refused · as of 10:42 AM',
    )
    expect(panel).toHaveTextContent('Data as of May 1, 2024, 10:42 AM PDT.')
  })

  it('OBS-06 counts categories, not results, while it does not know how many are distinct', () => {
    const { panel } = show(
      aRecordStatus([
        aCategory('vital-signs', { kind: 'loaded', count: 900 }),
        aCategory('laboratory', { kind: 'empty' }),
        aCategory('survey', { kind: 'loading', count: 5 }),
      ]),
    )
    expect(panel.querySelector('.record-status-summary')).toHaveTextContent(
      '2 of 3 categories loaded · still loading',
    )
  })

  it('OBS-04 never claims all results', () => {
    const { panel } = show(
      aRecordStatus([aCategory('laboratory', { kind: 'loaded', count: 2 })]),
      2,
    )
    expect(panel).toHaveTextContent('These are the results in these categories')
    expect(
      screen.getByText('Only results in these categories are asked for; the record may hold more.'),
    ).toBeVisible()
    expect(panel).not.toHaveTextContent(/all (the )?results|complete record/i)
  })

  it('announces the end of loading once, and no page before it', () => {
    const at = (count: number) =>
      aRecordStatus([aCategory('laboratory', { kind: 'loading', count })])
    const { update } = show(at(0), 0)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    update(at(200), 200)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    update(aRecordStatus([aCategory('laboratory', { kind: 'loaded', count: 400 })]), 400)
    expect(screen.getByRole('status')).toHaveTextContent('Loading is done. 400 results loaded.')
  })

  it('says what is incomplete when it announces the end', () => {
    const failed = { kind: 'failed', failure: 'server', count: 0, issues: [] } as const
    show(aRecordStatus([aCategory('laboratory', failed)]), 0)
    expect(screen.getByRole('status')).toHaveTextContent(
      'Loading is done. 0 results loaded. 1 category failed.',
    )
  })

  it('PAT-02 D3 counts what was left out, each kind with its reason', () => {
    show(
      aRecordStatus([aCategory('laboratory', { kind: 'stopped', count: 9, why: 'loop' })], {
        withoutSubject: 1,
        unreadable: [{ reason: 'it has no id', count: 2 }],
        enteredInError: 3,
      }),
    )
    const items = within(screen.getByRole('list', { name: 'Left out' })).getAllByRole('listitem')
    expect(items.map((item) => item.textContent)).toEqual([
      "1 result was left out: the hospital's server did not say whose it is.",
      '2 results could not be read and were left out: it has no id.',
      '3 results were left out: marked by the hospital as entered in error.',
    ])
  })

  it("LOG-04 shows the server's words as text, and diagnostics only on demand", async () => {
    show(aRecordStatus([aCategory('laboratory', { kind: 'refused', count: 0, issues: [issue] })]))
    await userEvent.click(screen.getByText('What this covers, and what the server said'))
    expect(screen.getByText(issue.text)).toBeVisible()
    expect(screen.getByText(issue.diagnostics)).not.toBeVisible()
    await userEvent.click(screen.getByText('Details for support'))
    expect(screen.getByText(issue.diagnostics)).toBeVisible()
  })

  it('PAT-02 blocks when results of another patient came, and counts nothing', () => {
    const { panel } = show(
      aRecordStatus([aCategory('laboratory', { kind: 'loaded', count: 7 })], {
        foreignSubject: true,
      }),
      7,
    )
    expect(within(panel).getByRole('alert')).toHaveTextContent(
      'Stopped: results of another patient were received',
    )
    expect(panel).not.toHaveTextContent('7')
  })
})
