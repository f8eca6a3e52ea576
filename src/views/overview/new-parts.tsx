import { useMemo } from 'react'
import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { t, tn } from '../../language/t.ts'
import { toDay } from '../../observations/day.ts'
import { dateWarning } from '../../observations/effective.ts'
import type { Observation } from '../../observations/observation.ts'
import { recentlyReported } from '../../observations/recently-reported.ts'
import type { RecordChanges } from '../../observations/record-changes.ts'
import { formatEffective } from '../../observations/words.ts'
import { formatTimeOfDay } from '../../ui/format-moment.ts'
import type { PartProps } from './overview-parts.tsx'
import { lossWords, wholeState } from './overview-words.ts'
import { PartSection } from './part-section.tsx'
import { ResultRows } from './result-rows.tsx'

const DAYS = 30

/** What loading again has brought, beside the load before; what it took away too, which is no less news (D3). */
export function ChangesPart({
  observations,
  changes,
  now,
  bornAt,
  resultsHref,
}: PartProps & { readonly changes: RecordChanges }) {
  const { marks, since, isLoading } = changes
  const losses = isLoading ? '' : lossWords(changes)
  const results = useMemo(
    () => (marks.size === 0 ? [] : observations.filter(({ id }) => marks.has(id))),
    [observations, marks],
  )
  return (
    <PartSection
      title={t('New or changed since {time}', { time: formatTimeOfDay(since) })}
      state={{
        isPending: isLoading,
        words: isLoading ? t('Your data is being loaded again…') : losses,
      }}
    >
      {results.length > 0 ? (
        <ResultRows
          results={results}
          part="changes"
          label={t('New or changed results')}
          atMost={8}
          noteOf={({ id, effective }) => (
            <>
              <span className="overview-mark">
                {marks.get(id) === 'new' ? t('New|a result') : t('Changed|a result')}
              </span>{' '}
              {formatEffective(effective)}
              <OddDate words={dateWarning(effective, now, bornAt)} />
            </>
          )}
        />
      ) : (
        // The results follow their marks when there is time.
        marks.size === 0 &&
        !isLoading && (
          <p>
            {losses === '' ? t('Nothing new, and nothing changed.') : t('Nothing new was found.')}{' '}
            {t('The record status says what was loaded.')}
          </p>
        )
      )}
      {results.length > 0 && (
        <p>
          <a href={resultsHref({})}>{t('All results, with these marked')}</a>
        </p>
      )}
    </PartSection>
  )
}

/** All that is new is shown, whatever its date (D6). */
function OddDate({ words }: { readonly words: string | undefined }) {
  return words === undefined ? null : (
    <span className="overview-caution"> {t('Check: {warning}', { warning: words })}</span>
  )
}

/** Nothing of a visit may be kept (STO-04), so that what is new since the last one can only be told by the date of release. */
export function RecentPart({ observations, status, now, bornAt, resultsHref }: PartProps) {
  const { from, count, results } = useMemo(
    () => recentlyReported(observations, DAYS, { now, bornAt }),
    [observations, now, bornAt],
  )
  const state = wholeState(status)
  const title = tn(DAYS, 'Reported in the last {n} day', 'Reported in the last {n} days')
  return (
    <PartSection title={title} state={state}>
      {results.length === 0 ? (
        !state.isPending && <p>{t('No result loaded was reported in this time.')}</p>
      ) : (
        <>
          <p className="quiet">
            {tn(
              count,
              '{n} result; of each test the newest.',
              '{n} results; of each test the newest.',
            )}{' '}
            {t('Where no date of release is given, the date of the result counts.')}
          </p>
          <ResultRows
            results={results}
            part="recent"
            label={title}
            atMost={6}
            noteOf={reportedWords}
          />
          <p>
            <a href={resultsHref({ from })}>
              {tn(
                DAYS,
                'All results dated in the last {n} day',
                'All results dated in the last {n} days',
              )}
            </a>
          </p>
        </>
      )}
    </PartSection>
  )
}

function reportedWords({ effective, issued }: Observation): string {
  const date = formatEffective(effective)
  return issued === undefined
    ? date
    : t('{date}; reported {reported}', { date, reported: formatFhirDate(toDay(issued)) })
}
