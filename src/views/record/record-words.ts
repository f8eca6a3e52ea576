import { formatFhirDate, type FhirDate } from '../../fhir/fhir-date.ts'
import {
  isIncomplete,
  isPending,
  mayBeIncomplete,
  type CategoryState,
  type RecordStatus,
} from '../../fhir/record-status.ts'
import { formatCount } from '../../language/format-count.ts'
import { formatList } from '../../language/format-list.ts'
import { inSentence } from '../../language/in-sentence.ts'
import { t, tn } from '../../language/t.ts'
import type { DateSpan } from '../../observations/date-span.ts'
import type { RecordChanges } from '../../observations/record-changes.ts'
import { formatDay, formatTimeOfDay } from '../../ui/format-moment.ts'
import { formatTitles } from '../shared/category-titles.ts'

/** The server's notices, each once, with the titles of the categories it came with: `words` has no full stop. */
export function groupNotices({
  categories,
}: RecordStatus): { readonly words: string; readonly titles: string }[] {
  const notices = new Set(categories.flatMap((status) => status.notices))
  return [...notices].map((notice) => ({
    words: notice.replace(/\.$/, ''),
    titles: formatTitles(categories.filter((status) => status.notices.includes(notice))),
  }))
}

/** Says in one line what is or may be incomplete, part by part; empty when nothing is. */
function troublesOf({ categories }: RecordStatus): string[] {
  const countOf = (kind: CategoryState['kind']) =>
    categories.filter(({ state }) => state.kind === kind).length
  const refused = countOf('refused')
  const failed = countOf('failed')
  const stopped = countOf('stopped')
  // Those that ended badly are incomplete, not just maybe, and counted above.
  const unsure = categories.filter((one) => mayBeIncomplete(one) && !isIncomplete(one)).length
  return [
    ...(refused > 0 ? [tn(refused, '{n} category refused', '{n} categories refused')] : []),
    ...(failed > 0 ? [tn(failed, '{n} category failed', '{n} categories failed')] : []),
    ...(stopped > 0
      ? [tn(stopped, '{n} category stopped early', '{n} categories stopped early')]
      : []),
    ...(unsure > 0
      ? [tn(unsure, '{n} category may be incomplete', '{n} categories may be incomplete')]
      : []),
  ]
}

/**
 * Sums the record up in one line (PAT-07): "1,234 results loaded · 2 categories refused · as of 10:42". `loadedCount` is
 * the number of distinct results; the counts of the categories can't be added up, as a result may be in several (OBS-06).
 */
export function formatRecordSummary(status: RecordStatus, loadedCount: number | undefined): string {
  const { categories, asOf } = status
  const pending = categories.filter(isPending).length
  const answered = categories.length - pending - categories.filter(isIncomplete).length
  return [
    loadedCount === undefined
      ? tn(
          categories.length,
          '{answered} of {n} category loaded',
          '{answered} of {n} categories loaded',
          { answered },
        )
      : tn(loadedCount, '{n} result loaded', '{n} results loaded'),
    ...(pending > 0 ? [t('still loading')] : []),
    ...troublesOf(status),
    ...(asOf === undefined ? [] : [t('as of {time}', { time: formatTimeOfDay(asOf) })]),
  ].join(' · ')
}

/** Says how much of the results was released to the app (SCOPE-05); undefined when nothing says that it is less than all. */
export function formatRelease({ release, categories }: RecordStatus): string | undefined {
  switch (release) {
    case 'as-asked':
      return undefined
    case 'none':
      return t("This sign-in doesn't allow results: the hospital did not release any to this app.")
    case 'part':
      return t('Only a part of the results was released to this app, even of these categories.')
    case 'listed':
      return categories.length === 1
        ? t('Only {category} results were released to this app.', {
            category: inSentence(formatTitles(categories)),
          })
        : t('Only results in these categories were released to this app: {categories}.', {
            categories: formatTitles(categories),
          })
  }
}

