import { render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DataTable } from './data-table.tsx'
import type { Column } from './table-rows.tsx'

type Row = { readonly id: string }

const columns: readonly Column<Row>[] = [
  {
    key: 'id',
    heading: 'Id',
    width: 'wide',
    isRowHeader: true,
    cell: ({ id }) => <a href={`#${id}`}>{id}</a>,
  },
]
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `row-${index}` }))
const table = (count: number, isGrowing: boolean) => (
  <DataTable
    name="Letters"
    columns={columns}
    rows={rowsOf(count)}
    rowKey={({ id }) => id}
    isGrowing={isGrowing}
  />
)
const shown = () => screen.getByRole('table', { name: 'Letters' })

async function grow() {
  const { rerender } = render(table(5, true))
  expect(shown()).not.toHaveAttribute('aria-rowcount')
  rerender(table(300, true))
  expect(shown()).toHaveAttribute('aria-rowcount', '301')
  await waitFor(() =>
    expect(screen.getByRole('row', { name: 'row-0' })).toHaveAttribute('aria-rowindex', '2'),
  )
  return rerender
}

describe('DataTable that grows', () => {
  it('draws a few rows while more are coming, and all of them once it is complete', async () => {
    const rerender = await grow()
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
    rerender(table(300, false))
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(301))
    expect(shown()).not.toHaveAttribute('aria-rowcount')
  })

  it('stays as it is where somebody has begun to read', async () => {
    const rerender = await grow()
    const link = screen.getByRole('link', { name: 'row-1' })
    link.focus()
    rerender(table(300, false))
    expect(shown()).toHaveAttribute('aria-rowcount', '301')
    expect(link).toHaveFocus()
  })

  it('windows no rows of one that is complete and short', () => {
    render(table(300, false))
    expect(screen.getAllByRole('row')).toHaveLength(301)
  })
})
