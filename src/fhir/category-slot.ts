import type { BundleEntries } from './bundle.ts'
import { toText, type JsonObject } from './json.ts'
import type { CategoryEnding } from './load-category.ts'
import { formatNotice, isGrave } from './operation-outcome.ts'
import type { PageEnd } from './read-page.ts'
import type { CategoryState, ObservationCategory } from './record-status.ts'

/** What one load of a category has brought so far. */
export type Attempt = {
  /** Grows with each load; of two equal versions of a result, the one of the later attempt counts. */
  readonly number: number
  readonly ids: Set<string>
  /** Observations that can't be told apart by an id, by all that they say: the same of two categories counts once. */
  readonly nameless: Set<string>
  readonly notices: Set<string>
  unreadable: number
  hasReceived: boolean
}

/** One category of a record, through all loads of it. */
export type CategorySlot = {
  readonly category: ObservationCategory
  phase: { readonly kind: 'waiting' } | { readonly kind: 'loading' } | CategoryEnding
  /** What all loads of it brought, since it was last complete. */
  held: Attempt
  /** The load that ended last, complete or not. */
  latest?: Attempt | undefined
  running: Promise<void> | undefined
}

const partNotice = 'The server sent only a part of these results.'

/** Begins a load that knows nothing yet, or one that goes on where `before` stopped. */
export function beginAttempt(number: number, before?: Attempt): Attempt {
  return {
    number,
    ids: new Set(before?.ids),
    nameless: new Set(before?.nameless),
    notices: new Set(before?.notices),
    unreadable: before?.unreadable ?? 0,
    hasReceived: before?.hasReceived ?? false,
  }
}

export function createSlot(category: ObservationCategory): CategorySlot {
  return { category, phase: { kind: 'waiting' }, held: beginAttempt(0), running: undefined }
}

/** Notes what came, beside the results themselves. */
export function noteEntries(attempt: Attempt, entries: BundleEntries): void {
  const { resources, issues, unreadable, isSubsetted } = entries
  noteIds(attempt, resources)
  attempt.unreadable += unreadable
  attempt.hasReceived ||= resources.length + unreadable > 0
  for (const issue of issues) {
    const notice = isGrave(issue) ? undefined : formatNotice(issue)
    if (notice !== undefined) attempt.notices.add(notice)
  }
  if (isSubsetted) attempt.notices.add(partNotice)
}

function noteIds(attempt: Attempt, resources: readonly JsonObject[]): void {
  for (const resource of resources) {
    const id = toText(resource.id)
    if (id === undefined) attempt.nameless.add(toKey(resource))
    else attempt.ids.add(id)
  }
}

/** Notes what a page said beside its entries. */
export function noteEnd(attempt: Attempt, { isSubsetted, total, next, entries }: PageEnd): void {
  // The number says that there is something, and nothing came: that isn't "none found" (OBS-06).
  const isGap = (total ?? 0) > 0 && entries === 0 && next.kind === 'none' && !attempt.hasReceived
  if (!isSubsetted && !isGap) return
  attempt.notices.add(partNotice)
  attempt.hasReceived = true
}

/** Adds what has just come to what is held, and with it all that the load has to say; what an earlier one said stands. */
export function hold(
  { held }: CategorySlot,
  attempt: Attempt,
  resources: readonly JsonObject[] = [],
): void {
  noteIds(held, resources)
  for (const notice of attempt.notices) held.notices.add(notice)
  held.unreadable = Math.max(held.unreadable, attempt.unreadable)
  held.hasReceived ||= attempt.hasReceived
}

/** Holds what the latest load brought and nothing else; gives the ids that are in no category any more. */
export function keepLatest(slots: readonly CategorySlot[]): readonly string[] {
  const gone = new Set(slots.flatMap(({ held }) => [...held.ids]))
  for (const slot of slots) if (slot.latest) slot.held = slot.latest
  for (const { held } of slots) for (const id of held.ids) gone.delete(id)
  return [...gone]
}

/** What is said of a category; `hidden` are the ids that are left out of the results. */
export function toState({ phase, held }: CategorySlot, hidden: ReadonlySet<string>): CategoryState {
  const { ids } = held
  let count = ids.size
  for (const id of hidden) if (ids.has(id)) count -= 1
  switch (phase.kind) {
    case 'waiting':
      return phase
    case 'loading':
      return { kind: 'loading', count }
    case 'complete':
      // Empty means that the server found nothing, not that all it sent was left out.
      return held.hasReceived ? { kind: 'loaded', count } : { kind: 'empty' }
    case 'stopped':
      return { kind: 'stopped', count, why: phase.why }
    case 'refused':
      return { kind: 'refused', count, status: phase.status, issues: phase.issues }
    case 'failed': {
      const { failure, status, issues } = phase
      return { kind: 'failed', count, failure, status, issues }
    }
  }
}

let tooDeep = 0

/** An Observation as a text to compare; one too deep for that counts by itself. */
function toKey(resource: object): string {
  try {
    return JSON.stringify(resource)
  } catch {
    tooDeep += 1
    return `too deep ${tooDeep}`
  }
}
