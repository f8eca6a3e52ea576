import { useEffect, useMemo, useState } from 'react'
import { isPending, type RecordStatus } from '../../fhir/record-status.ts'
import { formatCount } from '../../language/format-count.ts'
import { t } from '../../language/t.ts'
import { isResult } from '../../observations/group-results.ts'
import type { Observation } from '../../observations/observation.ts'
import type { ReadHistory } from '../../observations/observation-history.ts'
import type { RangePerson } from '../../observations/person.ts'
import type { ReadRaw } from '../../observations/raw-observation.ts'
import type { ChangeMark } from '../../observations/record-changes.ts'
import { sortKeys } from '../../observations/sort-results.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { useTitles } from '../shared/category-titles.ts'
import { TakeAway } from '../shared/take-away/take-away.tsx'
import { endOfMinute } from '../shared/end-of-minute.ts'
import { TestName } from '../shared/test-name.tsx'
import { DetailLayout } from './detail-layout.tsx'
import { EnteredInErrorSwitch } from './entered-in-error.tsx'
import {
  MembersLine,
  PanelsOf,
  useOpenPanels,
  withMembers,
  type TableLine,
} from './open-panels.tsx'
import { OpenRow } from './open-row.ts'
import { resultColumns } from './result-columns.tsx'
import { preloadDetail, ResultDetail } from './result-detail.tsx'
import {
  formatQuery,
  isNarrowed,
  plainQuery,
  toggleSort,
  type ResultQuery,
} from './result-query.ts'
import { ResultsBar } from './results-bar.tsx'
import { useKnownQuery, useLines, useReturnKey } from './use-lines.ts'
import { preloadSearch } from './use-text-search.ts'
import { useTaken } from './take-results.ts'
import { useRow } from './use-row.ts'
import { VisitFilter } from './visit-filter.tsx'

/** What the results are shown with; `ResultsView` says what each is. */
export type ResultsProps = {
  readonly observations: readonly Observation[]
  readonly enteredInError?: readonly Observation[] | undefined
  readonly status: RecordStatus
  readonly seriesHref: (seriesId: string) => string
  readonly now: number
  readonly bornAt?: number | undefined
  readonly person?: RangePerson | undefined
  readonly visitId?: string | undefined
  readonly query: ResultQuery
  readonly onQuery: (query: ResultQuery) => void
  readonly returnTo?: string | undefined
  readonly onOpenTrend?: ((observationId: string) => void) | undefined
  readonly readRaw?: ReadRaw | undefined
  readonly readHistory?: ReadHistory | undefined
  readonly marks?: ReadonlyMap<string, ChangeMark> | undefined
}

const none: readonly Observation[] = []
const lineKey = (line: TableLine) => (isResult(line) ? line.id : line.key)
const spanOf = (line: TableLine) =>
  !isResult(line) && line.kind === 'members' ? (
    <MembersLine observation={line.observation} />
  ) : undefined
const headingOf = (line: TableLine) =>
  !isResult(line) && line.kind === 'heading' ? (
    <>
      <TestName name={line.title} codings={line.codings} language={line.language} />{' '}
      <span className="quiet">({formatCount(line.count)})</span>
    </>
  ) : undefined

/** Says that nothing loaded fits; it doesn't say that there is nothing (ERR-07). */
function NoneFits({ isLoading }: { readonly isLoading: boolean }) {
  return isLoading ? (
    <Loading>{t('Loading results…')}</Loading>
  ) : (
    <Message kind="note" title={t('No loaded result fits')}>
      {t(
        'The record status says what became of each category. Change what you look for, or show all results again.',
      )}
    </Message>
  )
}

/** What is shown of the results as a table, with the choices above it and the detail of the open row beside it. */
export function ResultsTable(props: ResultsProps) {
  const { observations, enteredInError = none, status, seriesHref, now, bornAt } = props
  const { visitId, query, onQuery, returnTo, onOpenTrend, readRaw, readHistory } = props
  const titles = useTitles(status)
  const minute = endOfMinute(now)
  const columns = useMemo(
    () => resultColumns({ titles, seriesHref, onOpenTrend, now: minute, bornAt }),
    [titles, seriesHref, onOpenTrend, minute, bornAt],
  )
  const { choices, known } = useKnownQuery(observations, titles, query, visitId)
  // What is typed stays out of the address (URL-04); the table follows when there is time.
  const [text, setText] = useState('')
  const { shown, lines, shownQuery, typed } = useLines(observations, known, text, visitId, titles)
  const taken = useTaken(lines, shownQuery, typed, titles)
  const panels = useOpenPanels()
  const tableLines = useMemo(() => withMembers(lines, panels.ids), [lines, panels.ids])
  const isLoading = status.categories.some(isPending)
  // Loaded again, the table stays as it is: its place and the focus would be lost.
  const [isGrowing, setIsGrowing] = useState(isLoading)
  if (isGrowing && !isLoading) setIsGrowing(false)
  const { open, close } = useRow(known, onQuery)
  // Sorted otherwise, with a row open or with what is in error, it is the same table: it keeps its place, and the focus.
  const { sort, direction } = plainQuery
  const table = JSON.stringify(formatQuery({ ...shownQuery, sort, direction }))
  const returnKey = useReturnKey(table, returnTo)
  // The first rows need neither.
  useEffect(() => {
    void preloadDetail()
    void preloadSearch()
  }, [])
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
      >
        <TakeAway taken={taken} />
      </ResultsBar>
      {visitId !== undefined && (
        <VisitFilter
          observations={observations}
          visitId={visitId}
          isOn={known.visit !== undefined}
          onChange={(isOn) => onQuery({ ...known, visit: isOn ? 'this' : undefined })}
        />
      )}
      <EnteredInErrorSwitch {...props} isNarrowed={isNarrowed(known) || text !== ''} />
      <PanelsOf
        observations={observations}
        enteredInError={enteredInError}
        isLoading={isLoading}
        panels={panels}
      >
        <DetailLayout
          row={known.row}
          onClose={close}
          detail={(headingRef) => (
            <ResultDetail
              row={known.row ?? ''}
              observations={observations}
              lines={lines}
              isLoading={isLoading}
              onRow={open}
              onClose={close}
              headingRef={headingRef}
              titles={titles}
              seriesHref={seriesHref}
              onOpenTrend={onOpenTrend}
              now={minute}
              bornAt={bornAt}
              readRaw={readRaw}
              readHistory={readHistory}
            />
          )}
        >
          {lines.length === 0 ? (
            <NoneFits isLoading={isLoading} />
          ) : (
            <OpenRow value={open}>
              <DataTable
                key={table}
                name={t('Observations')}
                isNameHidden
                isGrowing={isGrowing}
                columns={columns}
                rows={tableLines}
                rowKey={lineKey}
                headingOf={headingOf}
                spanOf={spanOf}
                returnKey={returnKey}
                currentKey={known.row}
                sorting={sorting}
              />
            </OpenRow>
          )}
        </DetailLayout>
      </PanelsOf>
    </>
  )
}
