import { useMemo } from 'react'
import { t } from '../../language/t.ts'
import type { Observation } from '../../observations/observation.ts'
import type { Series } from '../../observations/series.ts'
import type { Taken } from '../shared/take-away/desk.ts'
import { countPoints, extentOf, formatSpan, spanOf, within } from './time-range.ts'
import { isNarrowed, type TrendQuery } from './trend-query.ts'

/** The results of which something is on the screen: those drawn in the time shown, and all that are not drawn. */
function resultsOf(series: Series): readonly Observation[] {
  const ids = new Set([
    ...series.lines.flatMap(({ points }) => points.map(({ observationId }) => observationId)),
    ...series.excluded.map(({ observationId }) => observationId),
  ])
  return series.observations.filter(({ id }) => ids.has(id))
}

/** Up to so many values stand on paper below their chart, all of them; of more, only a list holds all. */
const mostBelowChart = 1_000

/** What of a trend can be taken away: its results in the time shown, those it can't draw among them. */
export function useTakenTrend(shown: readonly Series[], { range, from, to }: TrendQuery): Taken {
  return useMemo(() => {
    const extent = extentOf(shown)
    const query = { range, from, to }
    const span = extent && isNarrowed(query) ? spanOf(query, extent) : undefined
    const hasMore = shown.some(({ excluded }) => excluded.length > 0)
    return {
      from: 'trend',
      observations: () =>
        shown.flatMap((series) => resultsOf(span === undefined ? series : within(series, span))),
      words: [
        ...shown.map(({ name }) => t('Test: {name}', { name })),
        ...(span === undefined ? [] : [t('Time shown: {span}', { span: formatSpan(span) })]),
        ...(hasMore ? [t('With what is not drawn, of all time')] : []),
      ],
      print: shown.some((one) => countPoints(one) > mostBelowChart) ? 'list' : 'view',
    }
  }, [shown, range, from, to])
}
