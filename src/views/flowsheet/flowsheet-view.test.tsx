import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { RecordStatus } from '../../fhir/record-status.ts'
import { readFhirDate } from '../../fhir/fhir-date.ts'
import type { Observation } from '../../observations/observation.ts'
import {
  aCategory,
  anObservation,
  aPressure,
  aQuantityValue,
  aRecordStatus,
} from '../test-observations.ts'
import { preloadPlainNames, RegisterContext } from '../shared/register.ts'
import { plainSheet, type FlowsheetQuery } from './flowsheet-query.ts'
import { FlowsheetView } from './flowsheet-view.tsx'

await preloadPlainNames()

const loaded = aRecordStatus([aCategory('laboratory', { kind: 'loaded', count: 1 })])
const onQuery = vi.fn<(query: FlowsheetQuery) => void>()
const onOpen = vi.fn<(id: string) => void>()

function show(
  observations: readonly Observation[],
  part: {
    query?: Partial<FlowsheetQuery>
    status?: RecordStatus
    returnTo?: string
    register?: 'patient'
  } = {},
) {
  const { query, status = loaded, returnTo, register = 'clinician' } = part
  return render(
    <RegisterContext value={register}>
      <FlowsheetView
        observations={observations}
        status={status}
        query={{ ...plainSheet, ...query }}
        onQuery={onQuery}
        seriesHref={(series) => `#trend/${series}`}
        resultHref={(id) => `#row/${id}`}
        resultsHref="#results"
        onOpen={onOpen}
        returnTo={returnTo}
      />
    </RegisterContext>,
  )
}

function on(date: string, part: Partial<Observation> = {}): Observation {
  const read = readFhirDate(date)
  if (read === undefined) throw new Error(date)
  return anObservation({ id: `o-${date}`, effective: { kind: 'at', date: read }, ...part })
}

const high = { level: 'abnormal', direction: 'high', text: 'High' } as const
const low = { level: 'critical', direction: 'low', text: 'Critically low' } as const

