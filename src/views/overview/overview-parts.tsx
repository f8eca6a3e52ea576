import { useMemo } from 'react'
import { formatFhirDate } from '../../fhir/fhir-date.ts'
import type { RecordStatus } from '../../fhir/record-status.ts'
import { t, tn } from '../../language/t.ts'
import { latestDayOf } from '../../observations/latest-day.ts'
import { narrow } from '../../observations/narrow-results.ts'
import type { Observation } from '../../observations/observation.ts'
import { countFlaggedOutOfTime, latestOutOfRange } from '../../observations/out-of-range.ts'
import type { RangePerson } from '../../observations/person.ts'
import { latestVitals, pinnedGlances } from '../../observations/vital-signs.ts'
import { formatEffective } from '../../observations/words.ts'
import { GlanceCard } from './glance-card.tsx'
import { partState, wholeState } from './overview-words.ts'
import { PartSection } from './part-section.tsx'
import { ResultRows } from './result-rows.tsx'

/** What every part of the overview is given; see `OverviewView`. */
export type PartProps = {
  readonly observations: readonly Observation[]
  readonly status: RecordStatus
  readonly now: number
  readonly bornAt: number | undefined
  readonly resultsHref: (query: Readonly<Record<string, string>>) => string
}

export function PinnedPart({
  observations,
  now,
  bornAt,
  pinned,
}: PartProps & { readonly pinned: readonly string[] }) {
  const glances = useMemo(
    () => pinnedGlances(observations, pinned, { now, bornAt }),
    [observations, pinned, now, bornAt],
  )
  const missing = new Set(pinned).size - glances.length
  return (
    <PartSection title={t('Pinned|tests')}>
      {glances.length > 0 && (
        <ul className="overview-cards" aria-label={t('Pinned tests')}>
          {glances.map((glance) => (
            <GlanceCard key={glance.seriesId} glance={glance} part="pinned" />
          ))}
        </ul>
      )}
      {missing > 0 && (
        <p className="overview-gap">
          {tn(
            missing,
            'Of {n} pinned test no result is loaded that can be shown here; the record status says what was loaded.',
            'Of {n} pinned tests no result is loaded that can be shown here; the record status says what was loaded.',
          )}
        </p>
      )}
    </PartSection>
  )
}

export function OutOfRangePart({
  observations,
  status,
  now,
  bornAt,
  person,
  resultsHref,
}: PartProps & { readonly person: RangePerson | undefined }) {
  const results = useMemo(
    () => latestOutOfRange(observations, { now, bornAt, person }),
    [observations, now, bornAt, person],
  )
  // As many as the link shows: older results too, and only what the laboratory flagged.
  const flagged = useMemo(() => narrow(observations, { flag: 'abnormal' }).length, [observations])
  const outOfTime = useMemo(
    () => countFlaggedOutOfTime(observations, { now, bornAt }),
    [observations, now, bornAt],
  )
  const state = wholeState(status)
  return (
    <PartSection title={t('Out of range or abnormal')} state={state}>
      {results.length > 0 ? (
        <ResultRows
          results={results}
          part="range"
          label={t('Latest results out of range or abnormal')}
          atMost={8}
          noteOf={({ effective }) => formatEffective(effective)}
        />
      ) : (
        !state.isPending && (
          <p>
            {t(
              'Of the tests loaded, none has a latest result that is flagged as critical or abnormal, or that certainly lies beyond its range. A result without a flag is not thereby normal.',
            )}
          </p>
        )
      )}
      {outOfTime > 0 && (
        <p className="overview-gap">
          {tn(
            outOfTime,
            "{n} flagged result without a date, or with one that can't be right, is not looked at here; the link below shows it.",
            "{n} flagged results without a date, or with one that can't be right, are not looked at here; the link below shows them.",
          )}
        </p>
      )}
      {flagged > 0 && (
        <p>
          <a href={resultsHref({ flag: 'abnormal' })}>
            {tn(
              flagged,
              'Every result flagged as out of range or abnormal ({n})',
              'Every result flagged as out of range or abnormal ({n})',
            )}
          </a>
        </p>
      )}
    </PartSection>
  )
}

export function VitalsPart({ observations, status, now, bornAt }: PartProps) {
  const glances = useMemo(
    () => latestVitals(observations, { now, bornAt }),
    [observations, now, bornAt],
  )
  const state = partState(status, 'vital-signs', glances.length === 0)
  return (
    <PartSection title={t('Latest vital signs')} state={state}>
      {glances.length > 0 && (
        <ul className="overview-cards" aria-label={t('Latest vital signs')}>
          {glances.map((glance) => (
            <GlanceCard key={glance.seriesId} glance={glance} part="vitals" />
          ))}
        </ul>
      )}
    </PartSection>
  )
}

export function LaboratoryPart({ observations, status, now, bornAt, resultsHref }: PartProps) {
  const day = useMemo(
    () => latestDayOf(observations, 'laboratory', { now, bornAt }),
    [observations, now, bornAt],
  )
  const state = partState(status, 'laboratory', day === undefined)
  if (day === undefined) return <PartSection title={t('Latest laboratory results')} state={state} />
  const { date, from, to, count, results } = day
  const words = formatFhirDate(date)
  const whens = results.map(({ effective }) => formatEffective(effective))
  // The heading says the day, but neither that it is only a month nor a stretch of time (D6).
  const isOneTime = results.every(
    ({ effective }, at) => effective.kind === 'at' && whens[at] === whens[0],
  )
  return (
    <PartSection title={t('Latest laboratory results, {date}', { date: words })} state={state}>
      <ResultRows
        results={results}
        part="laboratory"
        label={t('Laboratory results, {date}', { date: words })}
        atMost={8}
        noteOf={({ effective }) => (isOneTime ? '' : formatEffective(effective))}
      />
      <p>
        <a href={resultsHref({ category: 'laboratory', from, to })}>
          {tn(count, 'Laboratory results of {date} ({n})', 'Laboratory results of {date} ({n})', {
            date: words,
          })}
        </a>
      </p>
    </PartSection>
  )
}
