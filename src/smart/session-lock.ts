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

/**
 * Claims the right to use an authorization response, for as long as this page lives; false when a copy of this tab has
 * claimed it already (CB-07, STO-06). A browser without locks lets everyone through: the server still takes a code once.
 */
export function claimResponse(state: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = locks()?.request(`${nameOf(state)}:response`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise(() => {})
    })
    if (request) request.catch(() => resolve(true))
    else resolve(true)
  })
}

function locks(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined
}
