import type { Key } from '../language/catalogue.ts'
import { key, t } from '../language/t.ts'
import type { BundleEntries } from './bundle.ts'
import type { CategoryEnding } from './category-ending.ts'
import { toText, type JsonObject } from './json.ts'
import { formatNotice, isGrave, saysIncomplete } from './operation-outcome.ts'
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
  /** Entries that can't be read, by all that they say: they may come with several readings of one search. */
  readonly unreadable: Set<string>
  hasReceived: boolean
  /** The largest number of results that a page told of; only compared, never shown (OBS-06). */
  total: number
  /** Whether something says that this isn't all, so that what is missing may still be there. */
  isPart: boolean
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
  /** Whether it was complete when a reload began: what it brings then that was in no category is new. */
  wasWhole: boolean
}

const partNotice = key('The server sent only a part of these results.')
const moreNotice = key('There may be more results than the server sent.')

/** Begins a load that knows nothing yet, or one that goes on where `before` stopped. */
export function beginAttempt(number: number, before?: Attempt): Attempt {
  return {
    number,
    ids: new Set(before?.ids),
    nameless: new Set(before?.nameless),
    notices: new Set(before?.notices),
    unreadable: new Set(before?.unreadable),
    hasReceived: before?.hasReceived ?? false,
    total: before?.total ?? 0,
    isPart: before?.isPart ?? false,
  }
}

export function createSlot(category: ObservationCategory): CategorySlot {
  const held = beginAttempt(0)
  return { category, phase: { kind: 'waiting' }, held, running: undefined, wasWhole: false }
}

/** Notes what came, beside the results themselves. */
export function noteEntries(attempt: Attempt, entries: BundleEntries): void {
  const { resources, issues, unreadable, isSubsetted } = entries
  noteIds(attempt, resources)
  for (const entry of unreadable) attempt.unreadable.add(toKey(entry))
  attempt.hasReceived ||= resources.length + unreadable.length > 0
  for (const issue of issues) {
    const notice = isGrave(issue) ? undefined : formatNotice(issue)
    if (notice !== undefined) attempt.notices.add(notice)
    attempt.isPart ||= saysIncomplete(issue)
  }
  if (isSubsetted) notePart(attempt, partNotice)
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
  attempt.total = Math.max(attempt.total, total ?? 0)
  // The number says that there is something, and nothing came: that isn't "none found" (OBS-06).
  const isGap = (total ?? 0) > 0 && entries === 0 && next.kind === 'none' && !attempt.hasReceived
  if (!isSubsetted && !isGap) return
  notePart(attempt, partNotice)
  attempt.hasReceived = true
}

function notePart(attempt: Attempt, notice: Key): void {
  // Of what says itself that it is a part, nothing is gained by saying that there may be more.
  if (!attempt.notices.has(t(partNotice))) attempt.notices.add(t(notice))
  attempt.isPart = true
}

/** Says of a load that read all there was to read that some may be missing all the same. */
export function noteEnding(attempt: Attempt, ending: CategoryEnding): void {
  if (ending.kind !== 'complete') return
  const { ids, nameless, unreadable, total } = attempt
  const isShort = total > ids.size + nameless.size + unreadable.size
  if (isShort || ending.mayBeMore === true) notePart(attempt, moreNotice)
}

/** Whether the load that ended last read the category to its end, as far as anyone can tell. */
export function isWhole({ phase, held }: CategorySlot): boolean {
  return phase.kind === 'complete' && !held.isPart
}

/**
 * Whether after load `number` what it did not bring is not there any more. A category that is refused, and never gave
 * anything, holds nothing that could have gone.
 */
export function isWholeAt(slot: CategorySlot, number: number): boolean {
  const hasNothing = slot.phase.kind === 'refused' && slot.held.ids.size === 0
  return slot.latest?.number === number && (hasNothing || isWhole(slot))
}

/** Adds what has just come to what is held, and with it all that the load has to say; what an earlier one said stands. */
export function hold(
  { held }: CategorySlot,
  attempt: Attempt,
  resources: readonly JsonObject[] = [],
): void {
  noteIds(held, resources)
  for (const notice of attempt.notices) held.notices.add(notice)
  for (const entry of attempt.unreadable) held.unreadable.add(entry)
  held.hasReceived ||= attempt.hasReceived
  held.isPart ||= attempt.isPart
  held.total = Math.max(held.total, attempt.total)
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

/** Something that came, as a text to compare; what is too deep for that counts by itself. */
function toKey(json: unknown): string {
  try {
    return JSON.stringify(json)
  } catch {
    tooDeep += 1
    return `too deep ${tooDeep}`
  }
}
