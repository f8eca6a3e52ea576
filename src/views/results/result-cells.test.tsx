import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Flag, Observation } from '../../observations/observation.ts'
import {
  aCategory,
  aPressure,
  aQuantity,
  aQuantityValue,
  aRange,
  aRecordStatus,
  anObservation,
} from '../test-observations.ts'
import { plainQuery } from './result-query.ts'
import { ResultsView } from './results-view.tsx'
import { cellsOf, loaded, resultsNow, rows } from './test-results-page.tsx'

const BORN_AT = new Date(1980, 1, 29).getTime()

function show(observations: readonly Observation[], status = loaded) {
  const view = (next: typeof status) => (
    <ResultsView
      observations={observations}
      status={next}
      seriesHref={(id) => `#/trend/${id}`}
      now={resultsNow}
      bornAt={BORN_AT}
      query={plainQuery}
      onQuery={() => {}}
    />
  )
  const { rerender } = render(view(status))
  return { update: (next: typeof status) => rerender(view(next)) }
}

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

describe('ResultsView rows', () => {
  const high = aRange({ low: aQuantity('4.0', '%'), high: aQuantity('5.6', '%') })

  it('D7 says as its own that an unflagged result lies above the range given', () => {
    const part = { value: aQuantityValue('6.1', '%'), ranges: [high] }
    expect(showRow(part)[4]).toBe("Above the range given (Chartside's comparison)")
  })

  it.each([
    ['within the range', { value: aQuantityValue('5.1', '%'), ranges: [high] }, ''],
    ['in another unit', { value: aQuantityValue('48', 'mmol/mol'), ranges: [high] }, ''],
    [
      'flagged by the laboratory',
      { value: aQuantityValue('6.1', '%'), ranges: [high], flags: [flag({ text: 'High' })] },
      '◆ High',
    ],
  ])('D7 adds nothing of its own to a result %s', (_, part, words) => {
    expect(showRow(part)[4]).toBe(words)
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

  it('D4 shows a text of several lines, without the empty ones about it', () => {
    const text = '\nGrowth of E. coli\nSensitive\n\n'
    const [, , cell] = showRow({ value: { kind: 'text', text, isStrippedRichText: false } })
    expect(cell).toBe('Growth of E. coli\nSensitive')
    expect(screen.getByText(/Sensitive/)).toBeVisible()
  })

  it('D4 opens a long text in full', async () => {
    const text = `${'Growth of E. coli. '.repeat(30)}Sensitive`
    showRow({ value: { kind: 'text', text, isStrippedRichText: false } })
    await userEvent.click(screen.getByText('Full text'))
    expect(screen.getByText(/Sensitive/)).toBeVisible()
  })

  it('D5 cuts a long list of components only between them', () => {
    const answer = (name: string) => ({
      name,
      codings: [],
      value: { kind: 'coded', text: `${'often; '.repeat(20)}or never` } as const,
      flags: [],
      ranges: [],
    })
    showRow({
      value: { kind: 'panel' },
      components: ['First', 'Second', 'Third', 'Last'].map(answer),
    })
    const [start] = (rows()[0] as HTMLElement).querySelectorAll('summary bdi')
    expect(start?.textContent).toMatch(/^First: often; .* or never; Second: often; .* or never;…$/)
  })

  it('D5 says how many members of a panel were not received, once loading has ended', () => {
    const panel = anObservation({
      id: 'p',
      name: 'Panel',
      value: { kind: 'panel' },
      members: ['Observation/o1', 'Observation/o2', 'Observation/o3'],
    })
    const loading = aRecordStatus([aCategory('laboratory', { kind: 'loading', count: 1 })])
    const { update } = show([panel, anObservation({ id: 'o1' })], loading)
    expect(cellsOf(rows()[0])[2]).toMatch(/^Panel of 3 results▸/)
    update(loaded)
    expect(cellsOf(rows()[0])[2]).toMatch(/^Panel of 3 results, 2 of them not received▸/)
  })

  it('D5 shows why there is no value, and the notes', () => {
    const value = { kind: 'absent', reason: 'Withheld' } as const
    expect(showRow({ value, notes: ['Sample hemolyzed'] })[2]).toBe(
      'WithheldNote: Sample hemolyzed',
    )
  })

  it('D5 shows what qualifies a result; the rest is left to its detail', () => {
    showRow({
      details: [
        { label: 'Method', text: 'Ear thermometer' },
        { label: 'Performed by', text: 'Dr. Example' },
      ],
    })
    expect(screen.getByText('Ear thermometer')).toBeVisible()
    expect(screen.queryByText('Dr. Example')).not.toBeInTheDocument()
    expect(
      screen.getByRole('button', { name: 'Details of Hemoglobin A1c, May 1, 2024' }),
    ).toBeVisible()
  })

  it('D6 says that the date is not recorded, and when it was reported', () => {
    const effective = { kind: 'not-recorded', reason: undefined } as const
    const issued = { kind: 'instant', text: '', epochMs: resultsNow } as const
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

  it('D6 warns of a date before birth, and of none after it', () => {
    const on = (text: string, year: number) => ({
      effective: {
        kind: 'at' as const,
        date: {
          kind: 'calendar' as const,
          text,
          precision: 'year' as const,
          year,
          month: undefined,
          day: undefined,
        },
      },
    })
    show([
      anObservation({ id: 'a', ...on('1979', 1979) }),
      anObservation({ id: 'b', ...on('1980', 1980) }),
    ])
    expect(rows().map((row) => cellsOf(row)[0])).toEqual([
      '1979Check: the date lies before birth',
      '1980',
    ])
  })

  it('D6 does not warn of a result of this minute', () => {
    const date = { kind: 'instant', text: '', epochMs: resultsNow } as const
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
