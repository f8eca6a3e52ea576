import { useEffect, useRef } from 'react'
import { formatFhirDate, type FhirDate } from '../../fhir/fhir-date.ts'
import { key, t } from '../../language/t.ts'
import type { Observation } from '../../observations/observation.ts'
import type {
  ObservationHistory,
  ObservationVersion,
  ReadHistory,
} from '../../observations/observation-history.ts'
import {
  formatEffective,
  formatFlags,
  formatRanges,
  formatStatus,
  formatValue,
} from '../../observations/words.ts'
import { LongText } from '../../ui/long-text.tsx'
import { tx } from '../../ui/tx.tsx'
import { useOnDemand } from './use-on-demand.ts'
import { valueLanguage } from '../shared/value-language.ts'
import { WhyNot } from './why-not.tsx'

const WORDS = {
  'entered-in-error': key('Entered in error: what it said is no result'),
  deleted: key('Deleted|a version'),
  unreadable: key("A version this app can't read"),
}

/** What else of a version is not as it is now: a flag that was taken back, another date, another name (D3, D6, D7). */
function othersOf(then: Observation, now: Observation): string[] {
  const flags = [formatFlags(then), formatFlags(now)] as const
  const ranges = [formatRanges(then), formatRanges(now)] as const
  const dates = [formatEffective(then.effective), formatEffective(now.effective)] as const
  const differs = ([one, other]: readonly [string, string]) => one !== other
  return [
    ...(flags[0] !== '' || differs(flags)
      ? [flags[0] === '' ? t('Flag: none') : t('Flag: {flag}', { flag: flags[0] })]
      : []),
    ...(differs(ranges)
      ? [ranges[0] === '' ? t('Range: none') : t('Range: {range}', { range: ranges[0] })]
      : []),
    ...(differs(dates) ? [t('Date: {date}', { date: dates[0] })] : []),
    ...(then.name === now.name ? [] : [t('Sent as {name}', { name: then.name })]),
    ...(then.focus === now.focus
      ? []
      : [t('About: {focus}', { focus: then.focus ?? t('the patient') })]),
  ]
}

function VersionWords({
  says,
  now,
}: Pick<ObservationVersion, 'says'> & { readonly now: Observation }) {
  if (says.kind !== 'read') return t(WORDS[says.kind])
  const { status } = says.observation
  return (
    <>
      <span className={status === 'final' ? undefined : 'result-status'}>
        {formatStatus(status)}
      </span>
      {': '}
      <LongText
        text={formatValue(says.observation)}
        lang={valueLanguage(says.observation, says.observation)}
      />
      {othersOf(says.observation, now).map((words) => (
        <p key={words}>
          <bdi>{words}</bdi>
        </p>
      ))}
    </>
  )
}

const timeOf = (lastUpdated: FhirDate | undefined) =>
  lastUpdated === undefined ? t('time not given') : formatFhirDate(lastUpdated)

function Versions({
  versions,
  isComplete,
  now,
}: Pick<Extract<ObservationHistory, { kind: 'read' }>, 'versions' | 'isComplete'> & {
  readonly now: Observation
}) {
  return (
    <>
      {versions.length === 0 && (
        <p>{t("The hospital's server sent no version. That does not mean that there is none.")}</p>
      )}
      {versions.length === 1 && isComplete && (
        <p>{t("The hospital's server has this one version only.")}</p>
      )}
      <ol className="detail-versions" aria-label={t('Versions, newest first')}>
        {versions.map(({ versionId, lastUpdated, says }, index) => (
          <li key={index}>
            <p className="quiet">
              {versionId === undefined
                ? t('Version not numbered, {time}', { time: timeOf(lastUpdated) })
                : tx('Version {version}, {time}', {
                    version: <bdi>{versionId}</bdi>,
                    time: timeOf(lastUpdated),
                  })}
            </p>
            <div>
              <VersionWords says={says} now={now} />
            </div>
          </li>
        ))}
      </ol>
      {!isComplete && <p>{t('There may be more versions than these.')}</p>}
    </>
  )
}

/** Why there is no list of versions. */
function NoVersions({
  history,
}: {
  readonly history: Exclude<ObservationHistory, { kind: 'read' }>
}) {
  if (history.kind !== 'not-given') return <WhyNot unread={history} />
  return (
    <p>
      {t(
        "The hospital's server does not give earlier versions of a result to this app. The chart may have them.",
      )}
    </p>
  )
}

/** Whether the result was changed, and its earlier versions, read when they are asked for. */
export function DetailHistory({
  observation,
  readHistory,
}: {
  readonly observation: Observation
  readonly readHistory: ReadHistory
}) {
  const list = useRef<HTMLDivElement>(null)
  // Loaded again, it may have one more.
  const { button, reading, isReading, isOld, show } = useOnDemand(observation, readHistory)
  const { status } = observation
  const history = reading?.read
  // The button that had the focus goes away.
  useEffect(() => {
    if (reading?.hadFocus === true) list.current?.focus()
  }, [reading])

  return (
    <>
      {status === 'amended' && (
        <p>
          {t(
            'This result was amended after it had been final. Someone may have read an earlier version.',
          )}
        </p>
      )}
      {status === 'corrected' && (
        <p>
          {t(
            'This result was corrected after it had been final. Someone may have read an earlier version.',
          )}
        </p>
      )}
      {history?.kind === 'read' && (
        <div ref={list} tabIndex={-1}>
          {isOld && (
            <p className="quiet">{t('As they were before; the result was loaded again since.')}</p>
          )}
          <Versions versions={history.versions} isComplete={history.isComplete} now={observation} />
        </div>
      )}
      <div role="status">
        {isReading && <p className="quiet">{t('Reading the versions…')}</p>}
        {!isReading && !isOld && history && history.kind !== 'read' && (
          <NoVersions history={history} />
        )}
      </div>
      {(history?.kind !== 'read' || isOld) && (
        <button
          ref={button}
          type="button"
          className="button-small"
          aria-disabled={isReading}
          onClick={() => void show()}
        >
          {history?.kind === 'read' ? t('Read the versions again') : t('Show earlier versions')}
        </button>
      )}
    </>
  )
}
