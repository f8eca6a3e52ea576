import { useDeferredValue, useMemo } from 'react'
import type { ExcludedPoint, Series } from '../../observations/series.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { LongText } from '../../ui/long-text.tsx'
import type { Column } from '../../ui/table-rows.tsx'
import { toPointRows } from './figures.ts'
import type { PointRow } from './figures.ts'

const date: Column<PointRow> = {
  key: 'date',
  heading: 'Date',
  width: 'medium',
  isRowHeader: true,
  cell: ({ point }) => point.dateText,
}
const measurement: Column<PointRow> = {
  key: 'measurement',
  heading: 'Measurement',
  width: 'wide',
  cell: ({ lineName }) => <bdi>{lineName}</bdi>,
}
const value: Column<PointRow> = {
  key: 'value',
  heading: 'Value',
  width: 'medium',
  cell: ({ point }) => <bdi>{point.valueText}</bdi>,
}
const flag: Column<PointRow> = {
  key: 'flag',
  heading: 'Flag',
  width: 'narrow',
  cell: ({ point }) => point.flagText !== '' && <bdi>{point.flagText}</bdi>,
}
const range: Column<PointRow> = {
  key: 'range',
  heading: 'Reference range',
  width: 'medium',
  cell: ({ point }) => point.rangeText !== '' && <LongText text={point.rangeText} />,
}
const remarks: Column<PointRow> = {
  key: 'remarks',
  heading: 'Remarks',
  width: 'wide',
  cell: ({ point }) =>
    point.remarks.map((remark, index) => (
      <p key={index}>
        <LongText text={remark} />
      </p>
    )),
}
const columnsOfOne = [date, value, flag, range, remarks]
const columnsOfSeveral = [date, measurement, value, flag, range, remarks]
const pointKey = ({ key }: PointRow) => key

/** So many rows, the newest, are there with the chart; the others follow. */
const FIRST_ROWS = 20

/** A series of its newest points alone. */
function newestOf(series: Series): Series {
  const lines = series.lines.map((line) => ({ ...line, points: line.points.slice(-FIRST_ROWS) }))
  return { ...series, lines }
}

/** The same values as the chart, in words: its equal for whoever can't see it. */
export function ValuesTable({ series }: { readonly series: Series }) {
  const first = useMemo(() => newestOf(series), [series])
  // The chart comes first; hundreds of rows follow at once, without holding it up.
  const shown = useDeferredValue(series, first)
  const rows = useMemo(
    () => (shown === first ? toPointRows(first).slice(0, FIRST_ROWS) : toPointRows(shown)),
    [shown, first],
  )
  return (
    <DataTable
      name={`Values of ${series.name}`}
      columns={series.lines.length > 1 ? columnsOfSeveral : columnsOfOne}
      rows={rows}
      rowKey={pointKey}
    />
  )
}

type ExcludedRow = ExcludedPoint & { readonly key: string }

const excludedColumns: readonly Column<ExcludedRow>[] = [
  {
    key: 'date',
    heading: 'Date',
    width: 'medium',
    isRowHeader: true,
    cell: ({ dateText }) => dateText,
  },
  {
    key: 'value',
    heading: 'Value',
    width: 'medium',
    cell: ({ valueText }) => <bdi className="as-written">{valueText}</bdi>,
  },
  { key: 'reason', heading: 'Reason', width: 'wide', cell: ({ reason }) => reason },
]
const excludedKey = ({ key }: ExcludedRow) => key

/** The results that belong to the test but are not in the chart, each with the reason. */
export function ExcludedTable({
  series: { excluded },
  name,
}: {
  readonly series: Series
  readonly name: string
}) {
  // One Observation may be left out more than once, for two of its components.
  const rows = useMemo(
    () => excluded.map((point, index) => ({ ...point, key: `${index} ${point.observationId}` })),
    [excluded],
  )
  return <DataTable name={name} columns={excludedColumns} rows={rows} rowKey={excludedKey} />
}
