import { formatFhirDate } from '../../fhir/fhir-date.ts'
import type { Visit } from '../../fhir/visit.ts'
import { key, t } from '../../language/t.ts'
import { Message } from '../../ui/message.tsx'
import { tx } from '../../ui/tx.tsx'
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

/** What is said of a visit by its standing, with what is known of it: its date and more, no date, nothing. */
const visitWords = {
  usual: {
    dated: key('Opened from the visit of {details}'),
    undated: key('Opened from the visit of unknown date, {details}'),
    bare: key('Opened from a visit without details'),
  },
  planned: {
    dated: key('Opened from the planned visit of {details}'),
    undated: key('Opened from the planned visit of unknown date, {details}'),
    bare: key('Opened from a planned visit without details'),
  },
  cancelled: {
    dated: key('Opened from the cancelled visit of {details}'),
    undated: key('Opened from the cancelled visit of unknown date, {details}'),
    bare: key('Opened from a cancelled visit without details'),
  },
} as const

function VisitWords({ start, type, place, standing }: Visit) {
  if (standing === 'entered-in-error')
    return <>{t('Opened from a visit that the hospital has marked as entered in error')}</>
  const words = visitWords[standing ?? 'usual']
  const said = [type, place].filter((part) => part !== undefined).join(', ')
  if (start === undefined && said === '') return <>{t(words.bare)}</>
  const details = (
    <bdi>
      {start && formatFhirDate(start)}
      {start && said !== '' && ', '}
      <bdi lang="">{said}</bdi>
    </bdi>
  )
  return tx(start === undefined ? words.undated : words.dated, { details })
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
      return <>{t('Opened from a visit (the hospital did not release details)')}</>
    case 'failed':
      return <>{t('Opened from a visit (its details could not be loaded)')}</>
    case 'nobodys':
      return <>{t('Opened from a visit that does not say whose it is, so nothing goes by it')}</>
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
        <Message kind="warning" title={t('The chart named a visit of another patient')}>
          {t(
            'Make sure that the patient shown here is the one you mean. Nothing here goes by that visit.',
          )}
        </Message>
      )}
      {(line !== undefined || result !== undefined) && (
        <section aria-label={t('Opened from')} className="opened-from quiet">
          {line !== undefined && <p>{line}</p>}
          {result !== undefined && <Pointed {...result} />}
        </section>
      )}
    </>
  )
}

function Pointed({ words, href, isInError }: PointedResult) {
  if (isInError) return <p>{t('The chart points to a result that was entered in error')}</p>
  return (
    <p>
      {words === undefined
        ? t('The chart points to one result: it is not among those loaded')
        : tx('The chart points to one result: {result}', {
            result: (
              <a href={href}>
                <bdi lang="">{words}</bdi>
              </a>
            ),
          })}
    </p>
  )
}
