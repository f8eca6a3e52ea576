import { useDeferredValue, useMemo, useState } from 'react'
import { isPending, type RecordStatus } from '../../fhir/record-status.ts'
import { groupResults, type ResultLine } from '../../observations/group-results.ts'
import { narrow } from '../../observations/narrow-results.ts'
import type { Observation } from '../../observations/observation.ts'
import type { RangePerson } from '../../observations/person.ts'
import type { ReadRaw } from '../../observations/raw-observation.ts'
import type { ChangeMark } from '../../observations/record-changes.ts'
import { createTextSearch } from '../../observations/search-results.ts'
import { sortKeys, sortResults } from '../../observations/sort-results.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatCount } from '../../ui/format-count.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { categoryChoices, titlesOf } from './categories.ts'
import { NoResults } from '../shared/no-results.tsx'
import { OfPerson } from './own-comparison.tsx'
import { RawReader } from './raw-resource.tsx'
import { ChangeMarks, LoadedIds } from './result-cells.tsx'
import { resultColumns } from './result-columns.tsx'
import { formatQuery, plainQuery, toggleSort, type ResultQuery } from './result-query.ts'
import { ResultsBar } from './results-bar.tsx'
import { VisitFilter, ofVisit } from './visit-filter.tsx'
import './results-view.css'

type Props = {
  readonly observations: readonly Observation[]
  readonly status: RecordStatus
  readonly seriesHref: (seriesId: string) => string
  readonly now: number
  readonly bornAt?: number | undefined
  readonly person?: RangePerson | undefined
  /** The visit that the app was opened from, where results may be narrowed to it. */
  readonly visitId?: string | undefined
  readonly query: ResultQuery
  readonly onQuery: (query: ResultQuery) => void
  readonly returnTo?: string | undefined
  readonly onOpenTrend?: ((observationId: string) => void) | undefined
  readonly readRaw?: ReadRaw | undefined
  readonly marks?: ReadonlyMap<string, ChangeMark> | undefined
}

const lineKey = ({ key }: ResultLine) => key
const headingOf = (line: ResultLine) =>
  line.kind === 'heading' ? (
    <>
      <bdi>{line.title}</bdi> <span className="quiet">({formatCount(line.count)})</span>
    </>
  ) : undefined

/** Says that nothing loaded fits; it doesn't say that there is nothing (ERR-07). */
function NoneFits({ isLoading }: { readonly isLoading: boolean }) {
  return isLoading ? (
    <Loading>Loading results…</Loading>
  ) : (
    <Message kind="note" title="No loaded result fits">
      The record status says what became of each category. Change what you look for, or show all
      results again.
    </Message>
  )
}

/** The row to return to belongs to what the view was opened with; of anything else, the table begins at its top. */
function useReturnKey(shown: string, returnTo: string | undefined): string | undefined {
  const [opened, setOpened] = useState({ shown, returnTo })
  if (opened.shown !== shown) setOpened({ shown, returnTo: undefined })
  return opened.shown === shown ? opened.returnTo : undefined
}

/** Narrows, searches, sorts and groups, each only when what it depends on changes. */
function useLines(
  observations: readonly Observation[],
  query: ResultQuery,
  text: string,
  visitId: string | undefined,
) {
  const [search] = useState(createTextSearch)
  const { sort, direction, group } = query
  const visit = query.visit === undefined ? undefined : visitId
  const theirs = useMemo(() => ofVisit(observations, visit), [observations, visit])
  const narrowed = useMemo(() => narrow(theirs, query), [theirs, query])
  const found = useMemo(() => search(narrowed, text), [search, narrowed, text])
  const sorted = useMemo(() => sortResults(found, sort, direction), [found, sort, direction])
  const lines = useMemo(() => groupResults(sorted, group), [sorted, group])
  return { shown: found.length, lines }
}

