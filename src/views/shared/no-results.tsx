import {
  isIncomplete,
  isPending,
  mayBeIncomplete,
  type CategoryStatus,
  type RecordStatus,
} from '../../fhir/record-status.ts'
import { t, tn } from '../../language/t.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { tx } from '../../ui/tx.tsx'
import { formatTitles } from './category-titles.ts'

/** Gives the categories that are known to be incomplete: refused, failed or stopped. */
export function missingFrom({ categories }: RecordStatus): CategoryStatus[] {
  return categories.filter(isIncomplete)
}

/**
 * Gives the categories that the server sent a notice with, but that did not end badly: any notice may say that something
 * is missing (OBS-08).
 */
export function maybeMissingFrom({ categories }: RecordStatus): CategoryStatus[] {
  return categories.filter((status) => mayBeIncomplete(status) && !isIncomplete(status))
}

/** Says why there are no rows: still loading, could not be loaded, or none found. A failure is never "none" (ERR-07), nor are results withheld (OBS-08). */
export function NoResults({ status }: { readonly status: RecordStatus }) {
  const { categories, enteredInError } = status
  const isLoading = categories.some(isPending)
  if (isLoading) return <Loading>{t('Loading results…')}</Loading>
  const missing = missingFrom(status)
  if (missing.length > 0) {
    return (
      <Message kind="warning" title={t('No results can be shown')}>
        {t(
          'Not loaded: {categories}. That does not mean that there are none. The record status says why.',
          { categories: formatTitles(missing) },
        )}
      </Message>
    )
  }
  if (categories.length === 0) {
    return (
      <Message kind="warning" title={t("This sign-in doesn't allow results")}>
        {t(
          'The hospital did not release results to this app, so none were asked for. That does not mean that there are none.',
        )}
      </Message>
    )
  }
  const maybeMissing = maybeMissingFrom(status)
  if (maybeMissing.length > 0) {
    const notices = new Set(maybeMissing.flatMap((category) => category.notices))
    return (
      <Message kind="warning" title={t('No results were received')}>
        {tx("That does not mean that there are none. The hospital's server says: {words}", {
          words: <bdi lang="">{[...notices].join(' ')}</bdi>,
        })}
      </Message>
    )
  }
  return (
    <Message kind="note" title={t('No results found in these categories')}>
      {formatTitles(categories)}.{' '}
      {enteredInError > 0 && (
        <>
          {tn(
            enteredInError,
            'Only {n} entry came that the hospital marked as entered in error, which is not part of the record.',
            'Only {n} entries came that the hospital marked as entered in error, which is not part of the record.',
          )}{' '}
        </>
      )}
      {t('The hospital may keep results elsewhere, for instance in reports.')}
    </Message>
  )
}
