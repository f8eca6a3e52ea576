import {
  isIncomplete,
  isPending,
  mayBeIncomplete,
  type CategoryStatus,
  type RecordStatus,
} from '../../fhir/record-status.ts'
import { formatNumberOf } from '../../ui/format-count.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'

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
  if (isLoading) return <Loading>Loading results…</Loading>
  const missing = missingFrom(status)
  if (missing.length > 0) {
    const titles = missing.map(({ category }) => category.title).join(', ')
    return (
      <Message kind="warning" title="No results can be shown">
        Not loaded: {titles}. That does not mean that there are none. The record status says why.
      </Message>
    )
  }
  if (categories.length === 0) {
    return (
      <Message kind="warning" title="This sign-in doesn't allow results">
        The hospital did not release results to this app, so none were asked for. That does not mean
        that there are none.
      </Message>
    )
  }
  const maybeMissing = maybeMissingFrom(status)
  if (maybeMissing.length > 0) {
    const notices = new Set(maybeMissing.flatMap((category) => category.notices))
    return (
      <Message kind="warning" title="No results were received">
        That does not mean that there are none. The hospital&apos;s server says:{' '}
        <bdi>{[...notices].join(' ')}</bdi>
      </Message>
    )
  }
  return (
    <Message kind="note" title="No results found in these categories">
      {categories.map(({ category }) => category.title).join(', ')}.{' '}
      {enteredInError > 0 &&
        `Only ${formatNumberOf(enteredInError, 'entry', 'entries')} came that the hospital marked as entered in error, which is not part of the record. `}
      The hospital may keep results elsewhere, for instance in reports.
    </Message>
  )
}
