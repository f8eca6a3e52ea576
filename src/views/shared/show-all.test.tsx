import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { ShowAll } from './show-all.tsx'

function Page() {
  const [filter, setFilter] = useState('blood')
  const [sort, setSort] = useState('date')
  return (
    <>
      <input
        aria-label="Filter"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <input aria-label="Sort" value={sort} onChange={(event) => setSort(event.target.value)} />
      <ShowAll
        isNarrowed={filter !== ''}
        choices={`${filter} ${sort}`}
        onShowAll={() => {
          setFilter('')
          const undo = () => {
            setFilter(filter)
            setSort(sort)
          }
          return { choices: ` ${sort}`, undo }
        }}
      >
        Show all
      </ShowAll>
    </>
  )
}

const filter = () => screen.getByRole('textbox', { name: 'Filter' })

it('brings back what was chosen, where all was shown by mistake, and keeps the focus', async () => {
  render(<Page />)
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
  expect(filter()).toHaveValue('')
  const undo = screen.getByRole('button', { name: 'Undo: choose as before' })
  expect(undo).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(filter()).toHaveValue('blood')
  expect(screen.getByRole('button', { name: 'Show all' })).toHaveFocus()
})

it('is not there where nothing narrows the view, nor ever did', async () => {
  render(<Page />)
  await userEvent.clear(filter())
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})

it('shows all again where something else was chosen since', async () => {
  render(<Page />)
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
  await userEvent.type(filter(), 'urine')
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
  expect(filter()).toHaveValue('')
  await userEvent.click(screen.getByRole('button', { name: 'Undo: choose as before' }))
  expect(filter()).toHaveValue('urine')
})

it.each([
  ['in another order since', 'Sort', 'name'],
  ['after a filter that was taken back by hand', 'Filter', 'urine'],
])('brings nothing back where things stand %s', async (_, field, typed) => {
  render(<Page />)
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
  await userEvent.type(screen.getByRole('textbox', { name: field }), typed)
  await userEvent.clear(filter())
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})
