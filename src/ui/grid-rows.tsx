import { Fragment, type ReactNode } from 'react'
import type { GridItem, GridPixels } from './grid-window.ts'
import { gridRoles } from './table-roles.ts'

/** What a grid needs to know of its lines and columns, and how it draws them. */
export type GridParts<Line, Column> = {
  readonly lineKey: (line: Line) => string
  readonly columnKey: (column: Column) => string | number
  /** Whether a line is a heading, which spans all columns. */
  readonly isHeading: (line: Line) => boolean
  readonly columnHead: (column: Column) => ReactNode
  readonly rowHead: (line: Line) => ReactNode
  /** What stands in a cell; undefined when nothing does. */
  readonly cell: (line: Line, column: Column) => ReactNode
  /** What an empty cell is called, for those who can't see that it is empty. */
  readonly emptyName: string
}

type Across = {
  readonly items: readonly GridItem[]
  /** Pixels of the columns after the window. */
  readonly after: number
}

/** The widths of what is in the document. */
export function GridCols({ items, after, pixels }: Across & { readonly pixels: GridPixels }) {
  return (
    <colgroup>
      <col style={{ inlineSize: pixels.names }} />
      {items.map(({ index, gap }) => (
        <Fragment key={index}>
          {gap > 0 && <col className="grid-gap" style={{ inlineSize: gap }} />}
          <col style={{ inlineSize: pixels.column }} />
        </Fragment>
      ))}
      {after > 0 && <col className="grid-gap" style={{ inlineSize: after }} />}
    </colgroup>
  )
}

/** A row as high as the rows it stands for. */
export function GridGap({ height }: { readonly height: number }) {
  return height > 0 ? (
    <tr aria-hidden="true" className="grid-gap">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- empty on purpose, and hidden */}
      <td style={{ blockSize: height }} />
    </tr>
  ) : null
}

/** Stands in a row for the columns that are left out. */
function Skipped({ width }: { readonly width: number }) {
  return width > 0 ? <td aria-hidden="true" className="grid-gap" /> : null
}

const tabIndexOf = (isActive: boolean) => (isActive ? 0 : -1)

/** The header row; `activeColumn` is the one that the Tab key leads to, undefined when it is in another row. */
export function GridHead<Line, Column>({
  columns,
  items,
  after,
  corner,
  columnKey,
  columnHead,
  activeColumn,
}: GridParts<Line, Column> &
  Across & {
    readonly columns: readonly Column[]
    readonly corner: ReactNode
    readonly activeColumn: number | undefined
  }) {
  return (
    <thead {...gridRoles.group}>
      <tr {...gridRoles.row} aria-rowindex={1}>
        <th
          {...gridRoles.columnHeader}
          scope="col"
          aria-colindex={1}
          data-place="0 0"
          tabIndex={tabIndexOf(activeColumn === 0)}
        >
          <div className="grid-cell">{corner}</div>
        </th>
        {items.map(({ index, gap }) => {
          const column = columns[index]
          return column === undefined ? null : (
            <Fragment key={columnKey(column)}>
              <Skipped width={gap} />
              <th
                {...gridRoles.columnHeader}
                scope="col"
                aria-colindex={index + 2}
                data-place={`0 ${index + 1}`}
                tabIndex={tabIndexOf(activeColumn === index + 1)}
              >
                <div className="grid-cell">{columnHead(column)}</div>
              </th>
            </Fragment>
          )
        })}
        <Skipped width={after} />
      </tr>
    </thead>
  )
}

type RowProps<Line, Column> = GridParts<Line, Column> &
  Across & {
    readonly line: Line
    /** 1 for the first row below the header, which is 0. */
    readonly rowIndex: number
    readonly columns: readonly Column[]
    readonly activeColumn: number | undefined
  }

/** One row: a heading across, or a name and its cells. */
export function GridRow<Line, Column>(props: RowProps<Line, Column>) {
  const { line, rowIndex, columns, items, after, activeColumn } = props
  const { isHeading, rowHead, cell, columnKey, emptyName } = props
  const gaps = items.filter(({ gap }) => gap > 0).length + (after > 0 ? 1 : 0)
  if (isHeading(line)) {
    return (
      <tr {...gridRoles.row} aria-rowindex={rowIndex + 1} className="grid-heading">
        <th
          {...gridRoles.rowHeader}
          scope="rowgroup"
          colSpan={1 + items.length + gaps}
          aria-colindex={1}
          aria-colspan={columns.length + 1}
          data-place={rowIndex}
          tabIndex={tabIndexOf(activeColumn !== undefined)}
        >
          <div className="grid-cell">{rowHead(line)}</div>
        </th>
      </tr>
    )
  }
  return (
    <tr {...gridRoles.row} aria-rowindex={rowIndex + 1}>
      <th
        {...gridRoles.rowHeader}
        scope="row"
        aria-colindex={1}
        data-place={`${rowIndex} 0`}
        tabIndex={tabIndexOf(activeColumn === 0)}
      >
        <div className="grid-cell">{rowHead(line)}</div>
      </th>
      {items.map(({ index, gap }) => {
        const column = columns[index]
        if (column === undefined) return null
        const content = cell(line, column)
        return (
          <Fragment key={columnKey(column)}>
            <Skipped width={gap} />
            <td
              {...gridRoles.cell}
              aria-colindex={index + 2}
              aria-label={content === undefined ? emptyName : undefined}
              data-place={`${rowIndex} ${index + 1}`}
              tabIndex={tabIndexOf(activeColumn === index + 1)}
            >
              {content !== undefined && <div className="grid-cell">{content}</div>}
            </td>
          </Fragment>
        )
      })}
      <Skipped width={after} />
    </tr>
  )
}
