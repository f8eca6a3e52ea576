import { toUrl, walk, type CategoryLoadOptions } from './category-pages.ts'
import { areAmong, createTally, type Tally } from './category-tally.ts'
import { planWindows } from './date-windows.ts'
import type { WalkEnding } from './walk-search.ts'

/** What reading a category by spans of time came to. */
export type SpansEnding =
  | { readonly kind: 'whole' }
  /** Read, or not even tried, and nothing proves that this was all. */
  | { readonly kind: 'unproven' }
  /** A span failed or was stopped. */
  | { readonly kind: 'broken'; readonly ending: WalkEnding }

/**
 * Reads spans of time side by side that together cover all of it. A span leaves out what has no date, and servers differ
 * about partial dates and zones; so it is whole only if as many different results came as the server had said, if those
 * of the first page that have a date came again, and if the server still says the same number afterwards: one filed
 * meanwhile would make up for one without a date.
 *
 * @param first what the first page of the undivided search brought
 * @param total how many results that page told of
 */
export async function readSpans(
  options: CategoryLoadOptions,
  first: Tally,
  total: number,
): Promise<SpansEnding> {
  const windows = planWindows([...first.times.values()], total)
  if (windows.length === 0) return { kind: 'unproven' }
  const spans = createTally(options)
  const urls = windows.map((window) => toUrl(options, { kind: 'window', window }))
  const ending = await walk(spans.options, urls)
  if (ending.error !== undefined || ending.stopped !== undefined) return { kind: 'broken', ending }
  const isProven =
    new Set([...first.ids, ...spans.ids]).size === total &&
    areAmong(first.times.keys(), spans.ids) &&
    (await isStill(options, total))
  return { kind: isProven ? 'whole' : 'unproven' }
}

/** Whether the category has as many results as before. What a server says to this question teaches nothing about others. */
async function isStill(options: CategoryLoadOptions, total: number): Promise<boolean> {
  const { context, onStart, onEntries } = options
  try {
    const again = await context.read(toUrl(options, { kind: 'one' }), {
      onStart,
      onEntries,
      onNext: () => {},
    })
    return again.total === total
  } catch {
    context.signal.throwIfAborted()
    return false
  }
}
