import { useDeferredValue, useMemo, useState } from 'react'
import { isPending, type RecordStatus } from '../../fhir/record-status.ts'
import { t, tn } from '../../language/t.ts'
import { buildFlowsheet, type Flowsheet } from '../../observations/flowsheet.ts'
import { filterFlowsheet } from '../../observations/flowsheet-filter.ts'
import { dateOf } from '../../observations/effective.ts'
import { narrow } from '../../observations/narrow-results.ts'
import type { Observation } from '../../observations/observation.ts'
import { createTextSearch } from '../../observations/search-results.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { useTitles } from '../shared/category-titles.ts'
import { TakeAway } from '../shared/take-away/take-away.tsx'
import { ResultsFrame } from '../shared/results-frame.tsx'
import { FlowsheetBar } from './flowsheet-bar.tsx'
import { FlowsheetGrid } from './flowsheet-grid.tsx'
import { LeftOutNote, MissingNote } from './flowsheet-notes.tsx'
import { isNarrowed, type FlowsheetQuery } from './flowsheet-query.ts'
import { categoryChoices } from './sheet-categories.ts'
import { useTakenSheet } from './take-flowsheet.ts'
import './flowsheet-view.css'

type Props = {
  readonly observations: readonly Observation[]
  readonly status: RecordStatus
  readonly query: FlowsheetQuery
  readonly onQuery: (query: FlowsheetQuery) => void
  readonly seriesHref: (seriesId: string) => string
  readonly resultHref: (observationId: string) => string
  readonly resultsHref: string
  readonly onOpen?: ((observationId: string) => void) | undefined
  readonly returnTo?: string | undefined
}

/** Lays the results out and narrows them, each only when what it depends on changes. */
function useFlowsheet(
  observations: readonly Observation[],
  { by, order, from, to, category, isOutOfRange }: FlowsheetQuery,
  titles: ReadonlyMap<string, string>,
  text: string,
) {
  const [search] = useState(createTextSearch)
  const narrowed = useMemo(() => narrow(observations, { from, to }), [observations, from, to])
  const whole = useMemo(
    () => buildFlowsheet(narrowed, { by, order, categories: [...titles.keys()] }),
    [narrowed, by, order, titles],
  )
  const tests = useMemo(
    () =>
      text.trim() === ''
        ? undefined
        : new Set(search(narrowed, text).map(({ seriesId }) => seriesId)),
    [search, narrowed, text],
  )
  const choices = useMemo(() => categoryChoices(whole, titles, category), [whole, titles, category])
  // A code that nothing stands for, as in an address typed by hand, leaves nothing out.
  const known = choices.some(([code]) => code === category) ? category : undefined
  const shown = useMemo(
    () => filterFlowsheet(whole, { category: known, isOutOfRange, tests }),
    [whole, known, isOutOfRange, tests],
  )
  const hasDays = from !== undefined || to !== undefined
  const undated = useMemo(
    () =>
      hasDays ? observations.filter(({ effective }) => dateOf(effective) === undefined).length : 0,
    [observations, hasDays],
  )
  return { shown, choices, known, undated }
}

/** How much is shown, and whether that is all that was asked for (PAT-07). */
function formatShown({ lines, columns }: Flowsheet, query: FlowsheetQuery, isLoading: boolean) {
  const tests = lines.filter((line) => line.kind === 'test' && !line.isComponent).length
  const words = {
    tests: tn(tests, '{n} test', '{n} tests'),
    order: query.order === 'newest' ? t('newest first') : t('oldest first'),
  }
  const shown =
    query.by === 'day'
      ? tn(columns.length, '{tests} on {n} date, {order}', '{tests} on {n} dates, {order}', words)
      : tn(columns.length, '{tests} on {n} time, {order}', '{tests} on {n} times, {order}', words)
  return isLoading ? `${shown}; ${t('more are still loading')}` : shown
}

function Sheet(props: Props) {
  const { status, query, onQuery } = props
  // Pages come ten times a second; the table follows when there is time.
  const observations = useDeferredValue(props.observations)
  const titles = useTitles(status)
  // What is typed stays out of the address (URL-04).
  const [text, setText] = useState('')
  const [returnTo] = useState(props.returnTo)
  const { shown, choices, known, undated } = useFlowsheet(
    observations,
    query,
    titles,
    useDeferredValue(text),
  )
  const isLoading = status.categories.some(isPending)
  const words = formatShown(shown, query, isLoading)
  const { density, order, by } = query
  const taken = useTakenSheet(shown, { ...query, category: known }, text, titles)
  return (
    <>
      <FlowsheetBar
        categories={choices}
        query={{ ...query, category: known }}
        onQuery={onQuery}
        text={text}
        onText={setText}
      >
        <div className="take-away-line">
          <p className="quiet">{words}</p>
          <TakeAway taken={taken} />
        </div>
        <p role="status" className="visually-hidden">
          {(isNarrowed(query) || text !== '') && !isLoading && words}
        </p>
      </FlowsheetBar>
      <MissingNote status={status} />
      {shown.lines.length === 0 ? (
        isLoading ? (
          <Loading>{t('Loading results…')}</Loading>
        ) : (
          <NoneFits leftOut={shown.leftOut.length} isNarrowed={isNarrowed(query) || text !== ''} />
        )
      ) : (
        <FlowsheetGrid
          key={`${density} ${order} ${by}`}
          flowsheet={shown}
          query={query}
          titles={titles}
          seriesHref={props.seriesHref}
          resultHref={props.resultHref}
          onOpen={props.onOpen}
          returnTo={returnTo}
        />
      )}
      <LeftOutNote leftOut={shown.leftOut} undated={undated} resultsHref={props.resultsHref} />
    </>
  )
}

/** Says that nothing loaded fits, or that nothing loaded belongs into the table; not that there is nothing (ERR-07). */
function NoneFits({
  leftOut,
  isNarrowed: isByChoice,
}: {
  readonly leftOut: number
  readonly isNarrowed: boolean
}) {
  return isByChoice || leftOut === 0 ? (
    <Message kind="note" title={t('No loaded test fits')}>
      {t(
        'The record status says what became of each category. Change what you look for, or show all tests again.',
      )}
    </Message>
  ) : (
    <Message kind="note" title={t('No loaded result belongs in this table')}>
      {t('They are among all results.')}
    </Message>
  )
}

/**
 * The loaded results with tests down and dates across; when results of another patient arrived, nothing (PAT-02).
 *
 * - `query` is what is shown and how; `onQuery` gets another one when something is chosen.
 * - `seriesHref` gives the address of a trend, `resultHref` that of a result's details, `resultsHref` that of all results;
 *   functions should stay the same between renders.
 * - `onOpen` gets the id of the Observation whose cell was followed; with it as `returnTo`, the view opens there.
 */
export function FlowsheetView(props: Props) {
  const { observations, status } = props
  return (
    <ResultsFrame
      page="flowsheet"
      title={t('Flowsheet')}
      status={status}
      isEmpty={observations.length === 0}
    >
      <Sheet {...props} />
    </ResultsFrame>
  )
}
