import { startTransition, useEffect, useState } from 'react'
import type { CSSProperties } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../language/t.ts'
import { tableRoles } from './table-roles.ts'
import { PlainRows } from './table-rows.tsx'
import type { Column, TableBodyProps } from './table-rows.tsx'
import { WindowedRows } from './windowed-rows.tsx'
import './data-table.css'

/** Up to this many rows are all in the document; more are windowed, as making and removing them would hold a reader up. */
const MOST_PLAIN_ROWS = 300
/** Up to this many are all on paper. */
const MOST_PRINTED_ROWS = 1000
/** While more are coming, already so few are: drawing hundreds again and again would hold the page up. */
const MOST_GROWING_ROWS = 20

/** What a column takes of the room that all together don't need. */
const SHARES = { narrow: 7, medium: 8.5, wide: 11 }

/** The columns for the style sheet, as every row is laid out by them, and the least they take together. */
function widthsOf<Row>(columns: readonly Column<Row>[]): CSSProperties {
  const least = columns.map(({ width }) => `var(--column-${width})`)
  const tracks = columns.map(({ width }) => `minmax(var(--column-${width}), ${SHARES[width]}fr)`)
  return {
    '--columns': tracks.join(' '),
    '--columns-size': `calc(${least.join(' + ')})`,
  } as CSSProperties
}

/** By which column the rows are sorted, and which others they may be. */
export type Sorting = {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
  readonly keys: readonly string[]
  /** A heading was pressed: sort by its column, or the other way round. */
  readonly onSort: (columnKey: string) => void
}

function SortButton({
  columnKey,
  heading,
  sorting: { key, direction, onSort },
}: {
  readonly columnKey: string
  readonly heading: string
  readonly sorting: Sorting
}) {
  const sign = key !== columnKey ? '↕' : direction === 'ascending' ? '↑' : '↓'
  return (
    <button type="button" className="sort-button" onClick={() => onSort(columnKey)}>
      {heading} <span aria-hidden="true">{sign}</span>
    </button>
  )
}

/** Whether somebody has begun to read in a table: the place in it and the focus must not be lost. */
const isBeingRead = (scroller: HTMLElement | null) =>
  scroller !== null && (scroller.scrollTop > 0 || scroller.contains(document.activeElement))

/**
 * Whether rows are windowed. What began so while it grew goes over to plain rows once it is complete, if it is short enough
 * and nobody has begun to read; nor does a table that is being read go over to a window for a few rows more.
 */
function useWindowed(count: number, isGrowing: boolean, scroller: HTMLElement | null): boolean {
  const [isWindowed, setIsWindowed] = useState(count > mostPlain(isGrowing))
  const needsWindow =
    count > mostPlain(isGrowing) &&
    (isWindowed || isGrowing || count > MOST_PRINTED_ROWS || !isBeingRead(scroller))
  if (needsWindow && !isWindowed) setIsWindowed(true)
  useEffect(() => {
    if (needsWindow || isGrowing || scroller === null) return
    if (!isBeingRead(scroller)) startTransition(() => setIsWindowed(false))
  }, [needsWindow, isGrowing, scroller])
  return needsWindow || isWindowed
}

const mostPlain = (isGrowing: boolean) => (isGrowing ? MOST_GROWING_ROWS : MOST_PLAIN_ROWS)

/** Whether the page is being printed: rows for paper must be in the document when the browser looks. */
function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setIsPrinting(true))
    const end = () => setIsPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}

/**
 * A real table in a region of its own that scrolls, by keyboard too, with its header in sight. `name` is its caption.
 * Up to 300 rows are all in the document; above that it is windowed and says so by `aria-rowcount`. Up to 1,000 are all on
 * paper; a longer print says what it leaves out.
 * While it `isGrowing`, it is so above 20. Where it is narrow, each row is a card. Give it another `key` for other data, and it begins at its top again.
 */
export function DataTable<Row>({
  name,
  isNameHidden = false,
  isGrowing = false,
  columns,
  rows,
  rowKey,
  headingOf,
  spanOf,
  returnKey,
  currentKey,
  sorting,
}: TableBodyProps<Row> & {
  readonly name: string
  readonly sorting?: Sorting | undefined
  readonly isNameHidden?: boolean
  readonly isGrowing?: boolean
}) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const isWindowed = useWindowed(rows.length, isGrowing, scroller)
  const isPrinting = usePrinting() && rows.length <= MOST_PRINTED_ROWS
  const body = { columns, rowKey, headingOf, spanOf, returnKey, currentKey }
  return (
    <>
      {isWindowed && !isPrinting && (
        <p className="print-only">
          {t('This print holds only the rows that were in sight, of {count} in all.', {
            count: rows.length,
          })}
        </p>
      )}
      <div
        ref={setScroller}
        className="table-scroller"
        role="region"
        aria-label={t('{name} (scrollable)', { name })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        <table
          {...tableRoles.table}
          aria-rowcount={isWindowed ? rows.length + 1 : undefined}
          style={widthsOf(columns)}
        >
          <caption className={isNameHidden ? 'visually-hidden' : undefined}>{name}</caption>
          <thead {...tableRoles.group}>
            <tr {...tableRoles.row} aria-rowindex={isWindowed ? 1 : undefined}>
              {columns.map(({ key, heading, isRowHeader }) => (
                <th
                  key={key}
                  {...tableRoles.columnHeader}
                  scope="col"
                  className={isRowHeader === true ? 'names-rows' : undefined}
                  aria-sort={sorting?.key === key ? sorting.direction : undefined}
                >
                  {sorting?.keys.includes(key) === true ? (
                    <SortButton columnKey={key} heading={heading} sorting={sorting} />
                  ) : (
                    heading
                  )}
                </th>
              ))}
            </tr>
          </thead>
          {isWindowed ? (
            <WindowedRows {...body} rows={rows} scroller={scroller} hasAll={isPrinting} />
          ) : (
            <PlainRows {...body} rows={rows} />
          )}
        </table>
      </div>
    </>
  )
}
