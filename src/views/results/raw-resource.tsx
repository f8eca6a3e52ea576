import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { failureAdvice, formatFailure } from '../../fhir/failure-words.ts'
import type { Observation } from '../../observations/observation.ts'
import type { RawObservation, ReadRaw } from '../../observations/raw-observation.ts'
import { CopyText } from '../../ui/copy-text.tsx'

/** How the resource of a row is read; undefined where it isn't offered. */
export const RawReader = createContext<ReadRaw | undefined>(undefined)

type RawTextProps = {
  readonly text: string
  readonly name: string
  readonly isOld: boolean
  /** Takes the focus with each value that is another. */
  readonly focusFor: unknown
}

function RawText({ text, name, isOld, focusFor }: RawTextProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  // The button that had the focus goes away.
  useEffect(() => {
    if (focusFor !== undefined) field.current?.focus()
  }, [focusFor])
  return (
    <>
      <p className="quiet">
        {isOld
          ? 'As the hospital\u2019s server had it before; the result was loaded again since.'
          : 'As the hospital\u2019s server has it now.'}
      </p>
      <textarea
        ref={field}
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

type Unread = Exclude<RawObservation, { kind: 'read' }>

function WhyNot({ raw }: { readonly raw: Unread }) {
  switch (raw.kind) {
    case 'not-granted':
      return <p>This sign-in allows to search results, but not to read one by itself.</p>
    case 'other':
      return (
        <p>
          The hospital&apos;s server answered with something else than this result of this patient.
          It is not shown. Please report it to the hospital.
        </p>
      )
    case 'failed':
      return (
        <p>
          It could not be read: {formatFailure(raw.failure)}. {failureAdvice(raw.failure)}
        </p>
      )
  }
}

/** What was read, and for which reading of the result: another has perhaps replaced it since. */
type Reading = {
  readonly of: Observation
  readonly raw: RawObservation
  readonly hadFocus: boolean
}

/** The FHIR resource behind a row, read when it is asked for: it isn't kept, which would fill the memory. */
export function RawResource({ observation }: { readonly observation: Observation }) {
  const readRaw = useContext(RawReader)
  const button = useRef<HTMLButtonElement>(null)
  const [reading, setReading] = useState<Reading>()
  const [isReading, setIsReading] = useState(false)
  if (!readRaw) return null
  const { id, name } = observation
  const isOld = reading !== undefined && reading.of !== observation
  const text = reading?.raw.kind === 'read' ? reading.raw.text : undefined

  async function show(read: ReadRaw): Promise<void> {
    if (isReading) return
    setIsReading(true)
    const raw = await read(id)
    const hadFocus = button.current !== null && document.activeElement === button.current
    setIsReading(false)
    setReading({ of: observation, raw, hadFocus })
  }

  return (
    <>
      {text !== undefined && (
        <RawText
          text={text}
          name={name}
          isOld={isOld}
          focusFor={reading?.hadFocus === true ? reading : undefined}
        />
      )}
      <div role="status">
        {isReading && <p className="quiet">Reading the resource…</p>}
        {!isReading && !isOld && reading && reading.raw.kind !== 'read' && (
          <WhyNot raw={reading.raw} />
        )}
      </div>
      {(text === undefined || isOld) && (
        <button
          ref={button}
          type="button"
          className="button-small"
          aria-disabled={isReading}
          onClick={() => void show(readRaw)}
        >
          {text === undefined ? 'Show the FHIR resource' : 'Read the FHIR resource again'}
        </button>
      )}
    </>
  )
}
