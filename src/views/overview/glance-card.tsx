import { Fragment } from 'react'
import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { tn } from '../../language/t.ts'
import { toDay } from '../../observations/day.ts'
import { dateOf } from '../../observations/effective.ts'
import type { Glance } from '../../observations/glance.ts'
import type { Observation } from '../../observations/observation.ts'
import { formatEffective, formatStatus, formatValue } from '../../observations/words.ts'
import { Sparkline } from '../../ui/sparkline.tsx'
import { TestName } from '../shared/test-name.tsx'
import { valueLanguage } from '../shared/value-language.ts'
import { WhatIsThis } from '../shared/what-is-this.tsx'
import { tx } from '../../ui/tx.tsx'
import { FlagCell } from '../shared/flag-cell.tsx'
import { ResultSaid } from './result-said.tsx'
import { TrendLink } from './trend-link.tsx'

/** So many results of one moment are said; the rest is counted. */
const AT_MOST = 3

/** How many numbers the line is drawn of, and since when. */
function LineWords({ lines: [line], isCut }: Pick<Glance, 'lines' | 'isCut'>) {
  const since = line && dateOf(line.since)
  if (line === undefined || since === undefined || line.points.length < 2) return null
  const { length } = line.points
  const date = formatFhirDate(toDay(since))
  return (
    <p className="quiet">
      {isCut
        ? tn(length, 'Newest {n} result since {date}', 'Newest {n} results since {date}', { date })
        : tn(length, '{n} result since {date}', '{n} results since {date}', { date })}
    </p>
  )
}

const whenOf = ({ effective }: Observation) => formatEffective(effective)

/** What was said before, with what the laboratory said of it and a status other than final (D3, D7). */
function Before({ observation }: { readonly observation: Observation }) {
  const { status } = observation
  return (
    <div className="overview-change">
      <p>
        {tx('Before that: {value}, {date}', {
          value: (
            <bdi lang={valueLanguage(observation, observation)}>{formatValue(observation)}</bdi>
          ),
          date: whenOf(observation),
        })}
      </p>
      <FlagCell observation={observation} />
      {status !== 'final' && <p className="overview-status">{formatStatus(status)}</p>}
    </div>
  )
}

/** One test as a card: the latest in words, when, how it differs from the one before, and its line. */
export function GlanceCard({ glance, part }: { readonly glance: Glance; readonly part: string }) {
  const { seriesId, name, latest, change, before, lines, isCut, hasTrend } = glance
  const [first] = latest
  const shown = latest.slice(0, AT_MOST)
  const { name: ownName, codings } = first ?? { name, codings: [] }
  const words = (
    <TestName name={ownName} codings={codings} otherwise={name} language={first?.language} />
  )
  // A day and its month begin together, and are not one date (D6).
  const isOneDate = shown.every((one) => whenOf(one) === whenOf(first ?? one))
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
      <WhatIsThis codings={codings} />
      {shown.map((observation) => (
        <Fragment key={observation.id}>
          <ResultSaid observation={observation} />
          {!isOneDate && <p className="quiet">{formatEffective(observation.effective)}</p>}
        </Fragment>
      ))}
      {latest.length > shown.length && (
        <p className="quiet">
          {tn(
            latest.length - shown.length,
            'and {n} more at the same time',
            'and {n} more at the same time',
          )}
        </p>
      )}
      {isOneDate && first && <p className="quiet">{formatEffective(first.effective)}</p>}
      {change !== undefined && <p className="overview-change">{change}</p>}
      {before.slice(0, AT_MOST).map((observation) => (
        <Before key={observation.id} observation={observation} />
      ))}
      {before.length > AT_MOST && (
        <p className="quiet">
          {tn(before.length - AT_MOST, 'and {n} more at that time', 'and {n} more at that time')}
        </p>
      )}
      <div className="overview-line">
        <Sparkline lines={lines} />
        <LineWords lines={lines} isCut={isCut} />
      </div>
    </li>
  )
}
