import { defaultRangeExtractor, observeElementRect, useVirtualizer } from '@tanstack/react-virtual'
import type { Range, Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FocusEvent } from 'react'
import { createRowMeter } from './row-meter.ts'
import { tableRoles } from './table-roles.ts'
import { focusLinkOf, TableRow, useReturnIndex } from './table-rows.tsx'
import type { TableBodyProps } from './table-rows.tsx'

/**
 * So many rows have one place together: what it takes to place all of fifty thousand, whenever one of them turns out
 * higher, is a part of it.
 */
const BLOCK = 4
const blockOf = (index: number) => Math.floor(index / BLOCK)
/** Until the height of the region is known, which is seldom more than half a screen: what is drawn beyond it is drawn in vain. */
const FIRST_HEIGHT = 460
type Blocks = Virtualizer<HTMLElement, HTMLTableRowElement>

/** Passes on the scroller's size only while it is laid out: hidden or printed it must not lose its rows. */
function observeVisibleRect(
  blocks: Blocks,
  report: (rect: { width: number; height: number }) => void,
): (() => void) | void {
  return observeElementRect(blocks, (rect) => {
    if (rect.height > 0) report(rect)
  })
}

/** A row as high as the rows it stands for. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height > 0 ? (
    <tr aria-hidden="true" className="table-spacer">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- empty on purpose, and hidden */}
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null
}

/** In which blocks the rows of these keys are, in order; those that are not among the rows are left out. */
function blocksOf<Row>(
  keys: readonly (string | undefined)[],
  rows: readonly Row[],
  rowKey: (row: Row) => string,
): number[] {
  const wanted = new Set(keys.filter((key) => key !== undefined))
  const blocks = new Set<number>()
  if (wanted.size > 0)
    rows.forEach((row, index) => {
      if (wanted.has(rowKey(row))) blocks.add(blockOf(index))
    })
  return [...blocks]
}

/** Where two lists of rows begin to differ. */
function firstDifference<Row>(
  before: readonly Row[],
  after: readonly Row[],
  rowKey: (row: Row) => string,
): number {
  const index = after.findIndex((row, place) => {
    const other = before[place]
    return other !== row && (other === undefined || rowKey(other) !== rowKey(row))
  })
  return index < 0 ? after.length : index
}

/**
 * The body of a long table: only the rows in sight, those about them, the one that holds the keyboard's focus and the
 * current one, also when it was current last, as the focus comes back to it, are in the document; spacer rows keep the height, `aria-rowindex` the place (the header row is 1).
 */
