import type { BundleEntries, NextLink } from './bundle.ts'
import { toCategorySearch, type SearchPart } from './category-search.ts'
import type { PageEnd, PageHearer } from './read-page.ts'
import type { ObservationCategory } from './record-status.ts'
import { nextDialect, type SearchDialect } from './search-dialect.ts'
import { walkSearch, type WalkEnding } from './walk-search.ts'

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
  /** Whether the server searches by date; undefined where it hasn't said so within a few seconds. */
  readonly searchesByDate: () => Promise<boolean | undefined>
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

/** How reading a first page went. */
export type First =
  | { readonly kind: 'page'; readonly end: PageEnd }
  | { readonly kind: 'error'; readonly error: unknown; readonly url: string }

/** Reads a first page; what the server refuses about the way it is asked for, is asked for otherwise. */
export async function readFirst(
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

/** The address of a part of the category, as the server is asked for it now. */
export function toUrl(
  { context, category }: CategoryLoadOptions,
  part: SearchPart,
  dialect = context.dialect,
): string {
  return toCategorySearch(context.patientId, category, dialect, part)
}

/** Walks on from these pages; `pagesRead` of the category's pages have been read before. */
export function walk(
  options: CategoryLoadOptions,
  urls: readonly string[],
  pagesRead = 0,
): Promise<WalkEnding> {
  const { context, onStart, onEntries, onPageEnd } = options
  const maxPages = Math.max(context.maxPages - pagesRead, 0)
  return walkSearch(urls, { ...context, maxPages, onStart, onEntries, onPageEnd })
}
