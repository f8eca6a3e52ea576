import { act, fireEvent, render, screen, within, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DataTable } from './data-table.tsx'
import type { Column } from './table-rows.tsx'

type Row = { readonly id: string; readonly text: string }

const drawn = vi.fn<(id: string) => void>()
const columns: readonly Column<Row>[] = [
  { key: 'id', heading: 'Id', width: 'narrow', isRowHeader: true, cell: ({ id }) => id },
  {
    key: 'text',
    heading: 'Text',
    width: 'wide',
    cell: ({ id, text }) => {
      drawn(id)
      return <a href={`#${id}`}>{text}</a>
    },
  },
]
const rowKey = ({ id }: Row) => id
const rowsOf = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({ id: `row-${index}`, text: `Text ${index}` }))

function table(rows: readonly Row[], returnKey?: string, currentKey?: string) {
  const keys = { rowKey, returnKey, currentKey }
  return <DataTable name="Letters" columns={columns} rows={rows} {...keys} />
}

/** Waits until rows carry their place, as those of a long table do. */
async function renderWindowed(count: number) {
  render(table(rowsOf(count)))
  await waitFor(() =>
    expect(screen.getByRole('row', { name: /row-0 / })).toHaveAttribute('aria-rowindex', '2'),
  )
  return screen.getByRole('table', { name: 'Letters' })
}

const dataRows = () => within(screen.getAllByRole('rowgroup')[1] as HTMLElement).getAllByRole('row')

afterEach(() => {
  drawn.mockClear()
  vi.restoreAllMocks()
  Reflect.deleteProperty(Element.prototype, 'scrollTo')
})

describe('DataTable', () => {
  it('is a table named by its caption, with headers for columns and rows', () => {
    render(table(rowsOf(2)))
    expect(screen.getByRole('table', { name: 'Letters' })).toBeVisible()
    expect(screen.getAllByRole('columnheader').map((one) => one.textContent)).toEqual([
      'Id',
      'Text',
    ])
    expect(screen.getAllByRole('rowheader').map((one) => one.textContent)).toEqual([
      'row-0',
      'row-1',
    ])
  })

  it('scrolls in a named region that the keyboard can reach', () => {
    render(table(rowsOf(2)))
    expect(screen.getByRole('region', { name: 'Letters (scrollable)' })).toHaveAttribute(
      'tabindex',
      '0',
    )
  })

  it('has all of 300 rows in the document', () => {
    render(table(rowsOf(300)))
    expect(dataRows()).toHaveLength(300)
    expect(screen.getByRole('table')).not.toHaveAttribute('aria-rowcount')
  })

  it('has its roles written out, as browsers may drop them where rows are cards', () => {
    const { container } = render(table(rowsOf(1)))
    const parts = [...container.querySelectorAll('table, thead, tbody, tr, th, td')]
    expect(parts.map((one) => one.getAttribute('role'))).toEqual([
      'table',
      'rowgroup',
      'row',
      'columnheader',
      'columnheader',
      'rowgroup',
      'row',
      'rowheader',
      'cell',
    ])
  })

  it('C1 says in a card what a cell is, unless it has a line of its own', () => {
    const line = { key: 'line', heading: 'Line', width: 'wide', isWholeLine: true } as const
    const withLine = [...columns, { ...line, cell: () => 'whole' }]
    render(<DataTable name="Letters" columns={withLine} rows={rowsOf(1)} rowKey={rowKey} />)
    const headings = screen.getAllByRole('cell').map((cell) => cell.dataset['heading'])
    expect(headings).toEqual(['Text', undefined])
  })

  it('stays as it is for a few rows more while it is being read', () => {
    const { rerender } = render(table(rowsOf(300)))
    act(() => screen.getByText('Text 200').focus())
    rerender(table(rowsOf(302)))
    expect(screen.getByText('Text 200')).toHaveFocus()
  })

  it('C4 begins at the row to return to, with the focus on its link', () => {
    render(table(rowsOf(30), 'row-17'))
    expect(screen.getByRole('link', { name: 'Text 17' })).toHaveFocus()
  })

  it('C4 leaves the focus alone when that row is not there', () => {
    render(table(rowsOf(30), 'row-99'))
    expect(document.body).toHaveFocus()
  })

  it('marks the current row, and draws no other again', () => {
    const rows = rowsOf(5)
    const { rerender } = render(table(rows))
    drawn.mockClear()
    rerender(table(rows, undefined, 'row-3'))
    expect(drawn.mock.calls).toEqual([['row-3']])
    expect(dataRows().map((row) => row.getAttribute('aria-current'))).toEqual([
      null,
      null,
      null,
      'true',
      null,
    ])
  })

  it('draws only new rows when rows are added', () => {
    const rows = rowsOf(3)
    const { rerender } = render(table(rows))
    drawn.mockClear()
    rerender(table([{ id: 'new', text: 'New' }, ...rows]))
    expect(drawn.mock.calls).toEqual([['new']])
  })
})