describe('FlowsheetView', () => {
  it('has tests down with their unit and a link to the trend, dates across, newest first', () => {
    show([on('2024-05-01'), on('2024-06')])
    const heads = screen.getAllByRole('columnheader').map((one) => one.textContent)
    expect(heads).toEqual(['Test', 'Jun 2024month only', 'May 1, 2024'])
    const row = screen.getByRole('rowheader', { name: 'Hemoglobin A1c (%)' })
    expect(within(row).getByRole('link')).toHaveAttribute('href', '#trend/loinc-4548-4')
    expect(screen.getByRole('rowheader', { name: 'Laboratory' })).toBeVisible()
  })

  it('D7 shows a flag by shape and letter, says it in words, and leads to the result', async () => {
    show([on('2024-05-01', { flags: [high] })])
    expect(screen.getByText('▲ H')).toBeVisible()
    const link = screen.getByRole('link', { name: '5.1, High, %' })
    expect(link).toHaveAttribute('href', '#row/o-2024-05-01')
    await userEvent.click(link)
    expect(onOpen).toHaveBeenCalledWith('o-2024-05-01')
  })

  it.each(['comfortable', 'compact', 'wide'] as const)(
    'D5 has room in a row for a plain name and two lines of the laboratory’s, %s',
    (density) => {
      show([on('2024-05-01')], { query: { density }, register: 'patient' })
      const sized = document.querySelector<HTMLElement>('[style*="--grid-row"]')
      const height = Number.parseFloat(sized?.style.getPropertyValue('--grid-row') ?? '')
      // Of 13 px, as it says in the style sheet.
      expect(height).toBeGreaterThanOrEqual(3 * 13 * 1.35)
    },
  )

  it('D5 shows a blood pressure in one cell', () => {
    const components = [
      aPressure('systolic', aQuantityValue('120', 'mmHg')),
      aPressure('diastolic', aQuantityValue('80', 'mmHg')),
    ]
    show([on('2024-05-01', { name: 'Blood pressure', value: { kind: 'panel' }, components })])
    expect(screen.getByRole('rowheader', { name: 'Blood pressure (mmHg)' })).toBeVisible()
    expect(screen.getByText('120/80')).toBeVisible()
  })

  it('D4 says why there is no value, in words and when gone to', () => {
    show([on('2024-05-01', { value: { kind: 'absent', reason: 'not performed: Clotted' } })])
    const link = screen.getByRole('link', { name: '–, not performed: Clotted' })
    act(() => link.focus())
    const readout = screen.getByRole('region', { name: 'Cell in full' })
    expect(readout).toHaveTextContent('Hemoglobin A1c: not performed: Clotted, on May 1, 2024')
  })

  it('D7 says how many results a cell has, shows the gravest flag of those, and lists all', async () => {
    show([
      on('2024-05-01T18:00:00Z', { flags: [low] }),
      on('2024-05-01T20:00:00Z', { value: aQuantityValue('6.0', '%') }),
    ])
    expect(screen.getByText('+1')).toHaveTextContent('+1 ‼▼')
    const newest = screen.getByRole('link', { name: '6.0, %, and 1 more, Critically low' })
    act(() => newest.focus())
    const readout = screen.getByRole('region', { name: 'Cell in full' })
    const all = within(readout).getAllByRole('link')
    expect(all.map((one) => one.getAttribute('href'))).toEqual([
      '#row/o-2024-05-01T20:00:00Z',
      '#row/o-2024-05-01T18:00:00Z',
    ])
  })

  it('D3 labels what is preliminary', () => {
    show([on('2024-05-01', { status: 'preliminary' })])
    expect(screen.getByText('prelim.')).toBeVisible()
    expect(screen.getByRole('link', { name: '5.1, %, Preliminary' })).toBeVisible()
  })

  it('D8 counts what is not in the table, says why and where it is', () => {
    show([
      on('2024-05-01'),
      on('2024-05-02', { isTestData: true }),
      on('2024-05-03', { focus: 'Fetus' }),
    ])
    const note = screen.getByText(/not in this table/)
    expect(note).toHaveTextContent(
      '2 results are not in this table: 1 test data; 1 about someone or something other than the patient.',
    )
    expect(within(note).getByRole('link', { name: 'See all results' })).toHaveAttribute(
      'href',
      '#results',
    )
  })

  it('D6 counts results without a date when days are chosen', () => {
    const undated = anObservation({ effective: { kind: 'not-recorded', reason: undefined } })
    show([on('2024-05-01'), undated], { query: { from: '2024-01-01' } })
    expect(screen.getByText(/1 result is not in this table: 1 without a date/)).toBeVisible()
  })

  it('URL-04 narrows by what is typed, and says how much is shown', async () => {
    onQuery.mockClear()
    show([on('2024-05-01'), on('2024-05-02', { name: 'Sodium', seriesId: 'x', codings: [] })])
    expect(screen.getByText('2 tests on 2 dates, newest first')).toBeVisible()
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search tests' }), 'sod')
    expect(screen.getByText('1 test on 1 date, newest first', { selector: '.quiet' })).toBeVisible()
    expect(onQuery).not.toHaveBeenCalled()
  })

  it.each([
    ['Density', 'Compact', { density: 'compact' }],
    ['Order', 'Oldest first', { order: 'oldest' }],
    ['Columns', 'Each time', { by: 'time' }],
    ['Category', 'Laboratory', { category: 'laboratory' }],
  ])('asks for another %s', async (label, choice, expected) => {
    show([on('2024-05-01')])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: label }), choice)
    expect(onQuery).toHaveBeenLastCalledWith(expect.objectContaining(expected))
  })

  it('asks for the tests out of range alone', async () => {
    show([on('2024-05-01')])
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only tests out of range' }))
    expect(onQuery).toHaveBeenLastCalledWith(expect.objectContaining({ isOutOfRange: true }))
  })

  it('ERR-07 says that nothing fits, not that there is nothing', () => {
    show([on('2024-05-01')], { query: { isOutOfRange: true } })
    expect(screen.getByRole('note')).toHaveTextContent('No loaded test fits')
  })

  it('says that all that is loaded is elsewhere', () => {
    show([on('2024-05-01', { isTestData: true })])
    expect(screen.getByRole('note')).toHaveTextContent('No loaded result belongs in this table')
    expect(screen.getByText(/1 result is not in this table/)).toBeVisible()
  })

  it('returns to the cell that was followed', () => {
    show([on('2024-05-01'), on('2024-05-02')], { returnTo: 'o-2024-05-01' })
    const [, older] = screen.getAllByRole('gridcell')
    expect(older).toHaveFocus()
  })
})

describe('FlowsheetView of a record that is not all there', () => {
  it('PAT-02 shows nothing when results of another patient arrived', () => {
    show([on('2024-05-01')], { status: { ...loaded, foreignSubject: true } })
    expect(screen.queryByRole('grid')).toBeNull()
    expect(screen.getByText(/results of another patient/)).toBeVisible()
  })

  it('says that more is loading', () => {
    const status = aRecordStatus([aCategory('laboratory', { kind: 'loading', count: 1 })])
    show([on('2024-05-01')], { status })
    expect(screen.getByText(/more are still loading/)).toBeVisible()
  })

  it('OBS-02 says which categories are missing, and that an empty cell does not mean none', () => {
    const status = aRecordStatus([
      aCategory('laboratory', { kind: 'loaded', count: 1 }),
      aCategory('vital-signs', { kind: 'refused', count: 0, issues: [] }),
      aCategory('survey', { kind: 'loaded', count: 0 }, ['Some results are withheld.']),
    ])
    show([on('2024-05-01')], { status })
    const note = screen.getByText(/Not fully loaded, so missing here: Vital signs\./)
    expect(note).toHaveTextContent('May be incomplete: Surveys.')
    expect(note).toHaveTextContent(/The record status says why/)
  })

  it('ERR-07 tells a failure from an empty record', () => {
    const status = aRecordStatus([aCategory('laboratory', { kind: 'empty' })])
    show([], { status })
    expect(screen.getByText('No results found in these categories')).toBeVisible()
  })
})
