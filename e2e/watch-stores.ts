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
      localStorage: JSON.stringify(Object.entries(localStorage)),
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
