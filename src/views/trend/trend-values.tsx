import { useMemo } from 'react'
import { t } from '../../language/t.ts'
import type { Series } from '../../observations/series.ts'
import type { TimeSpan } from '../../ui/chart-drawing.ts'
import { countPoints, formatSpan, within } from './time-range.ts'
import { ExcludedTable, ValuesTable } from './trend-tables.tsx'

/** The values of a test as tables, those within the time shown, and what of all time is not drawn. */
export function TrendValues({
  series,
  span,
  isNarrowed,
  onShowAll,
  excludedName,
}: {
  readonly series: Series
  readonly span: TimeSpan
  readonly isNarrowed: boolean
  readonly onShowAll: () => void
  readonly excludedName: string
}) {
  const shown = useMemo(
    () => (isNarrowed ? within(series, span) : series),
    [series, span, isNarrowed],
  )
  const all = countPoints(series)
  const count = countPoints(shown)
  return (
    <>
      {isNarrowed && (
        <p className="trend-shown">
          <span>
            {t('{shown} of {total} values, {span}', {
              shown: count,
              total: all,
              span: formatSpan(span),
            })}
          </span>{' '}
          <button type="button" className="button-small" onClick={onShowAll}>
            {t('Show all')}
          </button>
        </p>
      )}
      {count > 0 && (
        <ValuesTable key={isNarrowed ? `${span.from} ${span.to}` : 'all'} series={shown} />
      )}
      {series.excluded.length > 0 && <ExcludedTable series={series} name={excludedName} />}
    </>
  )
}
