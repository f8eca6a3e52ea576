import { listRecords, removeRecord } from './tab-storage.ts'

const nameOf = (id: string) => `chartside:${id}`

/** Marks a session as shown by this page, for as long as the page lives. */
export function holdSession(id: string): void {
  void locks()
    ?.request(nameOf(id), { mode: 'shared' }, () => new Promise(() => {}))
    // A browser that denies locks loses only the clean-up below.
    .catch(() => {})
}

/**
 * Forgets sessions in this storage that no living page shows: those of an earlier launch in this tab (LAUNCH-03,
 * TAB-03). Charts that share the storage and are still open stay (LAUNCH-08, TAB-02).
 */
export async function discardAbandonedSessions(): Promise<void> {
  const ids = listRecords('session')
  if (ids.length === 0) return
  const held = await locks()
    ?.query()
    .catch(() => undefined)
  if (!held) return
  const shown = new Set(held.held?.map(({ name }) => name))
  for (const id of ids) if (!shown.has(nameOf(id))) removeRecord(id, 'session')
}

/** The browser's Web Locks; undefined where it has none. */
export function locks(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined
}
