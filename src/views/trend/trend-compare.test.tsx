import { fireEvent, screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { aQuantityValue } from '../test-observations.ts'
import { on, seriesOf, showTrend, tableRows } from './test-trend.tsx'

const a1c = () => seriesOf(on(3), on(5))
const glucose = () =>
  seriesOf(
    on(1, { seriesId: 'loinc-2345-7', name: 'Glucose', value: aQuantityValue('99', 'mg/dL') }),
    on(12, { seriesId: 'loinc-2345-7', name: 'Glucose', value: aQuantityValue('120', 'mg/dL') }),
  )
const trends = [
  { id: 'loinc-2345-7', name: 'Glucose', codings: [], count: 1234 },
  { id: 'loinc-4548-4', name: 'Hemoglobin A1c', codings: [], count: 2 },
]

beforeAll(() => import('../../ui/chart-stack.tsx'), 60_000)

describe('TrendView with two tests', () => {
  it('lists the other tests only once that is asked for', () => {
    const listTrends = vi.fn<() => typeof trends>(() => trends)
    const { onQuery } = showTrend({ series: a1c(), listTrends })
    expect(listTrends).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Compare with another test' }))
    const choice = screen.getByRole('combobox', { name: 'Compare with' })
    expect(choice).toHaveFocus()
    const options = within(choice).getAllByRole('option')
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Choose a test',
      'Glucose (1,234)',
    ])
    fireEvent.change(choice, { target: { value: 'loinc-2345-7' } })
    expect(onQuery).toHaveBeenLastCalledWith({ with: 'loinc-2345-7' })
  })

  it('D4 gives each a chart of its own, and both tables', async () => {
    showTrend({ series: a1c(), other: glucose(), query: { with: 'loinc-2345-7' } })
    const figures = await screen.findAllByRole('figure')
    expect(figures.map((figure) => figure.querySelector('figcaption')?.textContent)).toEqual([
      'Hemoglobin A1c in %',
      'Glucose in mg/dL',
    ])
    expect(tableRows('Values of Hemoglobin A1c')).toHaveLength(2)
    expect(tableRows('Values of Glucose')).toHaveLength(2)
  })

  it('counts a stretch back from the newest of both, for both', () => {
    showTrend({ series: a1c(), other: glucose(), query: { with: 'loinc-2345-7', range: '3m' } })
    expect(screen.getByText('0 of 2 values, Sep 1, 2024 to Dec 1, 2024')).toBeVisible()
    expect(screen.getByText('1 of 2 values, Sep 1, 2024 to Dec 1, 2024')).toBeVisible()
  })

  it('stops comparing, and gives the focus to what starts it again', () => {
    const { onQuery } = showTrend({
      series: a1c(),
      other: glucose(),
      query: { range: '1m', with: 'loinc-2345-7' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Stop comparing' }))
    expect(onQuery).toHaveBeenLastCalledWith({ range: '1m', with: undefined })
    expect(screen.getByRole('button', { name: 'Compare with another test' })).toHaveFocus()
  })

  it('says that nothing of the test to compare with is loaded', () => {
    showTrend({ series: a1c(), query: { with: 'loinc-1-1' } })
    expect(screen.getByText('No results of the test to compare with are loaded')).toBeVisible()
    expect(screen.getByRole('combobox', { name: 'Compare with' })).toHaveDisplayValue(
      'A test that is not loaded',
    )
  })
})

describe('Pin this test', () => {
  it.each([
    [false, /until the page is reloaded/],
    [true, /^Pinned: .* until the page is reloaded/],
  ])('STO-04 says whether it is pinned (%s), and for how long', (isPinned, words) => {
    const { onTogglePin } = showTrend({ series: a1c(), isPinned })
    const button = screen.getByRole('button', { name: 'Pin this test', pressed: isPinned })
    expect(screen.getByText(words)).toBeVisible()
    fireEvent.click(button)
    expect(onTogglePin).toHaveBeenCalledTimes(1)
  })
})
