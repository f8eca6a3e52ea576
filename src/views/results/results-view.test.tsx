import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { RecordStatus } from '../../fhir/record-status.ts'
import type { Flag, Observation } from '../../observations/observation.ts'
import {
  aCategory,
  aPressure,
  aQuantity,
  aQuantityValue,
  aRecordStatus,
  anObservation,
} from '../test-observations.ts'
import { ResultsView } from './results-view.tsx'

const NOW = new Date(2024, 5, 1, 12).getTime()
const loaded = aRecordStatus([aCategory('laboratory', { kind: 'loaded', count: 1 })])

function show(observations: readonly Observation[], status: RecordStatus = loaded) {
  render(
    <ResultsView
      observations={observations}
      status={status}
      seriesHref={(id) => `#/trend/${id}`}
      now={NOW}
    />,
  )
}

const rows = () => screen.getAllByRole('row').slice(1)
const cellsOf = (row: HTMLElement | undefined) =>
  [...(row?.children ?? [])].map((cell) => cell.textContent)
const showRow = (part: Partial<Observation>) => {
  show([anObservation(part)])
  return cellsOf(rows()[0])
}

const flag = (part: Partial<Flag>): Flag => ({
  level: 'abnormal',
  direction: undefined,
  text: 'Abnormal',
  ...part,
})

