import { formatFhirDate, type FhirDate } from '../../fhir/fhir-date.ts'
import { formatFailure } from '../../fhir/failure-words.ts'
import {
  isIncomplete,
  isPending,
  mayBeIncomplete,
  type CategoryState,
  type RecordStatus,
} from '../../fhir/record-status.ts'
import type { DateSpan } from '../../observations/date-span.ts'
import type { RecordChanges } from '../../observations/record-changes.ts'
import { formatCount, formatNumberOf } from '../../ui/format-count.ts'
import { formatDay, formatTimeOfDay } from '../../ui/format-moment.ts'

type StopReason = Extract<CategoryState, { kind: 'stopped' }>['why']

const STOP_REASONS: Readonly<Record<StopReason, string>> = {
  loop: "the hospital's server gave the same page again",
  'page-limit': 'there are more pages than this app reads',
  'lost-link': "the hospital's server did not say where the next page is",
}

function soFar(count: number): string {
  return count > 0 ? `, ${formatCount(count)} loaded before that` : ''
}

/** Says what became of one category (OBS-02): "361 loaded", "refused by the hospital's server". */
export function formatCategoryState(state: CategoryState): string {
  switch (state.kind) {
    case 'waiting':
      return 'waiting'
    case 'loading':
      return `loading, ${formatCount(state.count)} so far`
    case 'loaded':
      return `${formatCount(state.count)} loaded`
    case 'empty':
      return 'none found'
    case 'refused':
      return `refused by the hospital's server${soFar(state.count)}`
    case 'failed':
      return `failed: ${formatFailure(state.failure)}${soFar(state.count)}`
    case 'stopped':
      return `stopped after ${formatCount(state.count)}, because ${STOP_REASONS[state.why]}; there may be more`
  }
}

/** The server's notices, each once, with the titles of the categories it came with: `words` has no full stop. */
export function groupNotices({
  categories,
}: RecordStatus): { readonly words: string; readonly titles: string }[] {
  const notices = new Set(categories.flatMap((status) => status.notices))
  return [...notices].map((notice) => ({
    words: notice.replace(/\.$/, ''),
    titles: categories
      .filter((status) => status.notices.includes(notice))
      .map(({ category }) => category.title)
      .join(', '),
  }))
}

/** Says in one line what is or may be incomplete, part by part; empty when nothing is. */
function troublesOf({ categories }: RecordStatus): string[] {
  const countOf = (kind: CategoryState['kind']) =>
    categories.filter(({ state }) => state.kind === kind).length
  const parts: readonly (readonly [number, string])[] = [
    [countOf('refused'), 'refused'],
    [countOf('failed'), 'failed'],
    [countOf('stopped'), 'stopped early'],
    // Those that ended badly are incomplete, not just maybe, and counted above.
    [
      categories.filter((status) => mayBeIncomplete(status) && !isIncomplete(status)).length,
      'may be incomplete',
    ],
  ]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${formatNumberOf(count, 'category', 'categories')} ${what}`)
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
      ? `${formatCount(answered)} of ${formatNumberOf(categories.length, 'category', 'categories')} loaded`
      : `${formatNumberOf(loadedCount, 'result')} loaded`,
    ...(pending > 0 ? ['still loading'] : []),
    ...troublesOf(status),
    ...(asOf === undefined ? [] : [`as of ${formatTimeOfDay(asOf)}`]),
  ].join(' · ')
}

/** Says how much of the results was released to the app (SCOPE-05); undefined when nothing says that it is less than all. */
export function formatRelease({ release, categories }: RecordStatus): string | undefined {
  const titles = categories.map(({ category }) => category.title)
  switch (release) {
    case 'as-asked':
      return undefined
    case 'none':
      return "This sign-in doesn't allow results: the hospital did not release any to this app."
    case 'part':
      return 'Only a part of the results was released to this app, even of these categories.'
    case 'listed':
      return titles.length === 1
        ? `Only ${titles.join().replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())} results were released to this app.`
        : `Only results in these categories were released to this app: ${titles.join(', ')}.`
  }
}

/** What is said aloud when loading has ended: that it has, and what is incomplete. Empty before that. */
export function formatLoadingDone(status: RecordStatus, loadedCount: number | undefined): string {
  if (status.categories.length === 0 || status.categories.some(isPending)) return ''
  const loaded =
    loadedCount === undefined ? [] : [`${formatNumberOf(loadedCount, 'result')} loaded`]
  return ['Loading is done', ...loaded, ...troublesOf(status)].join('. ') + '.'
}

/** Says what was received but is not among the results, and why; empty when nothing was left out. */
export function formatLeftOut(status: RecordStatus): string[] {
  const { withoutSubject, unreadable, enteredInError } = status
  const unread = unreadable.reduce((sum, { count }) => sum + count, 0)
  const reasons = unreadable
    .map(({ reason, count }) =>
      unreadable.length > 1 ? `${reason} (${formatCount(count)})` : reason,
    )
    .join(', ')
  const were = (count: number) => (count === 1 ? 'was' : 'were')
  return [
    ...(withoutSubject > 0
      ? [
          `${formatNumberOf(withoutSubject, 'result')} ${were(withoutSubject)} left out: the hospital's server did not say whose ${withoutSubject === 1 ? 'it is' : 'they are'}.`,
        ]
      : []),
    ...(unread > 0
      ? [
          `${formatNumberOf(unread, 'result')} could not be read and ${were(unread)} left out: ${reasons}.`,
        ]
      : []),
    ...(enteredInError > 0
      ? [
          `${formatNumberOf(enteredInError, 'result')} ${were(enteredInError)} left out: marked by the hospital as entered in error.`,
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
  return from === to ? `dated ${from}` : `dated ${from} to ${to}`
}

/** Says what loading again has brought, once it is done: "Since 10:42 AM: 2 new, nothing changed." */
export function formatChanges(changes: RecordChanges): string {
  const { since, isLoading, marks, gone, leftOut, isPatientOld } = changes
  if (isLoading)
    return 'Loading your data again; what is here stays until there is something newer.'
  const kinds = [...marks.values()]
  const countOf = (kind: string) => kinds.filter((one) => one === kind).length
  const [added, changed] = [countOf('new'), countOf('changed')]
  const parts = [
    ...(added > 0 ? [`${formatCount(added)} new`] : []),
    ...(changed > 0 ? [`${formatCount(changed)} changed`] : []),
    ...(gone !== undefined && gone > 0
      ? [`${formatNumberOf(gone, 'result')} not sent any more and not shown`]
      : []),
    // Why is said where all that was left out is.
    ...(leftOut > 0 ? [`${formatNumberOf(leftOut, 'result')} left out now`] : []),
  ]
  return [
    `Since ${formatTimeOfDay(since)}: ${parts.length > 0 ? parts.join(', ') : 'nothing has changed'}.`,
    ...(gone === undefined
      ? ['Not everything could be loaded again, so older results may still be shown.']
      : []),
    ...(isPatientOld ? ['Who the patient is could not be loaded again.'] : []),
  ].join(' ')
}
