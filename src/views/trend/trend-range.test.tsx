import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { on, seriesOf, showTrend, tableRows } from './test-trend.tsx'
import { aQuantityValue } from '../test-observations.ts'

const years = () =>
  seriesOf(on(6), on(1), on(6, {}, 2023), on(1, {}, 2022), on(6, {}, 2020), on(1, {}, 2020))
const datesOf = (name: string) => tableRows(name).map(([date]) => date)
const NAME = 'Values of Hemoglobin A1c'

describe('TrendView with a stretch of time', () => {
  it('offers stretches shorter than all, counted back from the newest value', () => {
    const { onQuery } = showTrend({ series: years() })
    const choices = screen.getByRole('group', { name: 'Time shown' })
    const radios = within(choices).getAllByRole('radio')
    expect(radios.map((radio) => radio.closest('label')?.textContent)).toEqual([
      '1 month',
      '3 months',
      '6 months',
      '1 year',
      '2 years',
      'All',
    ])
    expect(screen.getByRole('radio', { name: 'All' })).toBeChecked()
    fireEvent.click(screen.getByRole('radio', { name: '1 year' }))
    expect(onQuery).toHaveBeenLastCalledWith(expect.objectContaining({ range: '1y' }))
    expect(datesOf(NAME)).toEqual(['Jun 1, 2024', 'Jan 1, 2024', 'Jun 1, 2023'])
    expect(screen.getByText('3 of 6 values, Jun 1, 2023 to Jun 1, 2024')).toBeVisible()
  })

  it('shows all again', () => {
    showTrend({ series: years(), query: { range: '1m' } })
    expect(datesOf(NAME)).toEqual(['Jun 1, 2024'])
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }))
    expect(datesOf(NAME)).toHaveLength(6)
    expect(screen.queryByRole('button', { name: 'Show all' })).not.toBeInTheDocument()
  })

  it('takes a first and a last day', () => {
    const { onQuery } = showTrend({ series: years() })
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2020-03-01' } })
    fireEvent.change(screen.getByLabelText('To'), { target: { value: '2022-12-31' } })
    expect(onQuery).toHaveBeenLastCalledWith(
      expect.objectContaining({ range: undefined, from: '2020-03-01', to: '2022-12-31' }),
    )
    expect(datesOf(NAME)).toEqual(['Jan 1, 2022', 'Jun 1, 2020'])
    for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked()
  })

  it('says that a stretch is empty, and keeps the controls', () => {
    showTrend({ series: years(), query: { from: '2021-01-01', to: '2021-06-30' } })
    expect(screen.getByText('No values from Jan 1, 2021 to Jun 30, 2021')).toBeVisible()
    expect(screen.getByText('All values are from Jan 1, 2020 to Jun 1, 2024.')).toBeVisible()
    expect(screen.queryByRole('table', { name: NAME })).not.toBeInTheDocument()
    expect(screen.getByRole('radio', { name: 'All' })).toBeEnabled()
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }))
    expect(datesOf(NAME)).toHaveLength(6)
  })

  it('moves through time by buttons that keep the focus where they lead nowhere', () => {
    showTrend({ series: years(), query: { range: '1y' } })
    const later = screen.getByRole('button', { name: 'Later' })
    expect(later).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(screen.getByRole('button', { name: 'Earlier' }))
    expect(datesOf(NAME)).toEqual(['Jun 1, 2023'])
    expect(later).toHaveAttribute('aria-disabled', 'false')
    fireEvent.click(screen.getByRole('button', { name: 'Zoom out' }))
    expect(datesOf(NAME)).toContain('Jan 1, 2024')
  })

  it('has no controls of time where there is only one moment', () => {
    showTrend({ series: seriesOf(on(3)) })
    expect(screen.queryByRole('radio')).not.toBeInTheDocument()
  })

  it('D6 keeps a value of the last moment of the stretch', () => {
    const twice = [on(6, { id: 'a' }), on(6, { id: 'b', value: aQuantityValue('6', '%') }), on(1)]
    showTrend({ series: seriesOf(...twice), query: { range: '1m' } })
    expect(datesOf(NAME)).toEqual(['Jun 1, 2024', 'Jun 1, 2024'])
  })
})