describe('ResultsView', () => {
  it('shows each result as a row of the table Observations', () => {
    show([
      anObservation({
        ranges: [
          {
            low: aQuantity('4.0', '%'),
            high: aQuantity('5.6', '%'),
            text: undefined,
            type: undefined,
            appliesTo: [],
            age: undefined,
          },
        ],
      }),
    ])
    const table = screen.getByRole('table', { name: 'Observations' })
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((one) => one.textContent),
    ).toEqual(['Date', 'Name', 'Value', 'Reference range', 'Flag', 'Category', 'Status'])
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
    expect(screen.getAllByRole('rowheader').map((one) => one.textContent)).toEqual(['B', 'A'])
  })

  it('leads from the name to the trend', () => {
    show([anObservation()])
    expect(screen.getByRole('link', { name: 'Hemoglobin A1c' })).toHaveAttribute(
      'href',
      '#/trend/loinc-4548-4',
    )
  })

  it.each([
    ['a text', { value: { kind: 'text', text: 'Negative', isStrippedRichText: false } }],
    ['a preliminary result', { status: 'preliminary' }],
    ['a result about someone else', { focus: 'Fetus' }],
  ] as const)('leads nowhere from %s', (_, part) => {
    showRow(part)
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
  })

  it('D8 says about whom a result is, when not about the patient', () => {
    expect(showRow({ focus: 'Fetus' })[1]).toBe('Hemoglobin A1cAbout: Fetus')
  })

  it.each([
    ['amended', 'Amended'],
    ['corrected', 'Corrected'],
    ['preliminary', 'Preliminary'],
    ['registered', 'Pending'],
    ['unknown', 'Status unknown'],
  ] as const)('D3 makes the status %s stand out', (status, words) => {
    showRow({ status })
    const cell = within(rows()[0] as HTMLElement)
      .getAllByRole('cell')
      .at(-1)
    expect(cell?.querySelector('.result-status')).toHaveTextContent(words)
  })

  it('D4 keeps the comparator', () => {
    const value = { kind: 'quantity', quantity: { ...aQuantity('5', 'mg/L'), comparator: '<' } }
    expect(showRow({ value } as Partial<Observation>)[2]).toBe('<5 mg/L')
  })

  it('D4 shows a result of 0', () => {
    expect(showRow({ value: aQuantityValue('0', 'mg/L') })[2]).toBe('0 mg/L')
  })

  it('D4 opens a text of several lines', async () => {
    const text = 'Growth of E. coli\nSensitive'
    showRow({ value: { kind: 'text', text, isStrippedRichText: false } })
    await userEvent.click(screen.getByText('Full text'))
    expect(screen.getByText(/Sensitive/)).toBeVisible()
  })

  it('D5 shows why there is no value, and the notes', () => {
    const value = { kind: 'absent', reason: 'Withheld' } as const
    expect(showRow({ value, notes: ['Sample hemolyzed'] })[2]).toBe(
      'WithheldNote: Sample hemolyzed',
    )
  })

  it('D5 shows what qualifies a result, and the rest on demand', async () => {
    showRow({
      details: [
        { label: 'Method', text: 'Ear thermometer' },
        { label: 'Performed by', text: 'Dr. Example' },
      ],
    })
    expect(screen.getByText('Ear thermometer')).toBeVisible()
    expect(screen.getByText('Dr. Example')).not.toBeVisible()
    await userEvent.click(screen.getByText('More'))
    expect(screen.getByText('Dr. Example')).toBeVisible()
  })

  it('D6 says that the date is not recorded, and when it was reported', () => {
    const effective = { kind: 'not-recorded', reason: undefined } as const
    const issued = { kind: 'instant', text: '', epochMs: NOW } as const
    expect(showRow({ effective, issued })[0]).toBe(
      'Date not recordedReported Jun 1, 2024, 12:00 PM PDT',
    )
  })

  it('D6 warns of a date in the future', () => {
    const date = { kind: 'instant', text: '', epochMs: Date.UTC(2099, 0, 1, 12) } as const
    expect(showRow({ effective: { kind: 'at', date } })[0]).toMatch(
      /Check: the date lies in the future$/,
    )
  })

  it('D6 does not warn of a result of this minute', () => {
    const date = { kind: 'instant', text: '', epochMs: NOW } as const
    expect(showRow({ effective: { kind: 'at', date } })[0]).not.toMatch(/Check/)
  })

  it.each([
    [flag({ level: 'critical', direction: 'high', text: 'Critically high' }), '‼▲ Critically high'],
    [flag({ level: 'critical', text: 'Critical' }), '‼ Critical'],
    [flag({ direction: 'low', text: 'Low' }), '▼ Low'],
    [flag({ direction: 'high', text: 'High' }), '▲ High'],
    [flag({}), '◆ Abnormal'],
    [flag({ level: 'normal', text: 'Normal' }), ' Normal'],
    [flag({ level: 'other', text: 'Resistant' }), ' Resistant'],
  ])('D7 shows a flag in words, with a symbol that is not read aloud: %o', (one, words) => {
    expect(showRow({ flags: [one] })[4]).toBe(words)
    const [symbol] = (rows()[0] as HTMLElement).querySelectorAll('td p [aria-hidden]')
    expect(words.startsWith(symbol?.textContent ?? 'none')).toBe(true)
  })

  it('D7 says nothing where nobody flagged', () => {
    expect(showRow({ flags: [] })[4]).toBe('')
  })

  it('D5 shows a blood pressure as one row, with the flag of its part', () => {
    const cells = showRow({
      name: 'Blood pressure',
      value: { kind: 'panel' },
      components: [
        aPressure('systolic', aQuantityValue('190', 'mm[Hg]'), {
          flags: [flag({ direction: 'high', text: 'High' })],
        }),
        aPressure('diastolic', aQuantityValue('80', 'mm[Hg]')),
      ],
    })
    expect(cells[2]).toBe('190 / 80 mm[Hg]')
    expect(cells[4]).toBe('Systolic: ▲ High')
  })

  it('shows a code without a title as sent', () => {
    expect(showRow({ categories: ['laboratory', 'LDA'] })[5]).toBe('Laboratory, LDA')
  })

  it('XSS-02 shows markup in names, values and units as text', () => {
    const hostile = '<img src=x onerror=alert(1)>'
    showRow({ name: hostile, value: aQuantityValue('1', hostile), notes: [hostile] })
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
    expect(screen.getByRole('rowheader', { name: hostile })).toBeVisible()
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
    expect(screen.getAllByRole('rowheader').map((one) => one.textContent)).toEqual(['Pulse'])
    expect(screen.getByText('1 of 2 results, newest first')).toBeVisible()
    await userEvent.selectOptions(choice, 'All loaded categories')
    expect(rows()).toHaveLength(2)
  })

  it('offers the categories that occur', () => {
    show(observations)
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual([
      'All loaded categories',
      'Vital signs (1)',
      'Laboratory (1)',
    ])
  })

  it('PAT-07 says that a category is missing', () => {
    const failed = { kind: 'failed', failure: 'busy', count: 0, issues: [] } as const
    show(observations, aRecordStatus([aCategory('survey', failed)]))
    expect(
      screen.getByText('2 results, newest first; not every category could be loaded'),
    ).toBeVisible()
  })

  it('says that more are still loading', () => {
    show(observations, aRecordStatus([aCategory('survey', { kind: 'loading', count: 2 })]))
    expect(screen.getByText('2 results, newest first; more are still loading')).toBeVisible()
  })
})
