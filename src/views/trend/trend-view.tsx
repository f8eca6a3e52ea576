import { lazy, Suspense, useMemo } from 'react'
import { formatSeriesSentence } from '../../observations/sentences.ts'
import type { Series } from '../../observations/series.ts'
import { formatNumberOf } from '../../ui/format-count.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { toFigures } from './figures.ts'
import { ExcludedTable, ValuesTable } from './trend-tables.tsx'
import './trend-view.css'

function ChartUnavailable() {
  return (
    <Message kind="warning" title="The chart could not be loaded">
      The same values are in the table below. Reload the page to try again.
    </Message>
  )
}

const LineChart = lazy(() =>
  import('../../ui/line-chart.tsx').then(
    (module) => ({ default: module.LineChart }),
    () => ({ default: ChartUnavailable as typeof import('../../ui/line-chart.tsx').LineChart }),
  ),
)

function Figures({ series }: { readonly series: Series }) {
  const figures = useMemo(() => toFigures(series), [series])
  return (
    <div className="trend-figures">
      {figures.length > 1 && (
        <p className="quiet">
          These results have different units, so each unit has a chart of its own.
        </p>
      )}
      {figures.map(({ key, title, unit, lines }) => (
        <div key={key} className="card trend-figure">
          <Suspense fallback={<Loading>Loading the chart…</Loading>}>
            <LineChart title={title} unit={unit} lines={lines} />
          </Suspense>
        </div>
      ))}
    </div>
  )
}

function NothingToDraw({ series: { observations } }: { readonly series: Series }) {
  const { length } = observations
  return (
    <Message kind="note" title="There is nothing to draw">
      {formatNumberOf(length, 'result')} of this test {length === 1 ? 'is' : 'are'} loaded, but none
      can be a point of a chart. The reasons are below.
    </Message>
  )
}

function Trend({ series, isLoading }: { readonly series: Series; readonly isLoading: boolean }) {
  const pointCount = series.lines.reduce((sum, { points }) => sum + points.length, 0)
  return (
    <>
      <p>{formatSeriesSentence(series)}</p>
      {isLoading && <Loading>Results are still loading; more values may follow.</Loading>}
      {pointCount === 0 ? <NothingToDraw series={series} /> : <Figures series={series} />}
      {pointCount === 1 && (
        <p className="quiet">There is one value only, so it can&apos;t show a change.</p>
      )}
      {pointCount > 0 && <ValuesTable series={series} />}
      {series.excluded.length > 0 && <ExcludedTable series={series} />}
    </>
  )
}

/**
 * One test over time: a chart per unit, the same values as a table, and what is not drawn, with the reason. `series` is
 * undefined when no result of it is loaded (yet). The chart's code is loaded only here.
 */
export function TrendView({
  series,
  isLoading,
  resultsHref,
}: {
  readonly series: Series | undefined
  readonly isLoading: boolean
  readonly resultsHref: string
}) {
  return (
    <div className="view">
      <p>
        <a href={resultsHref}>Back to results</a>
      </p>
      <PageHeading>{series === undefined ? 'Trend' : <bdi>{series.name}</bdi>}</PageHeading>
      {series !== undefined ? (
        <Trend series={series} isLoading={isLoading} />
      ) : isLoading ? (
        <Loading>Loading results…</Loading>
      ) : (
        <Message kind="warning" title="No results of this test are loaded">
          They may be in a category that could not be loaded; the record status says which.
        </Message>
      )}
    </div>
  )
}
