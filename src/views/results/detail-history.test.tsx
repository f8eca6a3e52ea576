import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { readFhirDate } from '../../fhir/fhir-date.ts'
import type { Observation } from '../../observations/observation.ts'
import type {
  ObservationHistory,
  ObservationVersion,
} from '../../observations/observation-history.ts'
import { anObservation, aQuantityValue } from '../test-observations.ts'
import { DetailHistory } from './detail-history.tsx'

const aVersion = (
  versionId: string | undefined,
  says: ObservationVersion['says'],
): ObservationVersion => ({ versionId, lastUpdated: readFhirDate('2025-05-02'), says })
const read = (part: Partial<Observation>) =>
  ({ kind: 'read', observation: anObservation(part) }) as const

const button = () => screen.getByRole('button', { name: 'Show earlier versions' })

async function show(history: ObservationHistory, part: Partial<Observation> = {}) {
  const readHistory = vi.fn<() => Promise<ObservationHistory>>(() => Promise.resolve(history))
  render(<DetailHistory observation={anObservation(part)} readHistory={readHistory} />)
  expect(readHistory).not.toHaveBeenCalled()
  await userEvent.click(button())
  expect(readHistory.mock.calls).toEqual([['o1']])
}

const items = () => screen.getAllByRole('listitem').map((item) => item.textContent)

describe('DetailHistory', () => {
  it.each(['amended', 'corrected'] as const)('D3 says plainly that a result was %s', (status) => {
    const readHistory = vi.fn<() => Promise<ObservationHistory>>()
    render(<DetailHistory observation={anObservation({ status })} readHistory={readHistory} />)
    expect(screen.getByText(new RegExp(`was ${status} after it had been final`))).toBeVisible()
  })

  it('D3 lists version, moment, status and value, newest first, and those that are no data', async () => {
    await show({
      kind: 'read',
      isComplete: true,
      versions: [
        aVersion('4', read({ status: 'corrected', value: aQuantityValue('5.10', '%') })),
        aVersion('3', { kind: 'deleted' }),
        aVersion('2', { kind: 'entered-in-error' }),
        aVersion(undefined, { kind: 'unreadable' }),
      ],
    })
    expect(items()).toEqual([
      'Version 4, May 2, 2025Corrected: 5.10 %',
      'Version 3, May 2, 2025Deleted',
      'Version 2, May 2, 2025Entered in error: what it said is no result',
      "Version not numbered, May 2, 2025A version this app can't read",
    ])
    expect(screen.queryByText(/may be more versions/)).not.toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('list').parentElement).toHaveFocus())
  })

  it('D6 D7 says of a version its flags, and what else was not as it is now', async () => {
    const flags = [{ level: 'critical', direction: 'high', text: 'Critically high' }] as const
    const date = readFhirDate('2024-04-30')
    const effective = date && ({ kind: 'at', date } as const)
    await show({
      kind: 'read',
      isComplete: true,
      versions: [
        aVersion('3', read({})),
        aVersion('2', read({ flags })),
        aVersion('1', read({ ...(effective && { effective }), name: 'Glucose', focus: 'Fetus' })),
      ],
    })
    expect(items()).toEqual([
      'Version 3, May 2, 2025Final: 5.1 %',
      'Version 2, May 2, 2025Final: 5.1 %Flag: Critically high',
      'Version 1, May 2, 2025Final: 5.1 %Date: Apr 30, 2024Sent as GlucoseAbout: Fetus',
    ])
  })

  it.each<[string, ObservationHistory, RegExp]>([
    [
      'has more',
      { kind: 'read', isComplete: false, versions: [aVersion('2', read({}))] },
      /may be more/,
    ],
    [
      'has but one',
      { kind: 'read', isComplete: true, versions: [aVersion('1', read({}))] },
      /one version only/,
    ],
    [
      'sends none',
      { kind: 'read', isComplete: true, versions: [] },
      /does not mean that there is none/,
    ],
  ])('ERR-07 says that the server %s', async (_, history, words) => {
    await show(history)
    expect(screen.getByText(words)).toBeVisible()
  })

  it.each<[ObservationHistory, string]>([
    [{ kind: 'not-given' }, 'does not give earlier versions of a result to this app'],
    [{ kind: 'not-granted' }, 'not to read one by itself'],
    [{ kind: 'other' }, 'It is not shown'],
    [{ kind: 'failed', failure: 'busy' }, "the hospital's server is busy"],
  ])('ERR-07 says why there is no list, and can be asked again: %o', async (history, words) => {
    await show(history)
    expect(screen.getByRole('status')).toHaveTextContent(words)
    expect(screen.queryByRole('list')).not.toBeInTheDocument()
    await waitFor(() => expect(button()).toHaveFocus())
  })
})
