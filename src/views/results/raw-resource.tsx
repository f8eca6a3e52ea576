import { createContext, useContext, useRef, useState } from 'react'
import { failureAdvice, formatFailure } from '../../fhir/failure-words.ts'
import type { Observation } from '../../observations/observation.ts'
import type { RawObservation, ReadRaw } from '../../observations/raw-observation.ts'
import { CopyText } from '../../ui/copy-text.tsx'

/** How the resource of a row is read; undefined where it isn't offered. */
export const RawReader = createContext<ReadRaw | undefined>(undefined)

type RawTextProps = {
  readonly text: string
  readonly name: string
  readonly hasFocus: boolean
}

function RawText({ text, name, hasFocus }: RawTextProps) {
  return (
    <>
      <p className="quiet">As the hospital&apos;s server has it now.</p>
      <textarea
        ref={hasFocus ? takeFocus : undefined}
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

/** Focus goes to what was asked for, as the button that had it goes away. */
function takeFocus(field: HTMLTextAreaElement | null): void {
  field?.focus()
}

/** What was read, and for which reading of the result: another has perhaps replaced it since. */
type Reading = {
  readonly of: Observation
  readonly raw: RawObservation | 'loading'
  readonly hadFocus: boolean
}

/** The FHIR resource behind a row, read when it is asked for: it isn't kept, which would fill the memory. */
export function RawResource({ observation }: { readonly observation: Observation }) {
  const readRaw = useContext(RawReader)
  const button = useRef<HTMLButtonElement>(null)
  const [reading, setReading] = useState<Reading>()
  if (!readRaw) return null
  const { id, name } = observation
  const { raw, hadFocus = false } = reading?.of === observation ? reading : {}

  async function show(): Promise<void> {
    if (!readRaw || raw === 'loading') return
    setReading({ of: observation, raw: 'loading', hadFocus: false })
    const found = await readRaw(id)
    const hasFocus = button.current !== null && document.activeElement === button.current
    setReading({ of: observation, raw: found, hadFocus: hasFocus })
  }

  if (raw !== undefined && raw !== 'loading' && raw.kind === 'read')
    return <RawText text={raw.text} name={name} hasFocus={hadFocus} />
  return (
    <>
      <div role="status">
        {raw === 'loading' && <p className="quiet">Reading the resource…</p>}
        {raw !== undefined && raw !== 'loading' && <WhyNot raw={raw} />}
      </div>
      <button
        ref={button}
        type="button"
        className="button-small"
        aria-disabled={raw === 'loading'}
        onClick={() => void show()}
      >
        Show the FHIR resource
      </button>
    </>
  )
}
