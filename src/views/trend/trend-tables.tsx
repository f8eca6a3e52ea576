import { useDeferredValue, useMemo } from 'react'
import { t } from '../../language/t.ts'
import type { ExcludedPoint, Series } from '../../observations/series.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { LongText } from '../../ui/long-text.tsx'
import type { Column } from '../../ui/table-rows.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { toPointRows } from './figures.ts'
import type { PointRow } from './figures.ts'

function pointColumns(hasSeveral: boolean): readonly Column<PointRow>[] {
  const measurement: Column<PointRow> = {
    key: 'measurement',
    heading: t('Measurement'),
    width: 'wide',
    cell: ({ lineName }) => <Theirs>{lineName}</Theirs>,
  }
  return [
    {
      key: 'date',
      heading: t('Date'),
      width: 'medium',
      isRowHeader: true,
      cell: ({ point }) => point.dateText,
    },
    ...(hasSeveral ? [measurement] : []),
    {
      key: 'value',
      heading: t('Value'),
      width: 'medium',
      cell: ({ point }) => <bdi>{point.valueText}</bdi>,
    },
    {
      key: 'flag',
      heading: t('Flag|of a result'),
      width: 'narrow',
      cell: ({ point }) => point.flagText !== '' && <bdi>{point.flagText}</bdi>,
    },
    {
      key: 'range',
      heading: t('Reference range'),
      width: 'medium',
      cell: ({ point }) => point.rangeText !== '' && <LongText text={point.rangeText} />,
    },
    {
      key: 'remarks',
      heading: t('Remarks'),
      width: 'wide',
      cell: ({ point }) =>
        point.remarks.map((remark, index) => (
          <p key={index}>
            <LongText text={remark} />
          </p>
        )),
    },
  ]
}
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
  const hasSeveral = series.lines.length > 1
  const columns = useMemo(() => pointColumns(hasSeveral), [hasSeveral])
  return (
    <DataTable
      name={t('Values of {name}', { name: series.name })}
      columns={columns}
      rows={rows}
      rowKey={pointKey}
    />
  )
}

type ExcludedRow = ExcludedPoint & { readonly key: string }

const excludedColumns = (): readonly Column<ExcludedRow>[] => [
  {
    key: 'date',
    heading: t('Date'),
    width: 'medium',
    isRowHeader: true,
    cell: ({ dateText }) => dateText,
  },
  {
    key: 'value',
    heading: t('Value'),
    width: 'medium',
    cell: ({ valueText }) => <bdi className="as-written">{valueText}</bdi>,
  },
  { key: 'reason', heading: t('Reason'), width: 'wide', cell: ({ reason }) => reason },
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
  const columns = useMemo(() => excludedColumns(), [])
  return <DataTable name={name} columns={columns} rows={rows} rowKey={excludedKey} />
}
