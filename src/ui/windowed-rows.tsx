import { defaultRangeExtractor, observeElementRect, useVirtualizer } from '@tanstack/react-virtual'
import type { Range, Virtualizer } from '@tanstack/react-virtual'
import { Fragment, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { FocusEvent } from 'react'
import { tableRoles } from './table-roles.ts'
import { focusLinkOf, TableRow, useReturnIndex } from './table-rows.tsx'
import type { TableBodyProps } from './table-rows.tsx'

/** Until a row has been measured. */
const ROW_HEIGHT = 46
/** Until the height of the region is known, which is seldom more than half a screen: what is drawn beyond it is drawn in vain. */
const FIRST_HEIGHT = 460
const ROWS_FOR_MEAN = 24
type Rows = Virtualizer<HTMLElement, HTMLTableRowElement>

/** Passes on the scroller's size only while it is laid out: hidden or printed it must not lose its rows. */
function observeVisibleRect(
  rows: Rows,
  report: (rect: { width: number; height: number }) => void,
): (() => void) | void {
  return observeElementRect(rows, (rect) => {
    if (rect.height > 0) report(rect)
  })
}

/**
 * Measures rows, and expects of the others the mean of the first ones. It settles then: rows above the ones in sight
 * must not move them.
 */
function createRowMeter() {
  let sum = 0
  let measured = 0
  let mean = ROW_HEIGHT
  return {
    measure: (row: HTMLTableRowElement): number => {
      const { height } = row.getBoundingClientRect()
      if (height > 0 && measured < ROWS_FOR_MEAN) {
        sum += height
        measured += 1
        mean = sum / measured
      }
      return height > 0 ? height : ROW_HEIGHT
    },
    estimate: (): number => mean,
  }
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

/** Where the rows of these keys are, in order; those that are not among the rows are left out. */
function placesOf<Row>(
  keys: readonly (string | undefined)[],
  rows: readonly Row[],
  rowKey: (row: Row) => string,
): number[] {
  const wanted = new Set(keys.filter((key) => key !== undefined))
  const places: number[] = []
  if (wanted.size > 0)
    rows.forEach((row, index) => {
      if (wanted.has(rowKey(row))) places.push(index)
    })
  return places
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
  const [meter] = useState(createRowMeter)
  const returnIndex = useReturnIndex(props)
  const [focusedKey, setFocusedKey] = useState(returnKey)
  const [lastKey, setLastKey] = useState(currentKey)
  if (currentKey !== undefined && currentKey !== lastKey) setLastKey(currentKey)
  const kept = useMemo(
    () => placesOf([focusedKey, lastKey], rows, rowKey),
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
  // The same function while the rows are the same: by another one, all of them are placed anew. Not by place: a row that
  // goes to another place takes its height along, and is watched there.
  const keyOf = useCallback(
    (index: number) => {
      const row = rows[index]
      return row === undefined ? index : rowKey(row)
    },
    [rows, rowKey],
  )
  // oxlint-disable-next-line react/incompatible-library -- no compiler here; only its stable measureElement is passed on
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: rows.length,
    getScrollElement: () => scroller,
    getItemKey: keyOf,
    estimateSize: meter.estimate,
    measureElement: meter.measure,
    observeElementRect: observeVisibleRect,
    initialRect: { width: 1000, height: FIRST_HEIGHT },
    rangeExtractor: extractRange,
    overscan: 6,
  })
  useEffect(() => {
    // Correcting the place for a row above that turns out higher or lower would stop a scroll that is under way,
    // such as the one to the top by the Home key. A row in sight or below that grows moves nothing above it.
    virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ end }) =>
      !virtualizer.isScrolling && end <= (virtualizer.scrollOffset ?? 0)
  }, [virtualizer])
  useEffect(() => {
    if (scroller === null || returnIndex < 0) return
    focusLinkOf(body.current?.querySelector(`[data-index="${returnIndex}"]`))
    virtualizer.scrollToIndex(returnIndex, { align: 'center' })
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

  const items = virtualizer.getVirtualItems()
  const end = items.at(-1)?.end ?? 0
  return (
    <tbody ref={body} {...tableRoles.group}>
      {items.map(({ index, key, start }, position) => {
        const row = rows[index]
        return row === undefined ? null : (
          <Fragment key={key}>
            <Spacer height={start - (items[position - 1]?.end ?? 0)} columns={columns.length} />
            <TableRow
              columns={columns}
              row={row}
              headingOf={headingOf}
              spanOf={spanOf}
              rowIndex={index + 2}
              itemIndex={index}
              isCurrent={currentKey !== undefined && rowKey(row) === currentKey}
              rowRef={virtualizer.measureElement}
              onFocus={rememberFocus}
            />
          </Fragment>
        )
      })}
      <Spacer height={virtualizer.getTotalSize() - end} columns={columns.length} />
    </tbody>
  )
}
