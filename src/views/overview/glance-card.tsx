import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { toDay } from '../../observations/day.ts'
import { dateOf } from '../../observations/effective.ts'
import type { Glance } from '../../observations/glance.ts'
import { formatEffective, formatValue } from '../../observations/words.ts'
import { formatNumberOf } from '../../ui/format-count.ts'
import { Sparkline } from '../../ui/sparkline.tsx'
import { ResultSaid } from './result-said.tsx'
import { TrendLink } from './trend-link.tsx'

/** So many results of one moment are said; the rest is counted. */
const AT_MOST = 3

/** How many numbers the line is drawn of, and since when. */
function LineWords({ lines: [line], isCut }: Pick<Glance, 'lines' | 'isCut'>) {
  const since = line && dateOf(line.since)
  if (line === undefined || since === undefined || line.points.length < 2) return null
  return (
    <p className="quiet">
      {isCut && 'Newest '}
      {formatNumberOf(line.points.length, 'result')} since {formatFhirDate(toDay(since))}
    </p>
  )
}

/** One test as a card: the latest in words, when, how it differs from the one before, and its line. */
export function GlanceCard({ glance, part }: { readonly glance: Glance; readonly part: string }) {
  const { seriesId, name, latest, change, before, lines, isCut, hasTrend } = glance
  const [first] = latest
  const shown = latest.slice(0, AT_MOST)
  const words = <bdi>{name}</bdi>
  return (
    <li className="card overview-card">
      <p className="overview-name">
        {hasTrend ? (
          <TrendLink seriesId={seriesId} part={part}>
            {words}
          </TrendLink>
        ) : (
          words
        )}
      </p>
      {shown.map((observation) => (
        <ResultSaid key={observation.id} observation={observation} />
      ))}
      {latest.length > shown.length && (
        <p className="quiet">and {latest.length - shown.length} more at the same time</p>
      )}
      {first && <p className="quiet">{formatEffective(first.effective)}</p>}
      {change !== undefined && <p className="overview-change">{change}</p>}
      {before && (
        <p className="overview-change">
          Before that: <bdi>{formatValue(before)}</bdi>, {formatEffective(before.effective)}
        </p>
      )}
      <div className="overview-line">
        <Sparkline lines={lines} />
        <LineWords lines={lines} isCut={isCut} />
      </div>
    </li>
  )
}
