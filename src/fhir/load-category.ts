import type { BundleEntries, NextLink } from './bundle.ts'
import { pageLength, toCategorySearch, type SearchPart } from './category-search.ts'
import { guessTime, planWindows } from './date-windows.ts'
import { FhirError, type FhirFailure } from './fhir-error.ts'
import { present, toText } from './json.ts'
import { isRefusal, type OutcomeIssue } from './operation-outcome.ts'
import type { PageEnd, PageHearer } from './read-page.ts'
import type { ObservationCategory } from './record-status.ts'
import { nextDialect, type SearchDialect } from './search-dialect.ts'
import { walkSearch, type StopReason, type WalkEnding } from './walk-search.ts'

/** What every category of one load has in common. */
export type SearchContext = {
  /** Reads one page; may be called for several at once. Rejects with a {@link FhirError}, or the signal's reason. */
  readonly read: (url: string, hearer: PageHearer) => Promise<PageEnd>
  readonly patientId: string
  readonly fhirBase: string
  readonly signal: AbortSignal
  readonly maxPages: number
  /** How searches are written, as far as the server has taught it; the next category begins where this one ended. */
  dialect: SearchDialect
  /** Whether the server searches by date. Waits for what it says of itself, but not for long. */
  readonly searchesByDate: () => Promise<boolean>
}

export type CategoryLoadOptions = {
  readonly context: SearchContext
  readonly category: ObservationCategory
  /** Where an earlier load of it stopped or failed; empty to begin from the first page. */
  readonly resumeAt: readonly string[]
  /** A page of it is being asked for. */
  readonly onStart: () => void
  readonly onEntries: (entries: BundleEntries) => void
  readonly onPageEnd: (end: PageEnd) => void
}

/** How the load of one category ended; only `complete` means that all of it was read. */
export type CategoryEnding =
  | { readonly kind: 'complete' }
  | { readonly kind: 'stopped'; readonly why: StopReason; readonly resumeAt: readonly string[] }
  | {
      readonly kind: 'refused' | 'failed'
      readonly failure: FhirFailure
      readonly status: number | undefined
      readonly issues: readonly OutcomeIssue[]
      readonly resumeAt: readonly string[]
    }

/**
 * Loads one category: a small first page, newest first where the server sorts, then all of it in pages as large as the
 * server allows. Where it says that there is much more, and that it searches by date, spans of time are read side by
 * side; that nothing was lost by it, undated results above all, is proven by the number of results, or else by reading
 * the undivided search to its end as well. What was given before a failure stays given (OBS-02). Rejects only when the
 * signal aborts, with its reason.
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
  if (head.end.next.kind === 'none') return { kind: 'complete' }
  if (head.end.next.kind === 'lost') return { kind: 'stopped', why: 'lost-link', resumeAt: [] }
  const { url } = head.end.next
  const { dialect } = options.context
  const asked = pageLength(dialect, { kind: 'head' })
  const atMost = pageLength(dialect, { kind: 'all' })
  // A server whose pages are smaller still gives no larger ones.
  const isLargest = asked === undefined || asked === atMost || head.end.entries < asked
  return isLargest ? toEnding(await walk(options, [url], 1)) : loadAll(options, url)
}

const noEnding: WalkEnding = { stopped: undefined, error: undefined, resumeAt: [] }

/** Loads all of a category that a first page does not hold; `headNext` leads on from that page. */
async function loadAll(options: CategoryLoadOptions, headNext: string): Promise<CategoryEnding> {
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
    const isRejected = error instanceof FhirError && error.failure === 'rejected'
    return toEnding(
      isRejected
        ? await walk(options, [headNext], 1)
        : { ...noEnding, error, resumeAt: [first.url] },
    )
  }
  const { next, total, entries } = first.end
  if (next.kind === 'none') return { kind: 'complete' }
  if (next.kind === 'lost') return { kind: 'stopped', why: 'lost-link', resumeAt: [] }
  if (rest === undefined && total !== undefined && total > entries) {
    const windows = planWindows(present(times), total)
    const urls = windows.map((window) => toUrl(options, { kind: 'window', window }))
    const divided = urls.length > 0 ? await walk(collecting, urls) : undefined
    if (divided && isWhole(divided) && ids.size === total) return { kind: 'complete' }
  }
  return toEnding(await (rest ?? walk(options, [next.url], 2)))
}

type First =
  | { readonly kind: 'page'; readonly end: PageEnd }
  | { readonly kind: 'error'; readonly error: unknown; readonly url: string }

/** Reads a first page; what the server refuses about the way it is asked for, is asked for otherwise. */
async function readFirst(
  options: CategoryLoadOptions,
  part: SearchPart,
  onNext: (next: NextLink) => void = () => {},
): Promise<First> {
  const { context, onStart, onEntries, onPageEnd } = options
  for (let { dialect } = context; ;) {
    const url = toUrl(options, part, dialect)
    try {
      const end = await context.read(url, { onStart, onEntries, onNext })
      onPageEnd(end)
      // Learnt once it has helped: a category that is refused anyhow teaches nothing about the others.
      context.dialect = dialect
      return { kind: 'page', end }
    } catch (error) {
      context.signal.throwIfAborted()
      const otherwise = nextDialect(dialect, error)
      if (otherwise === undefined) return { kind: 'error', error, url }
      dialect = otherwise
    }
  }
}

function toUrl(
  { context, category }: CategoryLoadOptions,
  part: SearchPart,
  dialect = context.dialect,
): string {
  return toCategorySearch(context.patientId, category, dialect, part)
}

/** Walks on from these pages; `pagesRead` of the category's pages have been read before. */
function walk(
  options: CategoryLoadOptions,
  urls: readonly string[],
  pagesRead = 0,
): Promise<WalkEnding> {
  const { context, onStart, onEntries, onPageEnd } = options
  const maxPages = Math.max(context.maxPages - pagesRead, 0)
  return walkSearch(urls, { ...context, maxPages, onStart, onEntries, onPageEnd })
}

const isWhole = ({ error, stopped }: WalkEnding) => error === undefined && stopped === undefined

function toEnding({ error, stopped, resumeAt }: WalkEnding): CategoryEnding {
  if (error === undefined)
    return stopped === undefined
      ? { kind: 'complete' }
      : { kind: 'stopped', why: stopped, resumeAt }
  // Whatever else was thrown came out of reading the answer.
  if (!(error instanceof FhirError))
    return { kind: 'failed', failure: 'unreadable', status: undefined, issues: [], resumeAt }
  const { failure, status, issues } = error
  const isRefused = failure === 'refused' || (failure === 'rejected' && issues.some(isRefusal))
  return { kind: isRefused ? 'refused' : 'failed', failure, status, issues, resumeAt }
}
