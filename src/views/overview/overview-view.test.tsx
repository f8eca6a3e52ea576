import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import {
  aCategory,
  aPressure,
  aQuantity,
  aQuantityValue,
  aRange,
  aRecordStatus,
  anObservation,
} from '../test-observations.ts'
import { both, critical, high, on, part, rowsOf, show, weight } from './test-overview.tsx'

const outOfRange = 'Out of range or abnormal'
const vitals = 'Latest vital signs'

describe('OverviewView out of range', () => {
  it('D7 has the critical first, with flag, range and date in words', () => {
    show([
      anObservation({
        id: 'a',
        flags: [high],
        ranges: [aRange({ low: aQuantity('4.0', '%'), high: aQuantity('5.6', '%') })],
      }),
      anObservation({ id: 'b', name: 'Potassium', seriesId: 'loinc-1', flags: [critical] }),
    ])
    expect(rowsOf(outOfRange)).toEqual([
      'Potassium5.1 %\u203c\u25bc Critically lowMay 1, 2024',
      'Hemoglobin A1c5.1 %\u25b2 HighRange: 4.0\u20135.6 %May 1, 2024',
    ])
  })

  it('says of the link to the results what it shows', () => {
    show([
      anObservation({ id: 'a', flags: [high] }),
      anObservation({ id: 'b', flags: [high], effective: on('2024-04-01') }),
    ])
    expect(part(outOfRange).getAllByRole('listitem')).toHaveLength(1)
    expect(
      part(outOfRange).getByRole('link', {
        name: 'Every result flagged as out of range or abnormal (2)',
      }),
    ).toHaveAttribute('href', '#/results?flag=abnormal')
  })

  it('D7 names a comparison of the app as such, and counts it not among the flagged', () => {
    const beyond = aRange({ high: aQuantity('5.0', '%') })
    show([anObservation({ ranges: [beyond] })])
    expect(rowsOf(outOfRange)[0]).toContain("Above the range given (Chartside's comparison)")
    expect(part(outOfRange).queryByRole('link', { name: /flagged/ })).not.toBeInTheDocument()
  })

  it('shows eight and opens the rest in place', async () => {
    show(
      Array.from({ length: 10 }, (_, at) =>
        anObservation({ id: `o${at}`, seriesId: `loinc-${at}`, flags: [high] }),
      ),
    )
    expect(part(outOfRange).getAllByRole('listitem')).toHaveLength(8)
    await userEvent.click(part(outOfRange).getByRole('button', { name: 'Show all 10' }))
    expect(part(outOfRange).getAllByRole('listitem')).toHaveLength(10)
    expect(part(outOfRange).getByRole('button')).toHaveAttribute('aria-expanded', 'true')
    expect(part(outOfRange).getByRole('button')).toHaveFocus()
  })

  it('D7 does not call what has no flag normal', () => {
    show([anObservation()])
    expect(
      part(outOfRange).getByText(/A result without a flag is not thereby normal/),
    ).toBeVisible()
  })

  it('D6 says that a flagged result without a date was not looked at', () => {
    show([
      anObservation({ flags: [critical], effective: { kind: 'not-recorded', reason: undefined } }),
    ])
    expect(
      part(outOfRange).getByText(/^1 flagged result without a date.*is not looked at here/),
    ).toBeVisible()
    expect(part(outOfRange).getByRole('link', { name: /^Every result flagged/ })).toBeVisible()
  })

  it('PAT-07 says that a category is missing, and nothing of none while loading', () => {
    const failed = { kind: 'failed', failure: 'busy', count: 0, issues: [] } as const
    const { unmount } = show([anObservation()], aRecordStatus([aCategory('exam', failed)]))
    expect(part(outOfRange).getByText(/^Not every category could be loaded/)).toBeVisible()
    unmount()
    show([anObservation()], aRecordStatus([aCategory('exam', { kind: 'loading', count: 0 })]))
    expect(part(outOfRange).queryByText(/none has a latest result/)).not.toBeInTheDocument()
  })
})

