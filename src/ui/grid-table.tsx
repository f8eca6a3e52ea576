import { Fragment, memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties, FocusEvent, KeyboardEvent, ReactNode } from 'react'
import { t } from '../language/t.ts'
import { GridCols, GridGap, GridHead, GridRow, type GridParts } from './grid-rows.tsx'
import { placeAfter, type GridPlace } from './grid-keys.ts'
import { useGridWindow, type GridPixels } from './grid-window.ts'
import { gridRoles } from './table-roles.ts'
import './grid-table.css'

// `memo` forgets that the component is generic.
const Row = memo(GridRow) as typeof GridRow

/** How large its parts are, in rem. */
export type GridSizes = {
  readonly header: number
  readonly row: number
  readonly column: number
  /** The column that names the rows; it never takes more than two fifths of the width. */
  readonly names: number
}

type Props<Line, Column> = GridParts<Line, Column> & {
  /** What it is called. */
  readonly name: string
  readonly lines: readonly Line[]
  readonly columns: readonly Column[]
  readonly sizes: GridSizes
  /** What the first column is called. */
  readonly corner: ReactNode
  /** Gets what the focus is on; a column alone for its header, a line alone for its name. */
  readonly onPlace?: ((line: Line | undefined, column: Column | undefined) => void) | undefined
  /** Where to begin, with the focus; else at the first cell of the first row that isn't a heading. */
  readonly start?: { readonly lineKey: string; readonly columnKey: string | number } | undefined
}

/** What the focus is on, by keys: rows and columns may come in before it. */
type Place = {
  readonly lineKey: string | undefined
  readonly columnKey: string | number | undefined
  readonly mode: 'first' | 'moved'
}

/**
 * A grid of any size: header row and first column stay in sight, only the cells in sight and those about them are in the
 * document, `aria-rowindex` and `aria-colindex` say where they are. All rows have one height and all columns one width.
 * By keyboard it is one stop: arrows and the like move within (ARIA Authoring Practices, grid), Enter follows the link of a
 * cell. What the renderers are given should stay the same between renders, so that scrolling draws only what comes in.
 */
export function GridTable<Line, Column>(props: Props<Line, Column>) {
  const { name, lines, columns, sizes, corner, onPlace, start } = props
  const { lineKey, columnKey, isHeading } = props
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<Place>(() => ({
    lineKey: start?.lineKey,
    columnKey: start?.columnKey,
    mode: start === undefined ? 'first' : 'moved',
  }))
  const wantsFocus = useRef(start !== undefined)
  const lineKeys = useMemo(() => lines.map(lineKey), [lines, lineKey])
  const columnKeys = useMemo(() => columns.map(columnKey), [columns, columnKey])
  const active = useMemo((): GridPlace => {
    const first = { row: lines.findIndex((line) => !isHeading(line)) + 1, column: 1 }
    if (place.mode === 'first') return first
    const row = place.lineKey === undefined ? 0 : lineKeys.indexOf(place.lineKey) + 1
    const column = place.columnKey === undefined ? 0 : columnKeys.indexOf(place.columnKey) + 1
    const isGone =
      (row === 0 && place.lineKey !== undefined) || (column === 0 && place.columnKey !== undefined)
    return isGone ? first : { row, column }
  }, [place, lines, isHeading, lineKeys, columnKeys])
  const toPixels = useCallback(
    (width: number): GridPixels => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
      const { header, row, column, names } = sizes
      return {
        header: Math.round(header * rem),
        row: Math.round(row * rem),
        column: Math.round(column * rem),
        names: Math.round(Math.min(names * rem, width * 0.4)),
      }
    },
    [sizes],
  )
  const shown = useGridWindow({ scroller, pixels: toPixels, lineKeys, columnKeys, active })
  const { bringIntoSight, pixels } = shown

  useLayoutEffect(() => {
    if (!wantsFocus.current || scroller === null) return
    wantsFocus.current = false
    bringIntoSight(active)
    // Not without scrolling: the page has to come along where the grid is partly out of sight.
    table.current?.querySelector<HTMLElement>(placeSelector(active))?.focus()
  }, [active, scroller, bringIntoSight])

  const moveTo = ({ row, column }: GridPlace) => {
    setPlace({ lineKey: lineKeys[row - 1], columnKey: columnKeys[column - 1], mode: 'moved' })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.key === 'Enter' && isCell(event.target)) {
      event.target.querySelector<HTMLElement>('a, button')?.click()
      return
    }
    const next = placeAfter(event, active, {
      lastRow: lines.length,
      lastColumn: columns.length,
      page: shown.page,
    })
    if (next === undefined) return
    event.preventDefault()
    wantsFocus.current = true
    moveTo(next)
  }
  const onFocus = (event: FocusEvent<HTMLTableElement>) => {
    const cell = event.target.closest<HTMLElement>('[data-place]')
    if (cell === null) return
    const [row = 0, column] = (cell.dataset['place'] ?? '').split(' ').map(Number)
    // A heading spans all columns: the one that was left stays the one to go on in.
    const place = { row, column: column ?? active.column }
    if (row !== active.row || place.column !== active.column) moveTo(place)
    onPlace?.(lines[row - 1], column === undefined ? undefined : columns[column - 1])
  }
  const inlineSize = pixels.names + columns.length * pixels.column
  const style = {
    '--grid-row': `${pixels.row}px`,
    '--grid-header': `${pixels.header}px`,
    '--grid-names': `${pixels.names}px`,
  } as CSSProperties
  const { items, after } = shown.columns
  const { columnHead, rowHead, cell, emptyName } = props
  const parts = { lineKey, columnKey, isHeading, columnHead, rowHead, cell, emptyName }
  return (
    <>
      <p className="print-only">
        {t(
          'This print holds only what was in sight, of {rows} rows and {columns} columns in all.',
          {
            rows: lines.length,
            columns: columns.length,
          },
        )}
      </p>
      <div ref={setScroller} className="grid-scroller" style={style}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a grid takes keys (ARIA APG) */}
        <table
          ref={table}
          {...gridRoles.table}
          aria-label={name}
          aria-readonly="true"
          aria-rowcount={lines.length + 1}
          aria-colcount={columns.length + 1}
          style={{ inlineSize }}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
        >
          <GridCols items={items} after={after} pixels={pixels} />
          <GridHead
            {...parts}
            columns={columns}
            items={items}
            after={after}
            corner={corner}
            activeColumn={active.row === 0 ? active.column : undefined}
          />
          <tbody {...gridRoles.group}>
            {shown.rows.items.map(({ index, gap }) => {
              const line = lines[index]
              return line === undefined ? null : (
                <Fragment key={lineKeys[index]}>
                  <GridGap height={gap} />
                  <Row
                    {...parts}
                    line={line}
                    rowIndex={index + 1}
                    columns={columns}
                    items={items}
                    after={after}
                    activeColumn={active.row === index + 1 ? active.column : undefined}
                  />
                </Fragment>
              )
            })}
            <GridGap height={shown.rows.after} />
          </tbody>
        </table>
      </div>
    </>
  )
}

/** The cell at a place, or the heading that spans its row. */
function placeSelector({ row, column }: GridPlace): string {
  return `[data-place="${row} ${column}"], [data-place="${row}"]`
}

function isCell(target: EventTarget): target is HTMLElement {
  return target instanceof HTMLElement && target.dataset['place'] !== undefined
}
