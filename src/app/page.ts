/** What this document is for, and where the app's root is; both stand on `<html>`, put there by the build. */
export type Page = {
  readonly kind: 'launch' | 'callback' | 'app'
  /** The app's own address, with a trailing slash. */
  readonly root: URL
  /** This document's address without query and fragment. */
  readonly address: string
  /** The query as it came, with its `?`; an answer's is out of the address bar already (CB-05). */
  readonly search: string
}

/**
 * Reads what this document is for. On the callback page the query, which may hold a code, leaves the address bar
 * and the history at once, before anything else happens (CB-05).
 */
export function readPage(): Page {
  const { dataset } = document.documentElement
  const { origin, pathname, search } = location
  const kind =
    dataset['page'] === 'launch' || dataset['page'] === 'callback' ? dataset['page'] : 'app'
  if (kind === 'callback') history.replaceState(null, '', origin + pathname)
  return {
    kind,
    root: new URL(dataset['root'] ?? './', origin + pathname),
    address: origin + pathname,
    search,
  }
}
