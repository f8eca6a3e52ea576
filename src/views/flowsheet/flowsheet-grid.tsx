import { useCallback, useContext, useMemo, useState } from 'react'
import { t } from '../../language/t.ts'
import type { Flowsheet, FlowsheetLine } from '../../observations/flowsheet.ts'
import type { FlowsheetColumn } from '../../observations/flowsheet-columns.ts'
import { GridTable, type GridSizes } from '../../ui/grid-table.tsx'
import { RegisterContext } from '../shared/register.ts'
import { SheetCell, SheetColumnHead, SheetRowHead } from './flowsheet-cell.tsx'
import type { Density, FlowsheetQuery } from './flowsheet-query.ts'
import { SheetReadout, type ShownCell } from './flowsheet-readout.tsx'

type Props = {
  readonly flowsheet: Flowsheet
  readonly query: FlowsheetQuery
  /** What categories are called, by code. */
  readonly titles: ReadonlyMap<string, string>
  readonly seriesHref: (seriesId: string) => string
  readonly resultHref: (observationId: string) => string
  readonly onOpen: ((observationId: string) => void) | undefined
  readonly returnTo: string | undefined
}

const SIZES: Readonly<Record<Density, GridSizes>> = {
  comfortable: { header: 3.25, row: 2.5, column: 6.75, names: 15 },
  compact: { header: 2.75, row: 1.75, column: 5.75, names: 12 },
  wide: { header: 3.25, row: 3, column: 11, names: 18 },
}
/** A time takes a line more than a day. */
const SIZES_BY_TIME = Object.fromEntries(
  Object.entries(SIZES).map(([density, sizes]) => [density, { ...sizes, header: 4.25 }]),
) as typeof SIZES

/** Two names take three lines: the laboratory's own, which tells rows of one plain name apart, up to two of them. */
const SIZES_OF_TWO_NAMES: Readonly<Record<Density, Partial<GridSizes>>> = {
  comfortable: { row: 4, names: 17 },
  compact: { row: 3.5, names: 15 },
  wide: { row: 4.25, names: 20 },
}

const lineKey = ({ key }: FlowsheetLine) => key
const columnKey = ({ key }: FlowsheetColumn) => key
const isHeading = ({ kind }: FlowsheetLine) => kind === 'heading'

/** The place of a result, to come back to; undefined when it isn't there. */
function findStart({ lines }: Flowsheet, id: string | undefined) {
  if (id === undefined) return undefined
  for (const line of lines) {
    if (line.kind === 'heading') continue
    for (const [key, entries] of line.cells) {
      if (entries.some(({ observation }) => observation.id === id))
        return { lineKey: line.key, columnKey: key }
    }
  }
  return undefined
}

/** The grid of a flowsheet, and below it the cell in use in full. Its renderers stay the same while only rows come in. */
export function FlowsheetGrid(props: Props) {
  const { flowsheet, query, titles, seriesHref, resultHref, onOpen, returnTo } = props
  const [start] = useState(() => findStart(flowsheet, returnTo))
  const [place, setPlace] = useState<readonly [line: string, column: string | number]>()
  const isByTime = query.by === 'time'
  const isOfPatient = useContext(RegisterContext) === 'patient'
  const sizes = useMemo(
    () => ({
      ...(isByTime ? SIZES_BY_TIME : SIZES)[query.density],
      ...(isOfPatient && SIZES_OF_TWO_NAMES[query.density]),
    }),
    [isByTime, isOfPatient, query.density],
  )
  const columnHead = useCallback(
    (column: FlowsheetColumn) => <SheetColumnHead column={column} isByTime={isByTime} />,
    [isByTime],
  )
  const rowHead = useCallback(
    (line: FlowsheetLine) =>
      line.kind === 'test' ? (
        <SheetRowHead row={line} seriesHref={seriesHref} />
      ) : line.category === undefined ? (
        t('Category not given')
      ) : (
        <bdi>{titles.get(line.category) ?? line.category}</bdi>
      ),
    [seriesHref, titles],
  )
  const cell = useCallback(
    (line: FlowsheetLine, column: FlowsheetColumn) => {
      const entries = line.kind === 'test' ? line.cells.get(column.key) : undefined
      return entries === undefined || line.kind !== 'test' ? undefined : (
        <SheetCell entries={entries} row={line} resultHref={resultHref} onOpen={onOpen} />
      )
    },
    [resultHref, onOpen],
  )
  const onPlace = useCallback(
    (line: FlowsheetLine | undefined, column: FlowsheetColumn | undefined) => {
      if (line?.kind === 'test' && column !== undefined) setPlace([line.key, column.key])
    },
    [],
  )
  return (
    <div className={`sheet sheet-${query.density}`}>
      <GridTable
        name={t('Flowsheet')}
        corner={t('Test')}
        emptyName={t('No result')}
        lines={flowsheet.lines}
        columns={flowsheet.columns}
        sizes={sizes}
        lineKey={lineKey}
        columnKey={columnKey}
        isHeading={isHeading}
        columnHead={columnHead}
        rowHead={rowHead}
        cell={cell}
        onPlace={onPlace}
        start={start}
      />
      <SheetReadout shown={findCell(flowsheet, place)} resultHref={resultHref} onOpen={onOpen} />
    </div>
  )
}

/** What is gone to by its keys, as it is now: more may have been loaded since. */
function findCell(
  { lines, columns }: Flowsheet,
  place: readonly [line: string, column: string | number] | undefined,
): ShownCell | undefined {
  if (place === undefined) return undefined
  const row = lines.find(({ key }) => key === place[0])
  const column = columns.find(({ key }) => key === place[1])
  return row?.kind === 'test' && column !== undefined ? { row, column } : undefined
}
