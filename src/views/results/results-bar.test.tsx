import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { anObservation } from '../test-observations.ts'
import { plainQuery, sortChoices, toggleSort } from './result-query.ts'
import { sortKeys } from '../../observations/sort-results.ts'
import { loaded, names, show } from './test-results-page.tsx'

const observations = ['Sodium', 'Albumin'].map((name) => anObservation({ id: name, name }))
const disclosure = () => screen.getByRole('button', { name: /^Filter, sort and group/ })

describe('ResultsBar where it is narrow', () => {
  it('opens and closes the choices by one button, and leaves the search in sight', async () => {
    show(observations)
    const choices = document.getElementById(disclosure().getAttribute('aria-controls') ?? '')
    expect(choices).toContainElement(screen.getByRole('combobox', { name: 'Flag' }))
    expect(choices).not.toContainElement(screen.getByRole('searchbox', { name: 'Search' }))
    expect(disclosure()).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(disclosure())
    expect(disclosure()).toHaveAttribute('aria-expanded', 'true')
    expect(choices).toHaveAttribute('data-open', 'true')
    await userEvent.click(disclosure())
    expect(choices).toHaveAttribute('data-open', 'false')
  })

  it.each([
    ['nothing', {}, 'Filter, sort and group'],
    ['a filter and a group', { category: 'laboratory', group: 'test' }, /\(2 chosen\)$/],
    ['a day to begin with', { from: '2024-05-01' }, /\(1 chosen\)$/],
    ['an order', { sort: 'name', direction: 'descending' }, /\(1 chosen\)$/],
    ['the other direction', { direction: 'ascending' }, /\(1 chosen\)$/],
  ] as const)('says how many are chosen: %s', (_, query, name) => {
    show(observations, loaded, { query })
    expect(screen.getByRole('button', { name })).toBeInTheDocument()
  })

  it('sorts where no heading can be pressed', async () => {
    show(observations)
    const order = screen.getByRole('combobox', { name: 'Sort by' })
    expect(order).toHaveDisplayValue('Date, newest first')
    await userEvent.selectOptions(order, 'Name, A to Z')
    expect(names()).toEqual(['Albumin', 'Sodium'])
    await userEvent.selectOptions(order, 'Name, Z to A')
    expect(names()).toEqual(['Sodium', 'Albumin'])
  })

  it.each(sortKeys)('offers both directions of every order: %s', (key) => {
    const directions = sortChoices.filter(({ sort }) => sort === key)
    expect(directions.map(({ direction }) => direction).toSorted()).toEqual([
      'ascending',
      'descending',
    ])
    const { sort, direction } = toggleSort({ ...plainQuery, sort: 'date' }, key)
    expect(sortChoices).toContainEqual(expect.objectContaining({ sort, direction }))
  })
})
