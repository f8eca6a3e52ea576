import { toBaseUrl } from './base-url.ts'
import { readBundle, type BundlePage } from './bundle.ts'
import { FhirError } from './fhir-error.ts'
import type { FhirRequest } from './fhir-request.ts'
import { readOutcome } from './operation-outcome.ts'

/** How a search came to its end; only `complete` means that the last page was read. */
export type SearchEnding = 'complete' | 'loop' | 'page-limit' | 'lost-link'

export type SearchPagesOptions = {
  readonly request: FhirRequest
  /** The first page, relative to the FHIR base or absolute. */
  readonly url: string
  readonly fhirBase: string
  readonly signal: AbortSignal
  /** Pages read at most; 500 when not given (10,000 Observations in pages of 20). */
  readonly maxPages?: number | undefined
}

/**
 * Reads one search page after page through its `next` links (OBS-05), until there is none, an address comes again
 * (F-R11) or can't be read, or the limit is reached. Throws a {@link FhirError} when a page fails, `unreadable` when it is no Bundle,
 * and the signal's reason once it is aborted.
 */
export async function* searchPages({
  request,
  url,
  fhirBase,
  signal,
  maxPages = 500,
}: SearchPagesOptions): AsyncGenerator<BundlePage, SearchEnding> {
  const seen = new Set<string>()
  let hasEntries = false
  for (let next: string | undefined = url; next !== undefined;) {
    const address = toAbsolute(next, fhirBase)
    if (seen.has(address)) return 'loop'
    if (seen.size >= maxPages) return 'page-limit'
    seen.add(address)
    signal.throwIfAborted()
    const { body } = await request(next, signal)
    // An answer that comes after the session changed is not looked at (PAT-04).
    signal.throwIfAborted()
    const page = readBundle(body, hasEntries)
    if (page.kind === 'not-a-bundle') {
      throw new FhirError('unreadable', { issues: readOutcome(body) })
    }
    yield page
    if (page.isNextLost) return 'lost-link'
    hasEntries ||= page.resources.length + page.included.length + page.unreadable > 0
    next = page.next
  }
  return 'complete'
}

/** One spelling for relative and absolute forms of an address; only compared, never asked for. */
function toAbsolute(url: string, fhirBase: string): string {
  const base = toBaseUrl(fhirBase)
  return URL.canParse(url, base) ? new URL(url, base).href : url
}
