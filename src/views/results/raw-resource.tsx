import { useEffect, useRef } from 'react'
import { t } from '../../language/t.ts'
import type { Observation } from '../../observations/observation.ts'
import type { RawObservation, ReadRaw } from '../../observations/raw-observation.ts'
import type { ObservationReading } from '../../observations/read-observation.ts'
import {
  formatEffective,
  formatFlags,
  formatRanges,
  formatStatus,
  formatValue,
} from '../../observations/words.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { tx } from '../../ui/tx.tsx'
import { DetailMore } from './detail-more.tsx'
import { useOnDemand } from './use-on-demand.ts'
import { WhyNot } from './why-not.tsx'

type RawTextProps = {
  readonly raw: Extract<RawObservation, { kind: 'read' }>
  readonly observation: Observation
  readonly isOld: boolean
  /** Takes the focus with each value that is another. */
  readonly focusFor: unknown
}

/** That the result was changed at the hospital since it was loaded: what is shown of it is old (D3). */
function SaysOtherwise({
  observation,
  reading,
}: {
  readonly observation: Observation
  readonly reading: ObservationReading
}) {
  if (reading.kind === 'unreadable') return null
  if (reading.kind === 'entered-in-error')
    return (
      <p className="result-caution">
        {t(
          'The hospital has marked it as entered in error since it was loaded: it is no result. Refresh your data.',
        )}
      </p>
    )
  const now = wordsOf(reading.observation)
  return now === wordsOf(observation) ? null : (
    <p className="result-caution">
      {tx('It was changed since it was loaded, and says now: {words}. Refresh your data.', {
        words: <bdi>{now}</bdi>,
      })}
    </p>
  )
}

/** All that a change of would matter. */
function wordsOf(observation: Observation): string {
  const { status, name, effective, focus } = observation
  const words = [
    `${name}, ${formatStatus(status)}`,
    formatValue(observation),
    formatFlags(observation),
    formatRanges(observation),
    formatEffective(effective),
    focus === undefined ? '' : t('about {focus}', { focus }),
  ]
  return words.filter((one) => one !== '').join('; ')
}

function RawText({ raw: { text, more, reading }, observation, isOld, focusFor }: RawTextProps) {
  const start = useRef<HTMLParagraphElement>(null)
  // The button that had the focus goes away.
  useEffect(() => {
    if (focusFor !== undefined) start.current?.focus()
  }, [focusFor])
  return (
    <>
      <p ref={start} tabIndex={-1} className="quiet">
        {isOld
          ? t('As the hospital’s server had it before; the result was loaded again since.')
          : t('As the hospital’s server has it now.')}
      </p>
      {!isOld && <SaysOtherwise observation={observation} reading={reading} />}
      <DetailMore more={more} lang={observation.language} />
      <textarea
        className="raw-resource"
        aria-label={t('FHIR resource of {name}', { name: observation.name })}
        readOnly
        rows={12}
        value={text}
      />
      <CopyText text={text} label={t('Copy JSON')} fieldName={t('FHIR resource')} />
    </>
  )
}

/** The FHIR resource behind a result, read when it is asked for: it isn't kept, which would fill the memory. */
export function RawResource({
  observation,
  readRaw,
}: {
  readonly observation: Observation
  readonly readRaw: ReadRaw
}) {
  const { button, reading, isReading, isOld, show } = useOnDemand(observation, readRaw)
  const raw = reading?.read
  const read = raw?.kind === 'read' ? raw : undefined

  return (
    <>
      {read !== undefined && (
        <RawText
          raw={read}
          observation={observation}
          isOld={isOld}
          focusFor={reading?.hadFocus === true ? reading : undefined}
        />
      )}
      <div role="status">
        {isReading && <p className="quiet">{t('Reading the resource…')}</p>}
        {!isReading && !isOld && raw && raw.kind !== 'read' && <WhyNot unread={raw} />}
      </div>
      {(read === undefined || isOld) && (
        <button
          ref={button}
          type="button"
          className="button-small"
          aria-disabled={isReading}
          onClick={() => void show()}
        >
          {read === undefined ? t('Show the FHIR resource') : t('Read the FHIR resource again')}
        </button>
      )}
    </>
  )
}
