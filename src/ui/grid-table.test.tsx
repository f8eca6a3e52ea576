import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { GridTable } from './grid-table.tsx'

const drawn = vi.fn<(cell: string) => void>()
const sizes = { header: 3, row: 2, column: 6, names: 12 }
const same = (key: string) => key
const isHeading = (line: string) => line.startsWith('#')
const cell = (line: string, column: string) => {
  drawn(`${line} ${column}`)
  return line === 'r2' && column === 'c1' ? undefined : (
    <a href={`#${line}${column}`}>{line + column}</a>
  )
}
const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)

function table(lines: readonly string[], columns: readonly string[], part: object = {}) {
  return (
    <GridTable
      name="Letters"
      corner="Row"
      emptyName="No letter"
      sizes={sizes}
      lines={lines}
      columns={columns}
      lineKey={same}
      columnKey={same}
      isHeading={isHeading}
      columnHead={same}
      rowHead={same}
      cell={cell}
      {...part}
    />
  )
}

const small = () => render(table(['#h', ...names('r', 3)], names('c', 3)))
const grid = () => screen.getByRole('grid', { name: 'Letters' })
const focusOn = (name: string) => act(() => screen.getByRole('gridcell', { name }).focus())

/** By its text: looking for a role among hundreds of cells takes seconds. */
const focused = () => document.activeElement?.textContent
const cells = () => document.querySelectorAll('td[role=gridcell]')

afterEach(() => drawn.mockClear())

describe('GridTable', () => {
  it('says how large it is, and where each of its parts stands', () => {
    small()
    expect(grid()).toHaveAttribute('aria-rowcount', '5')
    expect(grid()).toHaveAttribute('aria-colcount', '4')
    expect(screen.getByRole('row', { name: /^r1/ })).toHaveAttribute('aria-rowindex', '4')
    expect(screen.getByRole('gridcell', { name: 'r1c2' })).toHaveAttribute('aria-colindex', '4')
    expect(screen.getByRole('columnheader', { name: 'c0' })).toHaveAttribute('aria-colindex', '2')
    expect(screen.getByRole('rowheader', { name: '#h' })).toHaveAttribute('aria-colspan', '4')
  })

  it('names a cell in which nothing stands', () => {
    small()
    expect(screen.getByRole('gridcell', { name: 'No letter' })).toBeEmptyDOMElement()
  })

  it('has few of 500 by 400 cells in the document', () => {
    render(table(names('r', 500), names('c', 400)))
    expect(cells().length).toBeGreaterThan(50)
    expect(cells().length).toBeLessThan(700)
    expect(grid()).toHaveAttribute('aria-rowcount', '501')
    expect(grid()).toHaveAttribute('aria-colcount', '401')
  })

  it('is one stop of the Tab key, at its first cell', async () => {
    small()
    await userEvent.tab()
    expect(screen.getByRole('gridcell', { name: 'r0c0' })).toHaveFocus()
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  })

  it('keeps the cell that has the focus, also far out of sight', async () => {
    render(table(names('r', 500), names('c', 400)))
    // Not by a person's keys: each would look through hundreds of cells for what it may reach.
    const press = (key: string, ctrlKey = false) =>
      fireEvent.keyDown(document.activeElement ?? grid(), { key, ctrlKey })
    act(() => document.querySelector<HTMLElement>('[data-place="1 1"]')?.focus())
    press('End', true)
    expect(focused()).toBe('r499c399')
    press('ArrowLeft')
    press('ArrowUp')
    expect(focused()).toBe('r498c398')
    press('Home', true)
    expect(focused()).toBe('Row')
  })

  it('goes over a heading in the column it came from', async () => {
    render(table(['r0', '#h', 'r1'], names('c', 3)))
    focusOn('r0c2')
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe('#h')
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe('r1c2')
  })

  it('follows the link of a cell by Enter', async () => {
    small()
    const follow = vi.fn<() => void>()
    screen.getByRole('link', { name: 'r1c1' }).addEventListener('click', follow)
    focusOn('r1c1')
    await userEvent.keyboard('{Enter}')
    expect(follow).toHaveBeenCalledOnce()
  })

  it('says what the focus is on', () => {
    const onPlace = vi.fn<(line?: string, column?: string) => void>()
    render(table(['#h', 'r0'], ['c0'], { onPlace }))
    focusOn('r0c0')
    fireEvent.focus(screen.getByRole('rowheader', { name: '#h' }))
    fireEvent.focus(screen.getByRole('columnheader', { name: 'c0' }))
    expect(onPlace.mock.calls).toEqual([
      ['r0', 'c0'],
      ['#h', undefined],
      [undefined, 'c0'],
    ])
  })

  it('begins at the cell to return to', () => {
    render(
      table(names('r', 500), names('c', 400), { start: { lineKey: 'r300', columnKey: 'c200' } }),
    )
    expect(focused()).toBe('r300c200')
  })

  it('keeps the focus on its cell and what is in sight when columns come in before it', () => {
    const columns = names('c', 400)
    const { container, rerender } = render(table(names('r', 5), columns))
    const scroller = container.querySelector('.grid-scroller') as HTMLElement
    focusOn('r0c1')
    scroller.scrollLeft = 960
    fireEvent.scroll(scroller)
    rerender(table(names('r', 5), ['new', 'newer', ...columns]))
    expect(screen.getByRole('gridcell', { name: 'r0c1' })).toHaveFocus()
    expect(scroller.scrollLeft).toBe(960 + 2 * 96)
  })

  it('stays at its start when columns come in there', () => {
    const { container, rerender } = render(table(names('r', 5), names('c', 40)))
    rerender(table(names('r', 5), ['new', ...names('c', 40)]))
    expect(container.querySelector('.grid-scroller')?.scrollLeft).toBe(0)
    expect(screen.getByRole('columnheader', { name: 'new' })).toBeVisible()
  })

  it('draws only the rows that the focus leaves and comes to', async () => {
    small()
    focusOn('r0c0')
    drawn.mockClear()
    await userEvent.keyboard('{ArrowDown}')
    expect(drawn.mock.calls.flat().filter((one) => one.startsWith('r2'))).toEqual([])
    expect(drawn).toHaveBeenCalled()
  })
})
