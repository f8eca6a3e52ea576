import { t } from '../../language/t.ts'
import { OfPerson } from '../shared/own-comparison.tsx'
import { ResultsFrame } from '../shared/results-frame.tsx'
import { EnteredInErrorSwitch } from './entered-in-error.tsx'
import { ChangeMarks } from './result-cells.tsx'
import { ResultsTable, type ResultsProps } from './results-table.tsx'
import './results-view.css'

/**
 * The loaded results as one table, newest first as given; when results of another patient arrived, nothing (PAT-02).
 *
 * - `enteredInError` is what was entered in error, newest first: never among the results, and behind a switch (D3).
 * - `seriesHref` gives the address of a trend; `onOpenTrend` gets the id of the Observation whose link was followed.
 *   Both should stay the same functions between renders, so that a new page of results draws only its own rows.
 * - `now` and `bornAt`, the start of the birth date, are epoch milliseconds: dates beyond them are warned of (D6).
 * - `person` is who ranges are chosen for; it should stay the same object.
 * - `visitId` is the visit that the app was opened from; with it the results may be narrowed to that visit.
 * - `query` is what is shown and how; `onQuery` gets another one when something is chosen.
 * - `readRaw` and `readHistory` read the resource behind a row and its versions, when someone asks for them.
 * - `marks` are the results that are new or changed since an earlier load.
 * - `returnTo` is the id of an Observation: when the view opens, its row is scrolled into view and its link focused.
 */
export function ResultsView(props: ResultsProps) {
  const { observations, status, marks, person } = props
  return (
    <ResultsFrame
      page="results"
      title={t('Results')}
      status={status}
      isEmpty={observations.length === 0}
      besideNone={<EnteredInErrorSwitch {...props} isNarrowed={false} />}
    >
      <ChangeMarks value={marks}>
        <OfPerson value={person}>
          <ResultsTable {...props} />
        </OfPerson>
      </ChangeMarks>
    </ResultsFrame>
  )
}