function ResultsTable(props: Props) {
  const { observations, status, seriesHref, now, bornAt, query, onQuery } = props
  const { returnTo, onOpenTrend, visitId } = props
  // Titles change only with the categories, not with every page that is counted.
  const titlesText = JSON.stringify([...titlesOf(status)])
  const titles = useMemo(
    () => new Map(JSON.parse(titlesText) as readonly (readonly [string, string])[]),
    [titlesText],
  )
  // The end of this minute: the warning about future dates need not draw every row again each millisecond.
  const minute = Math.ceil(now / 60_000) * 60_000
  const columns = useMemo(
    () => resultColumns({ titles, seriesHref, onOpenTrend, now: minute, bornAt }),
    [titles, seriesHref, onOpenTrend, minute, bornAt],
  )
  const choices = useMemo(
    () => categoryChoices(observations, titles, query.category ?? ''),
    [observations, titles, query.category],
  )
  // A code that nothing stands for, as in an address typed by hand, leaves nothing out; so does a visit without one.
  const isKnown = choices.some((choice) => choice.code === query.category)
  const known = useMemo(
    () => ({
      ...query,
      category: isKnown ? query.category : undefined,
      visit: visitId === undefined ? undefined : query.visit,
    }),
    [isKnown, query, visitId],
  )
  // What is typed stays out of the address (URL-04); the table follows when there is time.
  const [text, setText] = useState('')
  const { shown, lines } = useLines(observations, known, useDeferredValue(text), visitId)
  const isLoading = status.categories.some(isPending)
  // Loaded again, the table stays as it is: its place and the focus would be lost.
  const [isGrowing, setIsGrowing] = useState(isLoading)
  if (isGrowing && !isLoading) setIsGrowing(false)
  const loadedIds = useMemo(
    () => (isLoading ? undefined : new Set(observations.map(({ id }) => id))),
    [isLoading, observations],
  )
  // Sorted otherwise it is the same table: the heading that was pressed keeps the focus.
  const { sort, direction } = plainQuery
  const table = JSON.stringify(formatQuery({ ...known, sort, direction }))
  const returnKey = useReturnKey(table, returnTo)
  const sorting = {
    key: known.sort,
    direction: known.direction,
    keys: sortKeys,
    onSort: (key: string) => onQuery(toggleSort(known, key)),
  }
  return (
    <>
      <ResultsBar
        choices={choices}
        query={known}
        onQuery={onQuery}
        text={text}
        onText={setText}
        shown={shown}
        loaded={observations.length}
        status={status}
        isPending={isLoading}
      />
      {visitId !== undefined && (
        <VisitFilter
          observations={observations}
          visitId={visitId}
          isOn={known.visit !== undefined}
          onChange={(isOn) => onQuery({ ...known, visit: isOn ? 'this' : undefined })}
        />
      )}
      {lines.length === 0 ? (
        <NoneFits isLoading={isLoading} />
      ) : (
        <LoadedIds value={loadedIds}>
          <DataTable
            key={table}
            name="Observations"
            isNameHidden
            isGrowing={isGrowing}
            columns={columns}
            rows={lines}
            rowKey={lineKey}
            headingOf={headingOf}
            returnKey={returnKey}
            sorting={sorting}
          />
        </LoadedIds>
      )}
    </>
  )
}

/**
 * The loaded results as one table, newest first as given; when results of another patient arrived, nothing (PAT-02).
 *
 * - `seriesHref` gives the address of a trend; `onOpenTrend` gets the id of the Observation whose link was followed.
 *   Both should stay the same functions between renders, so that a new page of results draws only its own rows.
 * - `now` and `bornAt`, the start of the birth date, are epoch milliseconds: dates beyond them are warned of (D6).
 * - `person` is who ranges are chosen for; it should stay the same object.
 * - `visitId` is the visit that the app was opened from; with it the results may be narrowed to that visit.
 * - `query` is what is shown and how; `onQuery` gets another one when something is chosen.
 * - `readRaw` reads the resource behind a row; `marks` are the results that are new or changed since an earlier load.
 * - `returnTo` is the id of an Observation: when the view opens, its row is scrolled into view and its link focused.
 */
export function ResultsView(props: Props) {
  const { observations, status, readRaw, marks, person } = props
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
        <RawReader value={readRaw}>
          <ChangeMarks value={marks}>
            <OfPerson value={person}>
              <ResultsTable {...props} />
            </OfPerson>
          </ChangeMarks>
        </RawReader>
      )}
    </div>
  )
}
