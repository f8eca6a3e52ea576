/** One request as the server saw it; times in milliseconds since 1970. */
export type LoggedRequest = {
  readonly method: string
  readonly path: string
  readonly at: number
  /** When its answer had been handed over; undefined while it is on its way. */
  readonly answeredAt: number | undefined
}

/** A request that somebody waited for before the next one began. */
type Link = { readonly request: LoggedRequest; readonly depth: number; readonly before?: Link }

/**
 * The longest chain of requests in which each begins after the one before was answered: how many times a page waited for
 * the way to the server and back. Gives their paths, in order.
 */
export function longestChain(log: readonly LoggedRequest[]): readonly string[] {
  const links: Link[] = []
  for (const request of log.toSorted((a, b) => a.at - b.at)) {
    const before = links
      .filter(({ request: { answeredAt } }) => answeredAt !== undefined && answeredAt <= request.at)
      .reduce<Link | undefined>(
        (best, link) => (link.depth > (best?.depth ?? 0) ? link : best),
        undefined,
      )
    links.push({ request, depth: (before?.depth ?? 0) + 1, ...(before ? { before } : {}) })
  }
  const paths: string[] = []
  let last = links.reduce<Link | undefined>(
    (best, link) => (link.depth > (best?.depth ?? 0) ? link : best),
    undefined,
  )
  for (; last; last = last.before) paths.unshift(`${last.request.method} ${last.request.path}`)
  return paths
}