/** What is said aloud when loading has ended: that it has, and what is incomplete. Empty before that. */
export function formatLoadingDone(status: RecordStatus, loadedCount: number | undefined): string {
  if (status.categories.length === 0 || status.categories.some(isPending)) return ''
  const loaded =
    loadedCount === undefined ? [] : [tn(loadedCount, '{n} result loaded', '{n} results loaded')]
  return [t('Loading is done'), ...loaded, ...troublesOf(status)].join('. ') + '.'
}

/**
 * Says what was received but is not among the results, and why; empty when nothing was left out. Of a record that no
 * server gave, nothing is said of a hospital.
 */
export function formatLeftOut(status: RecordStatus, isLocal = false): string[] {
  const { withoutSubject, unreadable, enteredInError } = status
  const unread = unreadable.reduce((sum, { count }) => sum + count, 0)
  const reasons = formatList(
    unreadable.map(({ reason, count }) =>
      unreadable.length > 1 ? `${reason} (${formatCount(count)})` : reason,
    ),
    'unit',
  )
  return [
    ...(withoutSubject > 0
      ? [
          isLocal
            ? tn(
                withoutSubject,
                '{n} result was left out: it does not say whose it is.',
                '{n} results were left out: they do not say whose they are.',
              )
            : tn(
                withoutSubject,
                "{n} result was left out: the hospital's server did not say whose it is.",
                "{n} results were left out: the hospital's server did not say whose they are.",
              ),
        ]
      : []),
    ...(unread > 0
      ? [
          tn(
            unread,
            '{n} result could not be read and was left out: {reasons}.',
            '{n} results could not be read and were left out: {reasons}.',
            { reasons },
          ),
        ]
      : []),
    ...(enteredInError > 0
      ? [
          isLocal
            ? tn(
                enteredInError,
                '{n} result was left out: marked as entered in error.',
                '{n} results were left out: marked as entered in error.',
              )
            : tn(
                enteredInError,
                '{n} result was left out: marked by the hospital as entered in error.',
                '{n} results were left out: marked by the hospital as entered in error.',
              ),
        ]
      : []),
  ]
}

/** Says from when to when results are, by the day at most: "dated May 2012 to Nov 3, 2026". */
export function formatSpan({ oldest, newest }: DateSpan): string {
  // The time of day would only lengthen the line.
  const dayOf = (date: FhirDate) =>
    date.kind === 'instant' ? formatDay(date.epochMs) : formatFhirDate(date)
  const [from, to] = [dayOf(oldest), dayOf(newest)]
  return from === to ? t('dated {date}', { date: from }) : t('dated {from} to {to}', { from, to })
}

/** Says what loading again has brought, once it is done: "Since 10:42 AM: 2 new, nothing changed." */
export function formatChanges(changes: RecordChanges): string {
  const { since, isLoading, marks, gone, leftOut, isPatientOld } = changes
  if (isLoading)
    return t('Loading your data again; what is here stays until there is something newer.')
  const time = formatTimeOfDay(since)
  const kinds = [...marks.values()]
  const countOf = (kind: string) => kinds.filter((one) => one === kind).length
  const [added, changed] = [countOf('new'), countOf('changed')]
  const parts = [
    ...(added > 0 ? [tn(added, '{n} new', '{n} new')] : []),
    ...(changed > 0 ? [tn(changed, '{n} changed', '{n} changed')] : []),
    ...(gone !== undefined && gone > 0
      ? [
          tn(
            gone,
            '{n} result not sent any more and not shown',
            '{n} results not sent any more and not shown',
          ),
        ]
      : []),
    // Why is said where all that was left out is.
    ...(leftOut > 0 ? [tn(leftOut, '{n} result left out now', '{n} results left out now')] : []),
  ]
  return [
    parts.length === 0
      ? t('Since {time}: nothing has changed.', { time })
      : t('Since {time}: {changes}.', { time, changes: formatList(parts, 'unit') }),
    ...(gone === undefined
      ? [t('Not everything could be loaded again, so older results may still be shown.')]
      : []),
    ...(isPatientOld ? [t('Who the patient is could not be loaded again.')] : []),
  ].join(' ')
}
