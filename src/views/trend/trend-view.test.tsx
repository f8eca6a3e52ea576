import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  aCategory,
  aPressure,
  aQuantity,
  aQuantityValue,
  aRange,
  aRecordStatus,
} from '../test-observations.ts'
import { loadingStatus, on, seriesOf, showTrend, tableRows } from './test-trend.tsx'

const show = (series: Parameters<typeof showTrend>[0]['series'], isLoading = false) =>
  showTrend({ series, ...(isLoading ? { status: loadingStatus } : {}) })

// How long the chart's code takes to load is the machine's affair.
beforeAll(() => import('../../ui/chart-stack.tsx'), 60_000)

describe('TrendView', () => {
  it('shows a chart and, as a table, the same values, newest first', async () => {
    show(seriesOf(on(3), on(4, { value: aQuantityValue('5.10', '%') })))
    expect(screen.getByRole('heading', { level: 1, name: 'Hemoglobin A1c' })).toBeVisible()
    expect(await screen.findByRole('figure', { name: 'Hemoglobin A1c in %' })).toBeVisible()
    expect(tableRows('Values of Hemoglobin A1c')).toEqual([
      ['Apr 1, 2024', '5.10 %', '', '', ''],
      ['Mar 1, 2024', '5.1 %', '', '', ''],
    ])
    expect(screen.getByRole('link', { name: 'Back to results' })).toHaveAttribute(
      'href',
      '#/results',
    )
  })

  it('D4 lists what is not drawn, with the reason', () => {
    const quantity = { ...aQuantity('4', '%'), comparator: '<' as const }
    show(
      seriesOf(
        on(3),
        on(4, { value: { kind: 'quantity', quantity } }),
        on(5, { status: 'preliminary' }),
      ),
    )
    expect(tableRows('Values of Hemoglobin A1c').map(([, value]) => value)).toEqual([
      '<4 %',
      '5.1 %',
    ])
    expect(tableRows('Not drawn')).toEqual([['May 1, 2024', '5.1 %', 'preliminary, not final']])
  })

  it('D3 D5 says in the table what has to be known beside a number', () => {
    const details = [{ label: 'Body site', text: 'Left arm' }]
    show(seriesOf(on(3, { status: 'amended', details, notes: ['Fasting', 'Fasting'] })))
    const table = screen.getByRole('table', { name: 'Values of Hemoglobin A1c' })
    expect(within(table).getAllByRole('columnheader').at(-1)).toHaveTextContent('Remarks')
    const cell = within(table).getAllByRole('cell').at(-1)
    expect([...(cell?.children ?? [])].map((line) => line.textContent)).toEqual([
      'Amended',
      'Body site: Left arm',
      'Note: Fasting',
      'Note: Fasting',
    ])
  })

  it('has no table of what is not drawn when everything is', () => {
    show(seriesOf(on(3)))
    expect(screen.queryByRole('table', { name: 'Not drawn' })).not.toBeInTheDocument()
  })

  it('says that a lone value shows no change', () => {
    show(seriesOf(on(3)))
    expect(screen.getByText(/one value only/)).toBeVisible()
  })

  it('D4 gives different units a chart of their own', async () => {
    show(seriesOf(on(3), on(4, { value: aQuantityValue('32', 'mmol/mol') })))
    const figures = await screen.findAllByRole('figure')
    expect(figures.map((figure) => figure.querySelector('figcaption')?.textContent)).toEqual([
      'Hemoglobin A1c in %',
      'Hemoglobin A1c in mmol/mol',
    ])
    expect(screen.getByText(/different units/)).toBeVisible()
  })

  it('D5 draws both pressures in one chart and names them in the table', async () => {
    const pressure = (month: number) =>
      on(month, {
        name: 'Blood pressure',
        value: { kind: 'panel' },
        components: [
          aPressure('systolic', aQuantityValue('120', 'mm[Hg]')),
          aPressure('diastolic', aQuantityValue('80', 'mm[Hg]')),
        ],
      })
    show(seriesOf(pressure(3)))
    expect(await screen.findAllByRole('figure')).toHaveLength(1)
    expect(tableRows('Values of Blood pressure')).toEqual([
      ['Mar 1, 2024', 'Systolic', '120 mm[Hg]', '', '', ''],
      ['Mar 1, 2024', 'Diastolic', '80 mm[Hg]', '', '', ''],
    ])
  })

  it("D7 shows the laboratory's range as a band, in words too", async () => {
    const ranges = [aRange({ high: aQuantity('5.6', '%') })]
    show(seriesOf(on(3, { ranges }), on(4, { ranges })))
    expect(await screen.findByText("shaded: the laboratory's range, ≤ 5.6 %")).toBeVisible()
    expect(tableRows('Values of Hemoglobin A1c').map((cells) => cells[3])).toEqual([
      '≤ 5.6 %',
      '≤ 5.6 %',
    ])
  })

  it('says that there is nothing to draw, and why', () => {
    show(seriesOf(on(3, { status: 'preliminary' })))
    expect(screen.getByRole('note')).toHaveTextContent(
      'There is nothing to draw of Hemoglobin A1c1 result of this test is loaded, but none can be a point of a chart.',
    )
    expect(tableRows('Not drawn')).toEqual([['Mar 1, 2024', '5.1 %', 'preliminary, not final']])
    expect(screen.queryByRole('figure')).not.toBeInTheDocument()
  })

  it('says that more may follow while results are loading', () => {
    show(seriesOf(on(3)), true)
    expect(screen.getByText(/more values may follow/)).toBeVisible()
  })

  it('says that it is loading while nothing of the test is there', () => {
    show(undefined, true)
    expect(screen.getByRole('status')).toHaveTextContent('Loading results…')
  })

  it('says that nothing of the test is loaded, without claiming that there is nothing', () => {
    show(undefined)
    expect(screen.getByRole('status')).toHaveTextContent(
      'No results of this test are loadedThey may be in a category that could not be loaded',
    )
  })

  it.each([
    ['refused', aCategory('laboratory', { kind: 'refused', count: 0, issues: [] })],
    [
      'failed',
      aCategory('laboratory', { kind: 'failed', count: 3, failure: 'unreachable', issues: [] }),
    ],
    ['stopped', aCategory('laboratory', { kind: 'stopped', count: 3, why: 'loop' })],
    ['held back in part', aCategory('laboratory', { kind: 'loaded', count: 3 }, ['withheld'])],
  ] as const)('OBS-02 says that values may be missing when a category was %s', (_, category) => {
    const status = aRecordStatus([aCategory('vital-signs', { kind: 'empty' }), category])
    showTrend({ series: seriesOf(on(3)), status })
    expect(screen.getByText('Values may be missing')).toBeVisible()
    expect(screen.getByText(/could be loaded: Laboratory\./)).toBeVisible()
  })

  it('SCOPE-05 says that values may be missing when only a part was released', () => {
    showTrend({ series: seriesOf(on(3)), status: aRecordStatus([], { release: 'part' }) })
    expect(screen.getByText(/Only a part of the results was released/)).toBeVisible()
  })

  it('says nothing of missing values when all was loaded', () => {
    show(seriesOf(on(3)))
    expect(screen.queryByText(/may be missing/)).not.toBeInTheDocument()
  })
})
