import { useMemo, useState } from 'react'
import type { RecordStatus } from '../../fhir/record-status.ts'
import type { Observation } from '../../observations/observation.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatCount, formatNumberOf } from '../../ui/format-count.ts'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { Column } from '../../ui/table-rows.tsx'
import { categoryChoices, formatCategories, titlesOf } from './categories.ts'
import { missingFrom, NoResults } from './no-results.tsx'
import { DateCell, FlagCell, NameCell, RangeCell, StatusCell, ValueCell } from './result-cells.tsx'
import './results-view.css'

type Props = {
  readonly observations: readonly Observation[]
  readonly status: RecordStatus
  readonly seriesHref: (seriesId: string) => string
  readonly now: number
}

function columnsOf(
  titles: ReadonlyMap<string, string>,
  seriesHref: Props['seriesHref'],
  now: number,
): readonly Column<Observation>[] {
  return [
    {
      key: 'date',
      heading: 'Date',
      width: 'wide',
      cell: (observation) => <DateCell observation={observation} now={now} />,
    },
    {
      key: 'name',
      heading: 'Name',
      width: 'wide',
      isRowHeader: true,
      cell: (observation) => <NameCell observation={observation} seriesHref={seriesHref} />,
    },
    {
      key: 'value',
      heading: 'Value',
      width: 'wide',
      cell: (observation) => <ValueCell observation={observation} />,
    },
    {
      key: 'range',
      heading: 'Reference range',
      width: 'medium',
      cell: (observation) => <RangeCell observation={observation} />,
    },
    {
      key: 'flag',
      heading: 'Flag',
      width: 'narrow',
      cell: (observation) => <FlagCell observation={observation} />,
    },
    {
      key: 'category',
      heading: 'Category',
      width: 'narrow',
      cell: (observation) => <bdi>{formatCategories(observation, titles)}</bdi>,
    },
    {
      key: 'status',
      heading: 'Status',
      width: 'narrow',
      cell: (observation) => <StatusCell observation={observation} />,
    },
  ]
}

const rowKey = ({ id }: Observation) => id

function ResultsTable({ observations, status, seriesHref, now }: Props) {
  const [code, setCode] = useState('')
  const { categories } = status
  // Titles change only with the categories, not with every page that is counted.
  const titlesText = JSON.stringify([...titlesOf(status)])
  const titles = useMemo(
    () => new Map(JSON.parse(titlesText) as readonly (readonly [string, string])[]),
    [titlesText],
  )
  // The end of this minute: the warning about future dates need not draw every row again each millisecond.
  const minute = Math.ceil(now / 60_000) * 60_000
  const columns = useMemo(() => columnsOf(titles, seriesHref, minute), [titles, seriesHref, minute])
  const choices = useMemo(() => categoryChoices(observations, titles), [observations, titles])
  const rows = useMemo(
    () =>
      code === ''
        ? observations
        : observations.filter((observation) => observation.categories.includes(code)),
    [observations, code],
  )
  const isPending = categories.some(({ state }) => ['waiting', 'loading'].includes(state.kind))
  return (
    <>
      <div className="results-bar">
        <label>
          Category
          <select value={code} onChange={(event) => setCode(event.target.value)}>
            <option value="">All loaded categories</option>
            {choices.map((choice) => (
              <option key={choice.code} value={choice.code}>
                {`${choice.title} (${formatCount(choice.count)})`}
              </option>
            ))}
          </select>
        </label>
        <p className="quiet">
          {rows.length < observations.length && `${formatCount(rows.length)} of `}
          {formatNumberOf(observations.length, 'result')}, newest first
          {isPending && '; more are still loading'}
          {missingFrom(status).length > 0 && '; not every category could be loaded'}
        </p>
      </div>
      <DataTable name="Observations" isNameHidden columns={columns} rows={rows} rowKey={rowKey} />
    </>
  )
}

/**
 * The loaded results as one table, newest first as given. `seriesHref` gives the address of a trend and should stay the
 * same function between renders, so that a new page of results draws only its own rows; `now` is in epoch milliseconds. When results of another patient arrived, nothing is shown (PAT-02).
 */
export function ResultsView(props: Props) {
  const { observations, status } = props
  return (
    <div className="view">
      <PageHeading>Results</PageHeading>
      {status.foreignSubject ? (
        <Message kind="problem" title="Stopped: results of another patient were received">
          Nothing of the record is shown.
        </Message>
      ) : observations.length === 0 ? (
        <NoResults status={status} />
      ) : (
        <ResultsTable {...props} />
      )}
    </div>
  )
}
