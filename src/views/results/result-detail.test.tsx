import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Observation } from '../../observations/observation.ts'
import {
  aCategory,
  anObservation,
  aPressure,
  aQuantity,
  aQuantityValue,
  aRange,
  aRecordStatus,
} from '../test-observations.ts'
import { loaded, rows, show } from './test-results-page.tsx'

const pane = () => screen.getByRole('region', { name: /^Details of / })
const noPane = () => screen.queryByRole('region', { name: /^Details of / })
const press = (name: string) => userEvent.click(within(pane()).getByRole('button', { name }))
const openerOf = (name: string) =>
  screen.getByRole('button', { name: new RegExp(`^Details of ${name}, `) })

/** The words behind a label of the pane, of all that have it. */
const says = (label: string) =>
  within(pane())
    .queryAllByText(label, { selector: 'dt' })
    .map((term) => term.nextElementSibling?.textContent)

function showOpen(part: Partial<Observation>) {
  show([anObservation(part)], loaded, { query: { row: 'o1' } })
}

describe('the detail of a result', () => {
  const observations = ['a', 'b', 'c'].map((id) => anObservation({ id, name: `Test ${id}` }))

  it('opens beside the table, takes the focus and marks its row', async () => {
    show(observations)
    await userEvent.click(openerOf('Test b'))
    expect(screen.getByRole('heading', { name: 'Details of Test b' })).toHaveFocus()
    expect(rows().map((row) => row.getAttribute('aria-current'))).toEqual([null, 'true', null])
    expect(within(pane()).getByRole('status')).toHaveTextContent('Test b: 5.1 %, on May 1, 2024.')
  })

  it.each(['Close', 'Escape'])('gives the focus back to its row: %s', async (way) => {
    show(observations)
    await userEvent.click(openerOf('Test b'))
    if (way === 'Close') await press('Close')
    else await userEvent.keyboard('{Escape}')
    expect(noPane()).not.toBeInTheDocument()
    expect(openerOf('Test b')).toHaveFocus()
  })

  it('goes through the rows as they are shown, and stops at the end', async () => {
    show(observations, loaded, { query: { sort: 'name', direction: 'descending' } })
    await userEvent.click(openerOf('Test c'))
    await press('Next')
    await press('Next')
    expect(screen.getByRole('heading', { name: 'Details of Test a' })).toBeVisible()
    const next = within(pane()).getByRole('button', { name: 'Next' })
    expect(next).toHaveFocus()
    expect(next).toHaveAttribute('aria-disabled', 'true')
    await press('Next')
    expect(within(pane()).getByText('3 of 3')).toBeVisible()
    await press('Close')
    expect(openerOf('Test a')).toHaveFocus()
  })

  it('makes no row anew, and draws only those again whose mark changes', async () => {
    const seriesHref = vi.fn<(id: string) => string>(() => '#/trend')
    show(observations, loaded, { seriesHref })
    const before = rows()
    seriesHref.mockClear()
    await userEvent.click(openerOf('Test b'))
    // The row, and the link of the pane.
    expect(seriesHref).toHaveBeenCalledTimes(2)
    await press('Close')
    expect(rows()).toEqual(before)
    expect(rows().every((row, at) => row === before[at])).toBe(true)
  })

  it('stays open while a filter leaves its row out, and says so', async () => {
    show(observations, loaded, { query: { row: 'b' } })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Amended')
    expect(within(pane()).getByText('Not among those shown')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Details of Test b' })).toBeVisible()
  })

  it('does not take the focus when the page opens with it', () => {
    show(observations, loaded, { query: { row: 'b' } })
    expect(pane()).toBeVisible()
    expect(document.body).toHaveFocus()
  })

  it.each([
    ['Loading this result…', 'loading'],
    ['This result is not among those loaded.', 'loaded'],
  ] as const)('ERR-07 says of a row that is not there: %s', async (words, kind) => {
    const status = aRecordStatus([aCategory('laboratory', { kind, count: 1 })])
    show(observations, status, { query: { row: 'z' } })
    expect(pane()).toHaveTextContent(words)
    await press('Close')
    expect(noPane()).not.toBeInTheDocument()
  })
})

describe('what the detail of a result says', () => {
  it('D4 D7 gives value, unit with its UCUM code, flags and every range with for whom it holds', () => {
    showOpen({
      value: aQuantityValue('5.10', '%'),
      flags: [{ level: 'critical', direction: 'high', text: 'Critically high' }],
      ranges: [
        aRange({ low: aQuantity('4.0', '%'), high: aQuantity('5.6', '%'), appliesTo: ['Female'] }),
        aRange({ high: aQuantity('7', '%'), type: 'Therapeutic' }),
      ],
    })
    expect(says('Value')).toEqual(['5.10 %'])
    expect(says('Unit')).toEqual(['%, UCUM code %'])
    expect(says('Flag')).toEqual(['‼▲ Critically high'])
    expect(says('Reference range')).toEqual(['4.0–5.6 % (Female)'])
    expect(says('Other range')).toEqual(['Therapeutic: ≤ 7 %'])
  })

  it('D7 says that no flag is not the same as normal', () => {
    showOpen({})
    expect(pane()).toHaveTextContent('No flag was given. That does not mean that it is normal.')
    expect(says('Reference range')).toEqual(['None given'])
  })

  it('D5 gives each component its own value, flag, codes and reason', () => {
    const high = { level: 'abnormal', direction: 'high', text: 'High' } as const
    showOpen({
      name: 'Blood pressure',
      value: { kind: 'panel' },
      components: [
        aPressure('systolic', aQuantityValue('150', 'mmHg'), { flags: [high] }),
        aPressure('diastolic', { kind: 'absent', reason: 'not known' }),
      ],
    })
    expect(says('Value')).toEqual(['150 mmHg'])
    expect(says('No value')).toEqual(['not known'])
    expect(says('Flag')).toEqual(['▲ High'])
    expect(says('Codes')).toEqual(['LOINC 8480-6', 'LOINC 8462-4'])
  })

  it.each([
    [{ kind: 'cancelled', reason: 'clotted' }, 'Cancelled: clotted'],
    [{ kind: 'not-interpretable' }, "Contains information this app can't interpret; see the chart"],
  ] as const)('D3 D8 gives nothing of components whose value is hidden: %o', (value, words) => {
    showOpen({ value, components: [aPressure('systolic', value)] })
    expect(says('Value')).toEqual([words])
    expect(pane()).not.toHaveTextContent('No flag was given')
  })

  it('D6 gives the date in words, as sent and with the zone it is shown in', () => {
    const date = {
      kind: 'instant',
      text: '2024-05-01T23:30:00Z',
      epochMs: Date.UTC(2024, 4, 1, 23, 30),
    } as const
    showOpen({ effective: { kind: 'at', date }, issued: date })
    expect(says('When')).toEqual(['May 1, 2024, 4:30 PM PDT'])
    expect(says('As sent')).toEqual(['2024-05-01T23:30:00Z'])
    expect(says('Reported')).toEqual(['May 1, 2024, 4:30 PM PDT'])
    expect(says('Time zone')).toEqual(['That of this device: America/Los_Angeles'])
  })

  it('D6 names no zone for a date without a time', () => {
    showOpen({})
    expect(says('As sent')).toEqual(['2024-05-01'])
    expect(says('Time zone')).toEqual([])
    expect(says('Reported')).toEqual(['Not given'])
  })

  it('D8 gives focus, marks, notes, and who and how in words', () => {
    showOpen({
      focus: 'Fetus A',
      notes: ['First line\nsecond line'],
      details: [
        { label: 'Marked', text: 'Test data' },
        { label: 'Performed by', text: 'Dr. Example' },
        { label: 'Specimen', text: 'Serum' },
      ],
    })
    expect(pane()).toHaveTextContent('About: Fetus A')
    expect(pane()).toHaveTextContent('Marked: Test data')
    expect(pane()).toHaveTextContent('First line second line')
    expect(says('Performed by')).toEqual(['Dr. Example'])
    expect(says('Specimen')).toEqual(['Serum'])
  })

  it('D5 names the system of every code, and what a person chose', () => {
    const local = { system: 'urn:x', code: 'A1', display: 'A1c', isUserSelected: true }
    showOpen({
      codings: [{ system: 'http://loinc.org', code: '4548-4', display: 'Hb A1c' }, local],
    })
    const items = within(pane()).getAllByRole('listitem')
    expect(items.map((item) => item.textContent)).toEqual([
      'LOINC 4548-4: Hb A1c',
      'System not named: urn:x A1: A1c (chosen by a person)',
    ])
    expect(says('Category')).toEqual(['Laboratory'])
  })

  it.each([
    ['corrected', 'Corrected', 'to correct an error'],
    ['preliminary', 'Preliminary', 'may still change'],
    ['unknown', 'Status unknown', 'not given, or is none that this app knows'],
  ] as const)('D3 says what the status %s means', (status, words, meaning) => {
    showOpen({ status })
    expect(says('Status')[0]).toMatch(new RegExp(`^${words}.*${meaning}`))
  })

  it('C4 leads to the trend, and says which row it was opened from', async () => {
    const onOpenTrend = vi.fn<(id: string) => void>()
    show([anObservation()], loaded, { query: { row: 'o1' }, onOpenTrend })
    await userEvent.click(within(pane()).getByRole('link', { name: 'Trend of this test' }))
    expect(onOpenTrend.mock.calls).toEqual([['o1']])
  })

  it('offers nothing to read where nothing can be read', () => {
    showOpen({})
    expect(within(pane()).queryByRole('button', { name: /FHIR|versions/ })).toBeNull()
  })
})
