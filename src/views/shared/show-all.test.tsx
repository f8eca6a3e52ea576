import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { ShowAll } from './show-all.tsx'

function Page() {
  const [filter, setFilter] = useState('blood')
  return (
    <>
      <input
        aria-label="Filter"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <ShowAll
        isNarrowed={filter !== ''}
        onShowAll={() => {
          setFilter('')
          return () => setFilter(filter)
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
