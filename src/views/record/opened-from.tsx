import { formatFhirDate } from '../../fhir/fhir-date.ts'
import type { Visit } from '../../fhir/visit.ts'
import './opened-from.css'

/** What is known of the visit that the app was opened from. */
export type OpenedVisit =
  | { readonly kind: 'none' | 'loading' | 'not-released' | 'failed' | 'not-theirs' }
  | { readonly kind: 'loaded'; readonly visit: Visit }

/** A result that the EHR pointed to, in words, and the way to it; without words it isn't among those loaded. */
export type PointedResult = { readonly words: string | undefined; readonly href: string }

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
      return undefined
    case 'loaded':
      return <VisitWords {...opened.visit} />
    case 'not-released':
      return <>Opened from a visit (the hospital did not release details)</>
    case 'failed':
      return <>Opened from a visit (its details could not be loaded)</>
    case 'not-theirs':
      return <>The visit that the chart named is not this patient’s, so nothing goes by it</>
  }
}

/**
 * Says what the EHR opened the app from, on every page of a session: the visit, and a result that it pointed to, with
 * a way there (CTX-02, CTX-08). Nothing follows from either by itself.
 */
export function OpenedFrom({
  visit,
  result,
}: {
  readonly visit: OpenedVisit
  readonly result: PointedResult | undefined
}) {
  const line = visitLine(visit)
  if (line === undefined && result === undefined) return null
  return (
    <section aria-label="Opened from" className="opened-from quiet">
      {line !== undefined && <p>{line}</p>}
      {result !== undefined && (
        <p>
          The chart points to one result:{' '}
          {result.words === undefined ? (
            'it is not among those loaded'
          ) : (
            <a href={result.href}>
              <bdi>{result.words}</bdi>
            </a>
          )}
        </p>
      )}
    </section>
  )
}
