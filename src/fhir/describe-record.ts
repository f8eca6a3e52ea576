import { t } from '../language/t.ts'
import { toState, type CategorySlot } from './category-slot.ts'
import type { Merge } from './merge.ts'
import type { RecordStatus, Release, UnreadableCount } from './record-status.ts'

/** What the status of a record is made of. */
export type RecordParts = {
  readonly slots: readonly CategorySlot[]
  readonly merge: Merge
  /** Why the holder of the resources could not read some, by id. */
  readonly unread: ReadonlyMap<string, string>
  readonly release: Release
  readonly asOf: number | undefined
  readonly isForeign: boolean
}

/** Says what of a record was and wasn't loaded (PAT-07). What is left out counts in no category. */
export function describeRecord(parts: RecordParts): RecordStatus {
  const { slots, merge, unread, release, asOf, isForeign } = parts
  const hidden = new Set([...merge.inError, ...merge.withoutSubject, ...unread.keys()])
  return {
    categories: slots.map((slot) => ({
      category: slot.category,
      state: toState(slot, hidden),
      notices: [...slot.held.notices],
    })),
    release,
    asOf,
    withoutSubject: merge.withoutSubject.size,
    foreignSubject: isForeign,
    unreadable: toUnreadable(parts),
    enteredInError: merge.inError.size,
  }
}

function toUnreadable({ slots, unread }: RecordParts): readonly UnreadableCount[] {
  const nameless = new Set(slots.flatMap(({ held }) => [...held.nameless]))
  const others = new Set(slots.flatMap(({ held }) => [...held.unreadable]))
  const counts = new Map([
    [t('it has no id'), nameless.size],
    [t('it is not an Observation'), others.size],
  ])
  for (const reason of unread.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}
