import { createContext, useContext, useState } from 'react'
import { failureAdvice, formatFailure } from '../../fhir/failure-words.ts'
import type { RawObservation, ReadRaw } from '../../observations/raw-observation.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { Loading } from '../../ui/loading.tsx'

/** How the resource of a row is read; undefined where it isn't offered. */
export const RawReader = createContext<ReadRaw | undefined>(undefined)

function Outcome({ raw, name }: { readonly raw: RawObservation; readonly name: string }) {
  switch (raw.kind) {
    case 'read':
      return (
        <>
          <p className="quiet">As the hospital&apos;s server has it now.</p>
          <textarea
            className="raw-resource"
            aria-label={`FHIR resource of ${name}`}
            readOnly
            rows={12}
            value={raw.text}
          />
          <CopyText text={raw.text} label="Copy JSON" fieldName="FHIR resource" />
        </>
      )
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

/** The FHIR resource behind a row, read when it is asked for: it isn't kept, which would fill the memory. */
export function RawResource({ id, name }: { readonly id: string; readonly name: string }) {
  const readRaw = useContext(RawReader)
  const [state, setState] = useState<RawObservation | 'loading'>()
  if (!readRaw) return null
  if (state === 'loading') return <Loading>Reading the resource…</Loading>
  if (state?.kind === 'read') return <Outcome raw={state} name={name} />
  return (
    <>
      <div role="status">{state && <Outcome raw={state} name={name} />}</div>
      <button
        type="button"
        className="button-small"
        onClick={() => {
          setState('loading')
          void readRaw(id).then(setState)
        }}
      >
        Show the FHIR resource
      </button>
    </>
  )
}
