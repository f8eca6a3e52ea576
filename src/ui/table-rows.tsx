import { memo } from 'react'
import type { FocusEvent, ReactNode, Ref } from 'react'

/** One column of a {@link DataTable}. */
export type Column<Row> = {
  readonly key: string
  readonly heading: string
  readonly width: 'narrow' | 'medium' | 'wide'
  /** True for the column that names the row (`<th scope="row">`). */
  readonly isRowHeader?: boolean
  readonly cell: (row: Row) => ReactNode
}

/** What the body of a table needs. `columns` must be the same object between renders, or every row draws again. */
export type TableBodyProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
}

type TableRowProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly row: Row
  readonly rowIndex?: number
  readonly itemIndex?: number
  readonly rowRef?: Ref<HTMLTableRowElement>
  readonly onFocus?: (event: FocusEvent) => void
}

function TableRowOf<Row>({
  columns,
  row,
  rowIndex,
  itemIndex,
  rowRef,
  onFocus,
}: TableRowProps<Row>) {
  return (
    <tr ref={rowRef} aria-rowindex={rowIndex} data-index={itemIndex} onFocus={onFocus}>
      {columns.map(({ key, isRowHeader, cell }) =>
        isRowHeader === true ? (
          <th key={key} scope="row">
            {cell(row)}
          </th>
        ) : (
          <td key={key}>{cell(row)}</td>
        ),
      )}
    </tr>
  )
}

/** One row; draws again only when its own data changes, so a page of new rows costs only the new ones. */
export const TableRow = memo(TableRowOf) as typeof TableRowOf

/** The body of a table with every row in the document: the browser's find, print and screen readers see all. */
export function PlainRows<Row>({ columns, rows, rowKey }: TableBodyProps<Row>) {
  return (
    <tbody>
      {rows.map((row) => (
        <TableRow key={rowKey(row)} columns={columns} row={row} />
      ))}
    </tbody>
  )
}