export function WindowedRows<Row>(
  props: TableBodyProps<Row> & {
    readonly scroller: HTMLElement | null
    /** All rows are to be in the document for a while, as for paper. */
    readonly hasAll: boolean
  },
) {
  const { columns, rows, rowKey, headingOf, spanOf, scroller, returnKey, currentKey, hasAll } =
    props
  const body = useRef<HTMLTableSectionElement>(null)
  const [meter] = useState(() => createRowMeter(BLOCK))
  const count = rows.length
  const returnIndex = useReturnIndex(props)
  const [focusedKey, setFocusedKey] = useState(returnKey)
  const [lastKey, setLastKey] = useState(currentKey)
  if (currentKey !== undefined && currentKey !== lastKey) setLastKey(currentKey)
  const kept = useMemo(
    () => blocksOf([focusedKey, lastKey], rows, rowKey),
    [focusedKey, lastKey, rows, rowKey],
  )
  const extractRange = useCallback(
    (range: Range) => {
      if (hasAll) return Array.from({ length: range.count }, (_, index) => index)
      const indexes = defaultRangeExtractor(range)
      const others = kept.filter((index) => !indexes.includes(index))
      return others.length === 0 ? indexes : [...indexes, ...others].toSorted((a, b) => a - b)
    },
    [kept, hasAll],
  )
  const blockCount = Math.ceil(count / BLOCK)
  const estimate = (block: number) => meter.estimate(Math.min(BLOCK, count - block * BLOCK))
  // By their place, not by what is in them, which all of them would have to be asked for at each change of order.
  // oxlint-disable-next-line react/incompatible-library -- no compiler here; nothing of it is passed on
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: blockCount,
    getScrollElement: () => scroller,
    estimateSize: estimate,
    observeElementRect: observeVisibleRect,
    initialRect: { width: 1000, height: FIRST_HEIGHT },
    rangeExtractor: extractRange,
    overscan: 1,
  })
  const measure = useCallback(() => {
    for (const [block, height] of meter.measure(body.current?.rows ?? []))
      virtualizer.resizeItem(block, height)
  }, [meter, virtualizer])
  const before = useRef(rows)
  const isForgetting = useRef(false)
  useLayoutEffect(() => {
    if (before.current !== rows) {
      // What isn't in the document can't be measured: no row may keep the height of one that stood there before.
      const from = blockOf(firstDifference(before.current, rows, rowKey))
      before.current = rows
      // Nor is the place in the table moved for that: what is above is other rows, not higher ones.
      isForgetting.current = true
      for (const block of meter.forget(from, blockCount, body.current?.rows ?? []))
        virtualizer.resizeItem(block, estimate(block))
      isForgetting.current = false
    }
    // While it is scrolled, the page is laid out once a frame, and what turns out higher is heard of after that.
    if (!virtualizer.isScrolling) measure()
  })
  useEffect(() => {
    if (body.current === null || !('ResizeObserver' in globalThis)) return
    const observer = new ResizeObserver(measure)
    observer.observe(body.current)
    return () => observer.disconnect()
  }, [measure])
  useEffect(() => {
    // Correcting the place for a row above that turns out higher or lower would stop a scroll that is under way,
    // such as the one to the top by the Home key. A row in sight or below that grows moves nothing above it.
    virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ end }) =>
      !isForgetting.current && !virtualizer.isScrolling && end <= (virtualizer.scrollOffset ?? 0)
  }, [virtualizer])
  useEffect(() => {
    if (scroller === null || returnIndex < 0) return
    const rowOf = (index: number) =>
      body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    focusLinkOf(rowOf(returnIndex))
    // The row to the middle, not its block, which may be higher than the region.
    const block = blockOf(returnIndex)
    const [start = 0] = virtualizer.getOffsetForIndex(block, 'start') ?? []
    const { top = 0, height = 0 } = rowOf(returnIndex)?.getBoundingClientRect() ?? {}
    const { top: blockTop = 0 } = rowOf(block * BLOCK)?.getBoundingClientRect() ?? {}
    virtualizer.scrollToOffset(start + top - blockTop - (scroller.clientHeight - height) / 2)
  }, [scroller, returnIndex, virtualizer])
  useEffect(() => {
    // The browser's own End goes where the end was thought to be; rows measured on the way move it on.
    const goToEnd = (event: KeyboardEvent) => {
      if (event.key !== 'End' || event.shiftKey || event.altKey) return
      event.preventDefault()
      virtualizer.scrollToEnd()
    }
    scroller?.addEventListener('keydown', goToEnd)
    return () => scroller?.removeEventListener('keydown', goToEnd)
  }, [scroller, virtualizer])
  const rememberFocus = useCallback(
    (event: FocusEvent) => {
      const row = rows[Number((event.currentTarget as HTMLElement).dataset['index'])]
      setFocusedKey(row === undefined ? undefined : rowKey(row))
    },
    [rows, rowKey],
  )

  const blocks = virtualizer.getVirtualItems()
  const end = blocks.at(-1)?.end ?? 0
  return (
    <tbody ref={body} {...tableRoles.group}>
      {blocks.flatMap(({ index: block, start }, position) => [
        <Spacer
          key={`before ${position}`}
          height={start - (blocks[position - 1]?.end ?? 0)}
          columns={columns.length}
        />,
        ...rows.slice(block * BLOCK, (block + 1) * BLOCK).map((row, offset) => {
          const index = block * BLOCK + offset
          const key = rowKey(row)
          return (
            <TableRow
              key={`row ${key}`}
              columns={columns}
              row={row}
              headingOf={headingOf}
              spanOf={spanOf}
              rowIndex={index + 2}
              itemIndex={index}
              isCurrent={key === currentKey}
              onFocus={rememberFocus}
            />
          )
        }),
      ])}
      <Spacer height={virtualizer.getTotalSize() - end} columns={columns.length} />
    </tbody>
  )
}
