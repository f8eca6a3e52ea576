import { useEffect, useRef } from 'react'
import { formatFhirDate } from '../../fhir/fhir-date.ts'
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
import { useOnDemand } from './use-on-demand.ts'
import { WhyNot } from './why-not.tsx'

const WORDS = {
  'entered-in-error': 'Entered in error: what it said is no result',
  deleted: 'Deleted',
  unreadable: "A version this app can't read",
} as const

/** What else of a version is not as it is now: a flag that was taken back, another date, another name (D3, D6, D7). */
function othersOf(then: Observation, now: Observation): string[] {
  const flags = [formatFlags(then), formatFlags(now)] as const
  const ranges = [formatRanges(then), formatRanges(now)] as const
  const dates = [formatEffective(then.effective), formatEffective(now.effective)] as const
  const differs = ([one, other]: readonly [string, string]) => one !== other
  return [
    ...(flags[0] !== '' || differs(flags) ? [`Flag: ${flags[0] || 'none'}`] : []),
    ...(differs(ranges) ? [`Range: ${ranges[0] || 'none'}`] : []),
    ...(differs(dates) ? [`Date: ${dates[0]}`] : []),
    ...(then.name === now.name ? [] : [`Sent as ${then.name}`]),
    ...(then.focus === now.focus ? [] : [`About: ${then.focus ?? 'the patient'}`]),
  ]
}

function VersionWords({
  says,
  now,
}: Pick<ObservationVersion, 'says'> & { readonly now: Observation }) {
  if (says.kind !== 'read') return WORDS[says.kind]
  const { status } = says.observation
  return (
    <>
      <span className={status === 'final' ? undefined : 'result-status'}>
        {formatStatus(status)}
      </span>
      {': '}
      <LongText text={formatValue(says.observation)} />
      {othersOf(says.observation, now).map((words) => (
        <p key={words}>
          <bdi>{words}</bdi>
        </p>
      ))}
    </>
  )
}

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
        <p>The hospital&apos;s server sent no version. That does not mean that there is none.</p>
      )}
      {versions.length === 1 && isComplete && (
        <p>The hospital&apos;s server has this one version only.</p>
      )}
      <ol className="detail-versions" aria-label="Versions, newest first">
        {versions.map(({ versionId, lastUpdated, says }, index) => (
          <li key={index}>
            <p className="quiet">
              {versionId === undefined ? (
                'Version not numbered'
              ) : (
                <>
                  Version <bdi>{versionId}</bdi>
                </>
              )}
              , {lastUpdated === undefined ? 'time not given' : formatFhirDate(lastUpdated)}
            </p>
            <div>
              <VersionWords says={says} now={now} />
            </div>
          </li>
        ))}
      </ol>
      {!isComplete && <p>There may be more versions than these.</p>}
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
      The hospital&apos;s server does not give earlier versions of a result to this app. The chart
      may have them.
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
  const isChanged = status === 'amended' || status === 'corrected'
  const history = reading?.read
  // The button that had the focus goes away.
  useEffect(() => {
    if (reading?.hadFocus === true) list.current?.focus()
  }, [reading])

  return (
    <>
      {isChanged && (
        <p>
          This result was {status} after it had been final. Someone may have read an earlier
          version.
        </p>
      )}
      {history?.kind === 'read' && (
        <div ref={list} tabIndex={-1}>
          {isOld && (
            <p className="quiet">As they were before; the result was loaded again since.</p>
          )}
          <Versions versions={history.versions} isComplete={history.isComplete} now={observation} />
        </div>
      )}
      <div role="status">
        {isReading && <p className="quiet">Reading the versions…</p>}
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
          {history?.kind === 'read' ? 'Read the versions again' : 'Show earlier versions'}
        </button>
      )}
    </>
  )
}