describe('OverviewView of vital signs', () => {
  it('D6 has a card with value, date, change and how many its line is of', () => {
    show([weight('a', '2024-05-01', '72'), weight('b', '2024-03-01', '70')])
    expect(rowsOf(vitals)).toEqual([
      'Body weight72 kgMay 1, 20242 kg more than on Mar 1, 20242 results since Mar 1, 2024',
    ])
    expect(part(vitals).getByRole('link', { name: 'Body weight' })).toHaveAttribute(
      'href',
      '#/trend/loinc-29463-7',
    )
  })

  it('D5 has a blood pressure as one', () => {
    const components = [
      aPressure('systolic', aQuantityValue('120', 'mmHg'), { flags: [high] }),
      aPressure('diastolic', aQuantityValue('80', 'mmHg')),
    ]
    show([
      weight('a', '2024-05-01', '', {
        name: 'BP',
        codings: [],
        value: { kind: 'panel' },
        components,
      }),
    ])
    expect(rowsOf(vitals)).toEqual(['BP120 / 80 mmHgSystolic: \u25b2 HighMay 1, 2024'])
  })

  it('D3 D5 says the status unless final, and what qualifies the value', () => {
    const details = [{ label: 'Body site', text: 'Left arm' }]
    show([weight('a', '2024-05-01', '72', { status: 'preliminary', details })])
    expect(rowsOf(vitals)).toEqual(['Body weight72 kgPreliminaryBody site: Left armMay 1, 2024'])
  })

  it('D6 says both of one time, and how many more there are', () => {
    show(['a', 'b', 'c', 'd', 'e'].map((id) => weight(id, '2024-05-01', '72')))
    expect(rowsOf(vitals)[0]).toMatch(/^Body weight72 kg72 kg72 kgand 2 more at the same time/)
  })

  it('D3 D7 says the flags and the status of the result before, where the latest says nothing', () => {
    const pending = { value: { kind: 'absent', reason: 'pending' } } as const
    show([
      weight('a', '2024-05-01', '', { ...pending, status: 'registered' }),
      weight('b', '2024-03-01', '72', { status: 'preliminary', flags: [critical] }),
    ])
    expect(rowsOf(vitals)[0]).toMatch(
      /Before that: 72 kg, Mar 1, 2024\u203c\u25bc Critically lowPreliminary$/,
    )
  })

  it('D6 says of each when it holds, where a month and its first day begin together', () => {
    show([weight('a', '2024-05-01', '72'), weight('b', '2024-05', '74')])
    expect(rowsOf(vitals)).toEqual([
      expect.stringMatching(/^Body weight7. kgMay (1, )?20247. kgMay (1, )?2024/),
    ])
    expect(rowsOf(vitals)[0]).toMatch(/74 kgMay 2024/)
  })

  it('has no link to a trend that has nothing to draw', () => {
    show([weight('a', '2024-05-01', '', { value: { kind: 'coded', text: 'Refused' } })])
    expect(part(vitals).queryByRole('link')).not.toBeInTheDocument()
  })

  it.each(['refused', 'failed'] as const)('PAT-07 says that they were %s', (kind) => {
    const state = { kind, count: 0, issues: [], failure: 'busy' } as const
    show([anObservation()], aRecordStatus([aCategory('vital-signs', state)]))
    expect(
      part(vitals).getByText(/^Vital signs could not be loaded; the record status/),
    ).toBeVisible()
  })
})

describe('OverviewView without results', () => {
  it('ERR-07 says why, and has no part', () => {
    const state = { kind: 'refused', count: 0, issues: [] } as const
    show([], aRecordStatus([aCategory('laboratory', state)]))
    expect(screen.getByText('No results can be shown')).toBeVisible()
    expect(screen.queryByRole('heading', { level: 2 })).not.toBeInTheDocument()
  })

  it('PAT-02 shows nothing when results of another patient came', () => {
    show([anObservation({ flags: [high] })], aRecordStatus([], { foreignSubject: true }))
    expect(screen.getByRole('alert')).toHaveTextContent(/^Stopped: results of another patient/)
    expect(screen.queryByText('Hemoglobin A1c')).not.toBeInTheDocument()
  })
})

describe('OverviewView on the way to a trend and back', () => {
  it('C4 returns to the link that was followed, and to no other of the same test', async () => {
    const onOpenTrend = vi.fn<(key: string) => void>()
    const observations = [anObservation({ flags: [high] })]
    const { unmount } = show(observations, both, { onOpenTrend })
    await userEvent.click(part(/^Latest laboratory/).getByRole('link', { name: 'Hemoglobin A1c' }))
    const [[returnTo] = []] = onOpenTrend.mock.calls
    unmount()
    show(observations, both, { returnTo })
    expect(part(/^Latest laboratory/).getByRole('link', { name: 'Hemoglobin A1c' })).toHaveFocus()
  })
})
