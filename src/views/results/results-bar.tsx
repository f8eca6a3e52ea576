import type { RecordStatus } from '../../fhir/record-status.ts'
import { formatCount, formatNumberOf } from '../../ui/format-count.ts'
import type { CategoryChoice } from './categories.ts'
import { maybeMissingFrom, missingFrom } from './no-results.tsx'

/** How many results are shown, of how many, and whether that is all that was asked for (PAT-07, OBS-08). */
function formatShown(shown: number, loaded: number, status: RecordStatus, isPending: boolean) {
  const maybeMissing = maybeMissingFrom(status).length
  return [
    `${shown < loaded ? `${formatCount(shown)} of ` : ''}${formatNumberOf(loaded, 'result')}, newest first`,
    ...(isPending ? ['more are still loading'] : []),
    ...(missingFrom(status).length > 0 ? ['not every category could be loaded'] : []),
    ...(maybeMissing > 0
      ? [`${formatNumberOf(maybeMissing, 'category', 'categories')} may be incomplete`]
      : []),
  ].join('; ')
}

/** The choice of a category, `''` for all of them, and what is shown of what was loaded. */
export function ResultsBar({
  choices,
  category,
  onCategory,
  shown,
  loaded,
  status,
  isPending,
}: {
  readonly choices: readonly CategoryChoice[]
  readonly category: string
  readonly onCategory: (code: string) => void
  readonly shown: number
  readonly loaded: number
  readonly status: RecordStatus
  readonly isPending: boolean
}) {
  return (
    <div className="results-bar">
      <label>
        Category
        <select value={category} onChange={(event) => onCategory(event.target.value)}>
          <option value="">All loaded categories</option>
          {choices.map(({ code, title, count }) => (
            <option key={code} value={code}>
              {`${title} (${formatCount(count)})`}
            </option>
          ))}
        </select>
      </label>
      <p className="quiet">{formatShown(shown, loaded, status, isPending)}</p>
    </div>
  )
}
