import { toEnding, type CategoryEnding } from './category-ending.ts'
import { readFirst, walk, type CategoryLoadOptions } from './category-pages.ts'
import { pageLength } from './category-search.ts'
import { areAmong, createTally, type Tally } from './category-tally.ts'
import { FhirError, failureOf, type FhirFailure } from './fhir-error.ts'
import { readSpans } from './read-spans.ts'
import type { WalkEnding } from './walk-search.ts'

/**
 * Loads one category: a small first page, newest first where the server sorts, then all of it in pages as large as the
 * server allows. Where it says that there is much more, and that it searches by date, spans of time are read side by
 * side; that nothing was lost by it is proven, or else the undivided search is read to its end as well. A first page
 * without a next one is taken for the end only where nothing speaks against it. What was given before a failure stays
 * given (OBS-02). Rejects only when the signal aborts, with its reason.
 */
export async function loadCategory(options: CategoryLoadOptions): Promise<CategoryEnding> {
  const { resumeAt, context } = options
  let isStuck = false
  if (resumeAt.length > 0) {
    const ending = toEnding(await walk(options, resumeAt))
    isStuck = ending.kind === 'failed' && ending.resumeAt.join() === resumeAt.join()
    if (!canBeginAnew(ending, isStuck)) return ending
  }
  const head = createTally(options)
  const first = await readFirst(head.options, { kind: 'head' })
  if (first.kind === 'error') return failWith(first.error)
  const { next, entries, total } = first.end
  if (next.kind === 'lost') return lostLink
  const asked = pageLength(context.dialect, { kind: 'head' })
  const isLargest = asked === undefined || asked === pageLength(context.dialect, { kind: 'all' })
  const isFull = asked !== undefined && entries >= asked
  const isShort = total !== undefined && total > head.matches()
  if (next.kind === 'page')
    // A server whose pages are smaller still gives no larger ones.
    return isLargest || !isFull || isStuck
      ? toEnding(await walk(options, [next.url], 1))
      : loadAll(options, head, next.url)
  // Some servers heed the length that is asked for, but know no pages.
  if (!isLargest && (isFull || isShort)) return loadAll(options, head, undefined)
  return complete(isShort || (isFull && total === undefined))
}

/**
 * Whether a search that could not be gone on with is better made again: its paging session may be over, or bound to a
 * token that is; and a page that failed twice may be too large for the server.
 */
function canBeginAnew(ending: CategoryEnding, isStuck: boolean): boolean {
  if (ending.kind === 'refused') return true
  if (ending.kind !== 'failed') return false
  const { failure } = ending
  return failure === 'rejected' || (isStuck && tooLargeFailures.includes(failure))
}

const tooLargeFailures: readonly FhirFailure[] = ['server', 'timed-out', 'unreadable']

const noEnding: WalkEnding = { stopped: undefined, error: undefined, resumeAt: [] }
const lostLink: CategoryEnding = { kind: 'stopped', why: 'lost-link', resumeAt: [] }

const complete = (mayBeMore: boolean): CategoryEnding =>
  mayBeMore ? { kind: 'complete', mayBeMore } : { kind: 'complete' }

/** A search that failed at its first page is made again, with all that follows from it. */
const failWith = (error: unknown): CategoryEnding => toEnding({ ...noEnding, error })

/** What asking for smaller pages can't help against. */
const lastingFailures: readonly FhirFailure[] = ['signed-out', 'refused', 'redirected', 'confined']

/** Loads all of a category that its `head` does not hold; `headNext` leads on from that, where it says how. */
async function loadAll(
  options: CategoryLoadOptions,
  head: Tally,
  headNext: string | undefined,
): Promise<CategoryEnding> {
  const { context } = options
  const all = createTally(options, true)
  let rest: Promise<WalkEnding | undefined> | undefined
  // The first page is of use either way, and is not kept waiting for the answer. Only a server that is known not to divide
  // is read on at once: on a slow line, the page may keep the answer back.
  const divides = context.searchesByDate()
  const first = await readFirst(all.options, { kind: 'all' }, (next) => {
    if (next.kind !== 'page') return
    rest = divides.then((byDate) => (byDate === false ? walk(options, [next.url], 2) : undefined))
    // Waited for below; until then an abort is no surprise to anybody.
    rest.catch(() => {})
  })
  if (first.kind === 'error') {
    // Its next page was known before it broke off, and is being read; the whole is read again all the same.
    await rest
    const { error } = first
    return headNext === undefined || lastingFailures.includes(failureOf(error))
      ? failWith(error)
      : goOnSmall(options, headNext)
  }
  const { next, total, entries } = first.end
  if (next.kind === 'lost') return headNext === undefined ? lostLink : goOnSmall(options, headNext)
  const isShort = total !== undefined && total > all.matches()
  const atMost = pageLength(context.dialect, { kind: 'all' })
  const isDoubtful =
    isShort ||
    (total === undefined && atMost !== undefined && entries >= atMost) ||
    !areAmong(head.ids, all.ids)
  if (next.kind === 'none' && !isDoubtful) return complete(false)
  const byDate = isShort && ((await divides) ?? (await context.searchesByDate()))
  const spans = byDate === true ? await readSpans(options, all, total) : undefined
  if (spans?.kind === 'whole') return complete(false)
  if (next.kind === 'page') return toEnding((await rest) ?? (await walk(options, [next.url], 2)))
  // The small pages lead on, and the large one doesn't.
  if (headNext !== undefined) return goOnSmall(options, headNext)
  // A server that refuses to search by date will do so again.
  const canRetry = spans?.kind === 'broken' && failureOf(spans.ending.error) !== 'rejected'
  return canRetry ? failAnew(spans.ending) : complete(true)
}

/** Goes on from the small first page. Where nothing came of that either, the large one is tried again next time. */
async function goOnSmall(options: CategoryLoadOptions, headNext: string): Promise<CategoryEnding> {
  const ending = await walk(options, [headNext], 1)
  const isStuck = ending.error !== undefined && ending.resumeAt.join() === headNext
  const isOver = ending.error instanceof FhirError && ending.error.failure === 'rejected'
  return isStuck && !isOver ? failAnew(ending) : toEnding(ending)
}

/** An ending after which the search is made again from its first page. */
const failAnew = (ending: WalkEnding): CategoryEnding => toEnding({ ...ending, resumeAt: [] })
