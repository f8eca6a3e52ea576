import type { Frame } from '@playwright/test'

/** All that a document of the app could have kept, and what it shows outside itself. */
export type Stores = {
  readonly localStorage: string
  /** Name and text of each record. */
  readonly sessionStorage: readonly (readonly [string, string])[]
  readonly cookie: string
  readonly name: string
  readonly title: string
  readonly databases: number
  readonly caches: number
}

/** Reads every store of a frame's document; undefined where the document is gone, or the browser denies storage. */
export function readStores(frame: Frame): Promise<Stores | undefined> {
  const reading = frame
    .evaluate(async () => ({
      // The preferences (STO-04) are three short words at most, and nothing else is in them.
      localStorage: JSON.stringify(
        Object.entries(localStorage).filter(
          ([name, value]) =>
            name !== 'chartside:preferences' ||
            !/^\{(?:"(?:language|look|register)":"[a-zA-Z-]{2,9}",?){0,3}\}$/.test(String(value)),
        ),
      ),
      sessionStorage: Object.entries(sessionStorage) as [string, string][],
      cookie: document.cookie,
      name: window.name,
      title: document.title,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
    }))
    .catch(() => undefined)
  // A page that is about to leave for an address that never answers doesn't answer either.
  const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 3_000))
  return Promise.race([reading, patience])
}
