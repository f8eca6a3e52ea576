/**
 * The search of the address as it is now. What the router gives of it is what was drawn last, which follows only when
 * there is time.
 */
export function searchNow(): URLSearchParams {
  const [, search = ''] = window.location.hash.split('?')
  return new URLSearchParams(search)
}

/**
 * Does to `now` what `next` changes in `drawn`: of two choices in quick succession, the second made before the first was
 * drawn, neither is lost.
 */
export function rebase<Query extends object>(drawn: Query, next: Query, now: Query): Query {
  const keys = new Set([...Object.keys(drawn), ...Object.keys(next)]) as Set<keyof Query>
  const result = { ...now }
  for (const key of keys) if (drawn[key] !== next[key]) result[key] = next[key]
  return result
}
