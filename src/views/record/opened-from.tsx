import { formatFhirDate } from '../../fhir/fhir-date.ts'
import type { Visit } from '../../fhir/visit.ts'
import { Message } from '../../ui/message.tsx'
import './opened-from.css'

/** What is known of the visit that the app was opened from. */
export type OpenedVisit =
  | { readonly kind: 'none' | 'loading' | 'not-released' | 'failed' | 'not-theirs' | 'nobodys' }
  | { readonly kind: 'loaded'; readonly visit: Visit }

/** A result that the EHR pointed to, in words, and the way to it; without words it isn't among those loaded. */
export type PointedResult = {
  readonly words: string | undefined
  readonly href: string
  /** Whether it was entered in error, and so is no data (D3). */
  readonly isInError: boolean
}

function VisitWords({ start, type, place, standing }: Visit) {
  if (standing === 'entered-in-error')
    return <>Opened from a visit that the hospital has marked as entered in error</>
  const parts = [start && formatFhirDate(start), type, place].filter((part) => part !== undefined)
  const kind = standing === undefined ? 'visit' : `${standing} visit`
  if (parts.length === 0) return <>Opened from a {kind} without details</>
  return (
    <>
      Opened from the {kind} of {start === undefined && 'unknown date, '}
      <bdi>{parts.join(', ')}</bdi>
    </>
  )
}

function visitLine(opened: OpenedVisit) {
  switch (opened.kind) {
    case 'none':
    case 'loading':
    case 'not-theirs':
      return undefined
    case 'loaded':
      return <VisitWords {...opened.visit} />
    case 'not-released':
      return <>Opened from a visit (the hospital did not release details)</>
    case 'failed':
      return <>Opened from a visit (its details could not be loaded)</>
    case 'nobodys':
      return <>Opened from a visit that does not say whose it is, so nothing goes by it</>
  }
}

/**
 * Says what the EHR opened the app from, on every page of a session: the visit, and a result that it pointed to, with
 * a way there (CTX-02, CTX-08). Nothing follows from either by itself. A visit of another patient is warned of: the chart
 * may have meant that one (PAT-02).
 */
export function OpenedFrom({
  visit,
  result,
}: {
  readonly visit: OpenedVisit
  readonly result: PointedResult | undefined
}) {
  const line = visitLine(visit)
  return (
    <>
      {visit.kind === 'not-theirs' && (
        <Message kind="warning" title="The chart named a visit of another patient">
          Make sure that the patient shown here is the one you mean. Nothing here goes by that
          visit.
        </Message>
      )}
      {(line !== undefined || result !== undefined) && (
        <section aria-label="Opened from" className="opened-from quiet">
          {line !== undefined && <p>{line}</p>}
          {result !== undefined && <Pointed {...result} />}
        </section>
      )}
    </>
  )
}

function Pointed({ words, href, isInError }: PointedResult) {
  if (isInError) return <p>The chart points to a result that was entered in error</p>
  return (
    <p>
      The chart points to one result:{' '}
      {words === undefined ? (
        'it is not among those loaded'
      ) : (
        <a href={href}>
          <bdi>{words}</bdi>
        </a>
      )}
    </p>
  )
}
