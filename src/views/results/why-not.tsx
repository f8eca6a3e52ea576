import { failureAdvice, formatFailure } from '../../fhir/failure-words.ts'
import type { FhirFailure } from '../../fhir/fhir-error.ts'
import { t } from '../../language/t.ts'

/** Why something of one result can't be shown. */
export type Unread =
  | { readonly kind: 'not-granted' }
  | { readonly kind: 'other' }
  | { readonly kind: 'failed'; readonly failure: FhirFailure }

/** Says why something of one result can't be shown (ERR-07). */
export function WhyNot({ unread }: { readonly unread: Unread }) {
  switch (unread.kind) {
    case 'not-granted':
      return <p>{t('This sign-in allows to search results, but not to read one by itself.')}</p>
    case 'other':
      return (
        <p>
          {t(
            "The hospital's server answered with something else than this result of this patient. It is not shown. Please report it to the hospital.",
          )}
        </p>
      )
    case 'failed':
      return (
        <p>
          {t('It could not be read: {failure}. {advice}', {
            failure: formatFailure(unread.failure),
            advice: failureAdvice(unread.failure),
          })}
        </p>
      )
  }
}
