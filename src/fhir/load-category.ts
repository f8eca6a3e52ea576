import { toEnding, type CategoryEnding } from './category-ending.ts'
import { readFirst, toUrl, walk, type CategoryLoadOptions } from './category-pages.ts'
import { pageLength } from './category-search.ts'
import { guessTime, planWindows } from './date-windows.ts'
import { failureOf, type FhirFailure } from './fhir-error.ts'
import { present, toText } from './json.ts'
import type { PageEnd } from './read-page.ts'
import type { WalkEnding } from './walk-search.ts'

/**
 * Loads one category: a small first page, newest first where the server sorts, then all of it in pages as large as the
 * server allows. Where it says that there is much more, and that it searches by date, spans of time are read side by
 * side; that nothing was lost by it, undated results above all, is proven by the number of results, or else by reading
 * the undivided search to its end as well. A full first page without a next one is not taken for the end. What was
 * given before a failure stays given (OBS-02). Rejects only when the signal aborts, with its reason.
 */
export async function loadCategory(options: CategoryLoadOptions): Promise<CategoryEnding> {
  const { resumeAt } = options
  if (resumeAt.length > 0) {
    const ending = toEnding(await walk(options, resumeAt))
    // A paging session that is over can't be gone on with; the search itself can be made again.
    if (ending.kind !== 'failed' || ending.failure !== 'rejected') return ending
  }
  const head = await readFirst(options, { kind: 'head' })
  if (head.kind === 'error') return toEnding({ ...noEnding, error: head.error })
  const { next, entries, total } = head.end
  if (next.kind === 'lost') return lostLink
  const { dialect } = options.context
  const asked = pageLength(dialect, { kind: 'head' })
  const isLargest = asked === undefined || asked === pageLength(dialect, { kind: 'all' })
  const isFull = asked !== undefined && entries >= asked
  if (next.kind === 'page')
    // A server whose pages are smaller still gives no larger ones.
    return isLargest || !isFull
      ? toEnding(await walk(options, [next.url], 1))
      : loadAll(options, next.url)
  // Some servers heed the length that is asked for, but know no pages.
  if (!isLargest && (isFull || (total ?? 0) > entries)) return loadAll(options, undefined)
  return endOne(head.end, asked)
}

/** Ends a category whose first page names no other: full to the brim, or with a larger number, it may not be all. */
function endOne({ entries, total }: PageEnd, asked: number | undefined): CategoryEnding {
  const isFull = asked !== undefined && entries >= asked
  const mayBeMore = total === undefined ? isFull : total > entries
  return mayBeMore ? { kind: 'complete', mayBeMore } : { kind: 'complete' }
}

const noEnding: WalkEnding = { stopped: undefined, error: undefined, resumeAt: [] }
const lostLink: CategoryEnding = { kind: 'stopped', why: 'lost-link', resumeAt: [] }

/** What asking for smaller pages may help against: the server could not make, or the line not carry, a large one. */
const largePageFailures: readonly FhirFailure[] = ['rejected', 'server', 'timed-out', 'unreadable']

/** Loads all of a category that a first page does not hold; `headNext` leads on from that page, where it says how. */
async function loadAll(
  options: CategoryLoadOptions,
  headNext: string | undefined,
): Promise<CategoryEnding> {
  const { context } = options
  const ids = new Set<string>()
  const times: (number | undefined)[] = []
  let rest: Promise<WalkEnding> | undefined
  let isFirst = true
  const collecting: CategoryLoadOptions = {
    ...options,
    onEntries(entries) {
      for (const resource of entries.resources) {
        const id = toText(resource.id)
        if (id !== undefined) ids.add(id)
        if (isFirst) times.push(guessTime(resource))
      }
      options.onEntries(entries)
    },
  }
  const byDate = await context.searchesByDate()
  const first = await readFirst(collecting, { kind: 'all' }, (next) => {
    if (byDate || next.kind !== 'page') return
    rest = walk(collecting, [next.url], 2)
    // Waited for below; until then an abort is no surprise to anybody.
    rest.catch(() => {})
  })
  isFirst = false
  if (first.kind === 'error') {
    // Its next page was known before it broke off, and is being read; the whole is read again from it all the same.
    await rest
    const { error } = first
    return headNext !== undefined && largePageFailures.includes(failureOf(error))
      ? toEnding(await walk(options, [headNext], 1))
      : toEnding({ ...noEnding, error, resumeAt: [first.url] })
  }
  const { next, total, entries } = first.end
  if (next.kind === 'lost') return lostLink
  if (byDate && total !== undefined && total > entries) {
    const windows = planWindows(present(times), total)
    const urls = windows.map((window) => toUrl(options, { kind: 'window', window }))
    const divided = urls.length > 0 ? await walk(collecting, urls) : undefined
    if (divided && isWhole(divided) && ids.size === total && (await isStill(options, total)))
      return { kind: 'complete' }
  }
  if (next.kind === 'page') return toEnding(await (rest ?? walk(options, [next.url], 2)))
  return endOne(first.end, pageLength(context.dialect, { kind: 'all' }))
}

const isWhole = ({ error, stopped }: WalkEnding) => error === undefined && stopped === undefined

/**
 * Whether the category has as many results as before. One filed while spans of time were read would make up in number
 * for one that has no date, and is in none of them.
 */
async function isStill(options: CategoryLoadOptions, total: number): Promise<boolean> {
  const again = await readFirst(options, { kind: 'one' })
  return again.kind === 'page' && again.end.total === total
}
