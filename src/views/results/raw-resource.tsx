import { useEffect, useRef, useState } from 'react'
import type { Observation } from '../../observations/observation.ts'
import type { RawObservation, ReadRaw } from '../../observations/raw-observation.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { DetailMore } from './detail-more.tsx'
import { WhyNot } from './why-not.tsx'

type RawTextProps = {
  readonly raw: Extract<RawObservation, { kind: 'read' }>
  readonly name: string
  readonly isOld: boolean
  /** Takes the focus with each value that is another. */
  readonly focusFor: unknown
}

function RawText({ raw: { text, more }, name, isOld, focusFor }: RawTextProps) {
  const start = useRef<HTMLParagraphElement>(null)
  // The button that had the focus goes away.
  useEffect(() => {
    if (focusFor !== undefined) start.current?.focus()
  }, [focusFor])
  return (
    <>
      <p ref={start} tabIndex={-1} className="quiet">
        {isOld
          ? 'As the hospital\u2019s server had it before; the result was loaded again since.'
          : 'As the hospital\u2019s server has it now.'}
      </p>
      <DetailMore more={more} />
      <textarea
        className="raw-resource"
        aria-label={`FHIR resource of ${name}`}
        readOnly
        rows={12}
        value={text}
      />
      <CopyText text={text} label="Copy JSON" fieldName="FHIR resource" />
    </>
  )
}

/** What was read, and for which reading of the result: another has perhaps replaced it since. */
type Reading = {
  readonly of: Observation
  readonly raw: RawObservation
  readonly hadFocus: boolean
}

/** The FHIR resource behind a result, read when it is asked for: it isn't kept, which would fill the memory. */
export function RawResource({
  observation,
  readRaw,
}: {
  readonly observation: Observation
  readonly readRaw: ReadRaw
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [reading, setReading] = useState<Reading>()
  const [isReading, setIsReading] = useState(false)
  const { id, name } = observation
  const isOld = reading !== undefined && reading.of !== observation
  const read = reading?.raw.kind === 'read' ? reading.raw : undefined

  async function show(): Promise<void> {
    if (isReading) return
    setIsReading(true)
    const raw = await readRaw(id)
    const hadFocus = button.current !== null && document.activeElement === button.current
    setIsReading(false)
    setReading({ of: observation, raw, hadFocus })
  }

  return (
    <>
      {read !== undefined && (
        <RawText
          raw={read}
          name={name}
          isOld={isOld}
          focusFor={reading?.hadFocus === true ? reading : undefined}
        />
      )}
      <div role="status">
        {isReading && <p className="quiet">Reading the resource…</p>}
        {!isReading && !isOld && reading && reading.raw.kind !== 'read' && (
          <WhyNot unread={reading.raw} />
        )}
      </div>
      {(read === undefined || isOld) && (
        <button
          ref={button}
          type="button"
          className="button-small"
          aria-disabled={isReading}
          onClick={() => void show()}
        >
          {read === undefined ? 'Show the FHIR resource' : 'Read the FHIR resource again'}
        </button>
      )}
    </>
  )
}