describe('DataTable above 300 rows', () => {
  it('says how many rows there are and draws a few', async () => {
    const shown = await renderWindowed(5000)
    expect(shown).toHaveAttribute('aria-rowcount', '5001')
    expect(screen.getAllByRole('row')[0]).toHaveAttribute('aria-rowindex', '1')
    expect(dataRows().length).toBeGreaterThan(10)
    expect(dataRows().length).toBeLessThan(60)
  })

  it('keeps the height of the rows that are not drawn', async () => {
    const shown = await renderWindowed(5000)
    const spacers = [...shown.querySelectorAll<HTMLElement>('.table-spacer td')]
    const rest = 5000 - dataRows().length
    expect(spacers.map((spacer) => spacer.style.height)).toEqual([`${rest * 89}px`])
  })

  it('keeps the row that holds the focus when it scrolls out of sight', async () => {
    await renderWindowed(5000)
    act(() => screen.getByRole('link', { name: 'Text 3' }).focus())
    const scroller = screen.getByRole('region')
    scroller.scrollTop = 100_000
    fireEvent.scroll(scroller)
    await screen.findByRole('row', { name: /row-1130 / })
    expect(screen.getByRole('link', { name: 'Text 3' })).toHaveFocus()
    expect(screen.queryByRole('row', { name: /row-4 / })).not.toBeInTheDocument()
  })

  it('keeps the current row in the document out of sight, and for a while after', async () => {
    const rows = rowsOf(5000)
    const { rerender } = render(table(rows))
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /row-0 / })).toHaveAttribute('aria-rowindex', '2'),
    )
    expect(screen.queryByRole('row', { name: /row-4000 / })).not.toBeInTheDocument()
    rerender(table(rows, undefined, 'row-4000'))
    const row = screen.getByRole('row', { name: /row-4000 / })
    expect(row).toHaveAttribute('aria-current', 'true')
    expect(row).toHaveAttribute('aria-rowindex', '4002')
    rerender(table(rows))
    expect(screen.getByRole('row', { name: /row-4000 / })).not.toHaveAttribute('aria-current')
  })

  it('places rows by number after scrolling', async () => {
    await renderWindowed(5000)
    const scroller = screen.getByRole('region')
    scroller.scrollTop = 100_000
    fireEvent.scroll(scroller)
    expect(await screen.findByRole('row', { name: /row-1130 / })).toHaveAttribute(
      'aria-rowindex',
      '1132',
    )
  })

  it('says on print that not every row is there', async () => {
    await renderWindowed(5000)
    expect(screen.getByText(/only the rows that were in sight, of 5,000 in all/)).toHaveClass(
      'print-only',
    )
  })

  it('has all of up to 1,000 rows on paper, and goes back to a few', async () => {
    await renderWindowed(1000)
    expect(dataRows().length).toBeLessThan(60)
    act(() => screen.getByRole('link', { name: 'Text 3' }).focus())
    fireEvent(window, new Event('beforeprint'))
    expect(dataRows()).toHaveLength(1000)
    expect(screen.queryByText(/This print holds only/)).not.toBeInTheDocument()
    fireEvent(window, new Event('afterprint'))
    expect(dataRows().length).toBeLessThan(60)
    expect(screen.getByRole('link', { name: 'Text 3' })).toHaveFocus()
  })

  it('leaves a longer table as it is on paper', async () => {
    await renderWindowed(1001)
    fireEvent(window, new Event('beforeprint'))
    expect(screen.getByText(/This print holds only/)).toBeInTheDocument()
  })

  it('C4 begins at the row to return to, with the focus on its link', async () => {
    const scrollTo = letScrollersScroll()
    render(table(rowsOf(5000), 'row-3000'))
    const link = await screen.findByRole('link', { name: 'Text 3000' })
    await waitFor(() => expect(link).toHaveFocus())
    expect(scrollTo).toHaveBeenCalled()
    expect(screen.getByRole('region').scrollTop).toBeGreaterThan(2900 * 89)
    expect(await screen.findByRole('row', { name: /row-3005 / })).toHaveAttribute(
      'aria-rowindex',
      '3007',
    )
  })

  it('C3 goes to its last row by the End key', async () => {
    letScrollersScroll()
    await renderWindowed(5000)
    fireEvent.keyDown(screen.getByRole('region'), { key: 'End' })
    expect(await screen.findByRole('row', { name: /row-4999 / })).toBeInTheDocument()
  })
})

/** Elements don't scroll in jsdom, nor have they a height. */
function letScrollersScroll() {
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(5000 * 89)
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800)
  const scrollTo = vi.fn<(options: ScrollToOptions) => void>(function (this: Element, { top }) {
    this.scrollTop = top ?? 0
    queueMicrotask(() => fireEvent.scroll(this))
  })
  Object.defineProperty(Element.prototype, 'scrollTo', { value: scrollTo, configurable: true })
  return scrollTo
}
