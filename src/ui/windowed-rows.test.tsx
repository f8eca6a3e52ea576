import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DataTable } from './data-table.tsx'
import type { Column } from './table-rows.tsx'

type Row = { readonly id: string; readonly height: number }

const usual = 40
const columns: readonly Column<Row>[] = [
  { key: 'id', heading: 'Id', width: 'narrow', isRowHeader: true, cell: ({ id }) => id },
  { key: 'height', heading: 'Height', width: 'narrow', cell: ({ height }) => height },
]
const rowsOf = (count: number, heights: Readonly<Record<number, number>> = {}): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `row-${index}`,
    height: heights[index] ?? usual,
  }))
const table = (rows: readonly Row[]) => (
  <DataTable name="Letters" columns={columns} rows={rows} rowKey={({ id }) => id} />
)

let watchers: (() => void)[] = []

// jsdom lays nothing out: each row is as high as its second cell says, and whoever watches is told by the test.
beforeEach(() => {
  watchers = []
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: (entries: readonly ResizeObserverEntry[]) => void) {
        watchers.push(() => tell([]))
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const cell = this instanceof HTMLTableRowElement ? this.cells[1] : undefined
    return { height: Number(cell?.textContent ?? 0) } as DOMRect
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const shown = () => screen.getByRole('table', { name: 'Letters' })

/** How high the rows and the room for all others are together. */
function heightOfAll(): number {
  const [, body] = within(shown()).getAllByRole('rowgroup')
  const rows = [...(body as HTMLTableSectionElement).rows]
  return rows.reduce((sum, row) => {
    const cell = row.querySelector('td')
    return (
      sum +
      (row.ariaHidden === null ? Number(cell?.textContent) : parseFloat(cell?.style.height ?? ''))
    )
  }, 0)
}

/** Scrolls to where this row is in sight, and has it laid out. */
async function scrollTo(row: string, top: number): Promise<void> {
  const scroller = screen.getByRole('region')
  scroller.scrollTop = top
  fireEvent.scroll(scroller)
  await screen.findByRole('row', { name: new RegExp(`^${row} `) })
  act(() => {
    for (const tell of watchers) tell()
  })
}

describe('WindowedRows', () => {
  it('expects of all rows what the first were', () => {
    render(table(rowsOf(5000)))
    expect(heightOfAll()).toBe(5000 * usual)
  })

  const all = 5000 * usual

  it('knows how high a row is that went out of sight', async () => {
    render(table(rowsOf(5000, { 30: 540 })))
    await scrollTo('row-30', 30 * usual)
    expect(heightOfAll()).toBe(all + 500)
    await scrollTo('row-2490', 100_000)
    expect(heightOfAll()).toBe(all + 500)
  })

  it('leaves the height of a row in sight to no other that takes its place', async () => {
    const rows = rowsOf(5001, { 30: 540 })
    const { rerender } = render(table(rows))
    await scrollTo('row-30', 30 * usual)
    rerender(table(rows.filter((_, index) => index !== 30)))
    expect(screen.getByRole('row', { name: /row-31 / })).toHaveAttribute('aria-rowindex', '32')
    expect(heightOfAll()).toBe(all)
  })

  it('leaves the height of a row out of sight to no other that takes its place', async () => {
    const rows = rowsOf(5000, { 30: 540 })
    const { rerender } = render(table(rows))
    await scrollTo('row-30', 30 * usual)
    await scrollTo('row-2490', 100_000)
    rerender(table(rows.toReversed()))
    expect(heightOfAll()).toBe(all)
  })

  it('keeps the heights of those before the first that is another', async () => {
    const rows = rowsOf(5000, { 30: 540 })
    const { rerender } = render(table(rows))
    await scrollTo('row-30', 30 * usual)
    await scrollTo('row-2490', 100_000)
    rerender(table(rows.filter((_, index) => index < 2600 || index >= 2604)))
    expect(heightOfAll()).toBe(all - 4 * usual + 500)
  })

  it('forgets heights of rows that are away for a while, too', async () => {
    const rows = rowsOf(5000, { 2400: 540 })
    const { rerender } = render(table(rows))
    await scrollTo('row-2400', 2400 * usual)
    await scrollTo('row-0', 0)
    rerender(table(rows.slice(0, 1000)))
    rerender(table(rows.slice(1000).concat(rows.slice(0, 1000))))
    expect(heightOfAll()).toBe(all)
  })

  it('moves the place in the table for no height that is forgotten', () => {
    vi.useFakeTimers()
    const moves = vi.fn<() => void>()
    Object.defineProperty(Element.prototype, 'scrollTo', { value: moves, configurable: true })
    const rows = rowsOf(5000, { 30: 540 })
    const { rerender } = render(table(rows))
    const scroller = screen.getByRole('region')
    for (const top of [30 * usual, 100_000]) {
      scroller.scrollTop = top
      fireEvent.scroll(scroller)
      // The scrolling is over: what turns out higher above would move the place now.
      act(() => {
        vi.advanceTimersByTime(1_000)
      })
    }
    expect(screen.getByRole('row', { name: /row-2490 / })).toBeInTheDocument()
    moves.mockClear()
    rerender(table([{ id: 'new', height: usual }, ...rows]))
    expect(heightOfAll()).toBe(all + usual)
    expect(moves).not.toHaveBeenCalled()
    Reflect.deleteProperty(Element.prototype, 'scrollTo')
    vi.useRealTimers()
  })
})
