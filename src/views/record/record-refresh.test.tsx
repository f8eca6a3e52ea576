import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { CategoryState } from '../../fhir/record-status.ts'
import type { RecordChanges } from '../../observations/record-changes.ts'
import { aCategory, aRecordStatus } from '../test-observations.ts'
import { RecordStatusPanel } from './record-status-panel.tsx'

const AS_OF = new Date(2024, 4, 1, 10, 42).getTime()
const none: RecordChanges = {
  since: AS_OF,
  isLoading: false,
  marks: new Map(),
  gone: 0,
  leftOut: 0,
  isPatientOld: false,
}

function show(state: CategoryState, changes?: RecordChanges) {
  const [onReload, onRetry] = [vi.fn<() => void>(), vi.fn<(code: string) => void>()]
  const status = aRecordStatus([aCategory('laboratory', state)], { asOf: AS_OF })
  const oldest = { kind: 'calendar', text: '2012', precision: 'year', year: 2012 } as const
  const newest = {
    kind: 'calendar',
    text: '2024-03',
    precision: 'month',
    year: 2024,
    month: 3,
  } as const
  render(
    <RecordStatusPanel
      status={status}
      loadedCount={3}
      span={{
        oldest: { ...oldest, month: undefined, day: undefined },
        newest: { ...newest, day: undefined },
      }}
      changes={changes}
      onRetry={onRetry}
      onReload={onReload}
    />,
  )
  return { onReload, onRetry, panel: screen.getByRole('region', { name: 'Record status' }) }
}

const loaded = { kind: 'loaded', count: 3 } as const

describe('RecordStatusPanel of a record that can be loaded again', () => {
  it('PAT-07 says from when to when the results are, no more precisely than was sent', () => {
    expect(show(loaded).panel).toHaveTextContent(
      '3 results loaded · as of 10:42 AM · dated 2012 to Mar 2024',
    )
  })

  it('loads again when it is told to', async () => {
    const { onReload } = show(loaded)
    await userEvent.click(screen.getByRole('button', { name: 'Refresh my data' }))
    expect(onReload).toHaveBeenCalledOnce()
  })

  it('does not begin a second time while it is loading', () => {
    show({ kind: 'loading', count: 1 })
    expect(screen.getByRole('button', { name: 'Refresh my data' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })

  it.each<[Partial<RecordChanges>, string]>([
    [{}, 'Since 10:42 AM: nothing has changed.'],
    [
      {
        marks: new Map([
          ['a', 'new'],
          ['b', 'changed'],
          ['c', 'new'],
        ]),
        gone: 1,
      },
      'Since 10:42 AM: 2 new, 1 changed, 1 result not sent any more and not shown.',
    ],
    [{ leftOut: 1 }, 'Since 10:42 AM: 1 result left out now.'],
    [
      { gone: undefined },
      'Not everything could be loaded again, so older results may still be shown.',
    ],
    [{ isPatientOld: true }, 'Who the patient is could not be loaded again.'],
    [{ isLoading: true }, 'Loading your data again; what is here stays'],
  ])('says what loading again has brought: %o', (part, words) => {
    show(loaded, { ...none, ...part })
    expect(screen.getByText(new RegExp(words.replaceAll('.', String.raw`\.`)))).toBeVisible()
  })

  it('OBS-05 reads on beyond the page limit when it is told to', async () => {
    const { onRetry } = show({ kind: 'stopped', count: 9, why: 'page-limit' })
    await userEvent.click(screen.getByRole('button', { name: 'Load more: Laboratory' }))
    expect(onRetry).toHaveBeenCalledWith('laboratory')
  })

  it('OBS-02 offers to try again after a loop', () => {
    show({ kind: 'stopped', count: 9, why: 'loop' })
    expect(screen.getByRole('button', { name: 'Try again: Laboratory' })).toBeVisible()
  })
})
