import { toBaseUrl } from './base-url.ts'
import type { BundleEntries } from './bundle.ts'
import { failureOf } from './fhir-error.ts'
import { createChains } from './page-chains.ts'
import type { PageEnd, PageHearer } from './read-page.ts'

/** Why a search was left before its last page. */
export type StopReason = 'loop' | 'page-limit' | 'lost-link'

/** How a search went: all of it was read where nothing failed and nothing stopped it. */
export type WalkEnding = {
  readonly stopped: StopReason | undefined
  /** What the first failure was, a refused token before any other; undefined where every page was read. */
  readonly error: unknown
  /** Addresses of pages that failed, or that the limit left unread: where reading can go on later. */
  readonly resumeAt: readonly string[]
}

export type WalkOptions = {
  /** Reads one page. It may be called for the next page while an earlier one is still being read. */
  readonly read: (url: string, hearer: PageHearer) => Promise<PageEnd>
  readonly fhirBase: string
  readonly signal: AbortSignal
  /** Pages read at most. */
  readonly maxPages: number
  readonly onStart: () => void
  readonly onEntries: (entries: BundleEntries) => void
  readonly onPageEnd: (end: PageEnd) => void
}

/**
 * Reads searches page after page through their `next` links (OBS-05), each page from the moment its address is known,
 * until there is none, an address comes again (F-R11) or can't be read, or the limit is reached; one that reaches a page
 * where another began goes no further, as the other does. What fails ends its own search alone. Rejects only with the
 * signal's reason.
 */
export async function walkSearch(
  urls: readonly string[],
  options: WalkOptions,
): Promise<WalkEnding> {
  const { read, fhirBase, signal, maxPages, onStart, onEntries, onPageEnd } = options
  const chains = createChains()
  const running: Promise<void>[] = []
  const resumeAt: string[] = []
  const failures: unknown[] = []
  let stopped: StopReason | undefined

  function begin(url: string, from?: number): void {
    const address = toAbsolute(url, fhirBase)
    const place = chains.place(address, from)
    if (place === 'loop') stopped ??= 'loop'
    if (typeof place === 'string') return
    if (running.length >= maxPages) {
      stopped ??= 'page-limit'
      resumeAt.push(url)
    } else running.push(readOne(url, place))
  }

  async function readOne(url: string, chain: number): Promise<void> {
    try {
      const end = await read(url, {
        onStart,
        onEntries,
        onNext(next) {
          if (next.kind === 'page') begin(next.url, chain)
          if (next.kind === 'lost') stopped ??= 'lost-link'
        },
      })
      onPageEnd(end)
    } catch (error) {
      failures.push(error)
      resumeAt.push(url)
    }
  }

  signal.throwIfAborted()
  // All of them are known before the first page leads to another.
  for (const url of urls) begin(url)
  // Each page may add the next one.
  for (const page of running) await page
  signal.throwIfAborted()
  // A refused token is what can be helped without anybody's doing (REF-10).
  const error = failures.find((one) => failureOf(one) === 'signed-out') ?? failures[0]
  return { stopped, error, resumeAt }
}

/** One spelling for relative and absolute forms of an address; only compared, never asked for. */
function toAbsolute(url: string, fhirBase: string): string {
  const base = toBaseUrl(fhirBase)
  return URL.canParse(url, base) ? new URL(url, base).href : url
}
