import { memo, useEffect, useRef, useState } from 'react'
import type { FocusEvent, ReactNode } from 'react'
import { tableRoles } from './table-roles.ts'

/** One column of a {@link DataTable}. */
export type Column<Row> = {
  readonly key: string
  readonly heading: string
  readonly width: 'narrow' | 'medium' | 'wide'
  /** True for the column that names the row (`<th scope="row">`). */
  readonly isRowHeader?: boolean
  /** On a narrow screen, where rows are cards, the cell has a line of its own and needs no heading. */
  readonly isWholeLine?: boolean
  readonly cell: (row: Row) => ReactNode
}

/** What the body of a table needs. `columns` must be the same object between renders, or every row draws again. */
export type TableBodyProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** For a row that only names those after it: its words; undefined for any other. The same function between renders. */
  readonly headingOf?: ((row: Row) => ReactNode) | undefined
  /** For a row that belongs to the one before it and takes the whole width: what is in it. The same function, too. */
  readonly spanOf?: ((row: Row) => ReactNode) | undefined
  /** The row to begin at: once, when the table appears, it is scrolled into view and its link takes the focus. */
  readonly returnKey?: string
  /** The row that something else on the screen shows in full: it is marked, and stays in the document. */
  readonly currentKey?: string | undefined
}

/** The place at which a table begins, -1 for its top: where the row of `returnKey` is when the table appears. */
export function useReturnIndex<Row>({ rows, rowKey, returnKey }: TableBodyProps<Row>): number {
  const [index] = useState(() =>
    returnKey === undefined ? -1 : rows.findIndex((row) => rowKey(row) === returnKey),
  )
  return index
}

/** Gives the focus to the link of a row, which scrolls it into view. */
export function focusLinkOf(row: Element | null | undefined): void {
  row?.querySelector('a')?.focus()
}

type TableRowProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly row: Row
  readonly headingOf?: ((row: Row) => ReactNode) | undefined
  readonly spanOf?: ((row: Row) => ReactNode) | undefined
  readonly rowIndex?: number
  readonly itemIndex?: number
  readonly isCurrent?: boolean
  readonly onFocus?: (event: FocusEvent) => void
}

function TableRowOf<Row>({
  columns,
  row,
  headingOf,
  spanOf,
  rowIndex,
  itemIndex,
  isCurrent = false,
  onFocus,
}: TableRowProps<Row>) {
  const heading = headingOf?.(row)
  const attributes = {
    ...tableRoles.row,
    'aria-rowindex': rowIndex,
    'data-index': itemIndex,
    'aria-current': isCurrent || undefined,
    onFocus,
  }
  if (heading !== undefined)
    return (
      <tr {...attributes} className="table-group">
        <th {...tableRoles.rowHeader} scope="rowgroup" colSpan={columns.length}>
          {heading}
        </th>
      </tr>
    )
  const span = spanOf?.(row)
  if (span !== undefined)
    return (
      <tr {...attributes} className="table-span">
        <td {...tableRoles.cell} colSpan={columns.length}>
          {span}
        </td>
      </tr>
    )
  return (
    <tr {...attributes}>
      {columns.map(({ key, heading, isRowHeader, isWholeLine, cell }) =>
        isRowHeader === true ? (
          <th key={key} {...tableRoles.rowHeader} scope="row">
            {cell(row)}
          </th>
        ) : (
          <td
            key={key}
            {...tableRoles.cell}
            data-heading={isWholeLine === true ? undefined : heading}
          >
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

/** One row; draws again only when its own data changes, so a page of new rows costs only the new ones. */
export const TableRow = memo(TableRowOf) as typeof TableRowOf

/** The body of a table with every row in the document: the browser's find, print and screen readers see all. */
export function PlainRows<Row>(props: TableBodyProps<Row>) {
  const { columns, rows, rowKey, headingOf, spanOf, currentKey } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const returnIndex = useReturnIndex(props)
  useEffect(() => {
    if (returnIndex >= 0) focusLinkOf(body.current?.rows[returnIndex])
  }, [returnIndex])
  return (
    <tbody ref={body} className="all-rows" {...tableRoles.group}>
      {rows.map((row) => {
        const key = rowKey(row)
        return (
          <TableRow
            key={key}
            columns={columns}
            row={row}
            headingOf={headingOf}
            spanOf={spanOf}
            isCurrent={key === currentKey}
          />
        )
      })}
    </tbody>
  )
}
