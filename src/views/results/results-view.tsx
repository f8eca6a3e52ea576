import { useMemo, useState } from 'react'
import { isPending, type RecordStatus } from '../../fhir/record-status.ts'
import type { Observation } from '../../observations/observation.ts'
import type { RangePerson } from '../../observations/person.ts'
import type { ReadRaw } from '../../observations/raw-observation.ts'
import type { ChangeMark } from '../../observations/record-changes.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { categoryChoices, titlesOf } from './categories.ts'
import { NoResults } from './no-results.tsx'
import { OfPerson } from './own-comparison.tsx'
import { RawReader } from './raw-resource.tsx'
import { ChangeMarks, LoadedIds } from './result-cells.tsx'
import { resultColumns } from './result-columns.tsx'
import { ResultsBar } from './results-bar.tsx'
import './results-view.css'

type Props = {
  readonly observations: readonly Observation[]
  readonly status: RecordStatus
  readonly seriesHref: (seriesId: string) => string
  readonly now: number
  readonly bornAt?: number | undefined
  readonly person?: RangePerson | undefined
  readonly category: string
  readonly onCategory: (code: string) => void
  readonly returnTo?: string | undefined
  readonly onOpenTrend?: ((observationId: string) => void) | undefined
  readonly readRaw?: ReadRaw | undefined
  readonly marks?: ReadonlyMap<string, ChangeMark> | undefined
}

const rowKey = ({ id }: Observation) => id

/** Says that the chosen category has no rows; it doesn't say that there are none (ERR-07). */
function NoneOfCategory({ isLoading }: { readonly isLoading: boolean }) {
  return isLoading ? (
    <Loading>Loading results…</Loading>
  ) : (
    <Message kind="note" title="No results of this category are loaded">
      The record status says what became of each category.
    </Message>
  )
}

/** The row to return to belongs to the category that the view was opened with; in another, the table begins at its top. */
function useReturnKey(category: string, returnTo: string | undefined): string | undefined {
  const [opened, setOpened] = useState({ category, returnTo })
  if (opened.category !== category) setOpened({ category, returnTo: undefined })
  return opened.category === category ? opened.returnTo : undefined
}

function ResultsTable({
  observations,
  status,
  seriesHref,
  now,
  bornAt,
  category,
  onCategory,
  returnTo,
  onOpenTrend,
}: Props) {
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
    () => categoryChoices(observations, titles, category),
    [observations, titles, category],
  )
  // A code that nothing stands for, as in an address typed by hand, leaves nothing out.
  const code = choices.some((choice) => choice.code === category) ? category : ''
  const rows = useMemo(
    () =>
      code === ''
        ? observations
        : observations.filter((observation) => observation.categories.includes(code)),
    [observations, code],
  )
  const isLoading = status.categories.some(isPending)
  // Loaded again, the table stays as it is: its place and the focus would be lost.
  const [isGrowing, setIsGrowing] = useState(isLoading)
  if (isGrowing && !isLoading) setIsGrowing(false)
  const loadedIds = useMemo(
    () => (isLoading ? undefined : new Set(observations.map(({ id }) => id))),
    [isLoading, observations],
  )
  const returnKey = useReturnKey(code, returnTo)
  return (
    <>
      <ResultsBar
        choices={choices}
        category={code}
        onCategory={onCategory}
        shown={rows.length}
        loaded={observations.length}
        status={status}
        isPending={isLoading}
      />
      {rows.length === 0 ? (
        <NoneOfCategory isLoading={isLoading} />
      ) : (
        <LoadedIds value={loadedIds}>
          <DataTable
            key={code}
            name="Observations"
            isNameHidden
            isGrowing={isGrowing}
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            returnKey={returnKey}
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
 * - `category` is the code of the one category to show, `''` for all; `onCategory` gets the one that is chosen.
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
