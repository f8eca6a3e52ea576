import type { StoredObservation } from './observations.ts'

/** How the server pages, as far as a scenario changes it. */
export type Paging = {
  /** The most results on a page, whatever is asked for. */
  readonly cap: number
  /** Whether it says how many there are in all; some servers don't. */
  readonly total: boolean
}

/**
 * Answers `Observation?…` as the text of a Bundle: by category, by dates, newest first, so many a page (FHIR R4 Search
 * §3.1.1). The next page is an address of its own, as real servers write it.
 */
export function searchObservations(
  all: readonly StoredObservation[],
  query: URLSearchParams,
  base: string,
  { cap, total }: Paging,
): string {
  const found = all.filter(matching(query))
  const size = Math.max(0, Math.min(cap, Number(query.get('_count') ?? cap)))
  const from = Number(query.get('_from') ?? 0)
  const page = found.slice(from, from + size)
  const link = (start: number) => {
    const next = new URLSearchParams(query)
    next.set('_from', String(start))
    return `${base}/Observation?${next.toString()}`
  }
  const links = [
    { relation: 'self', url: link(from) },
    ...(from + size < found.length && size > 0
      ? [{ relation: 'next', url: link(from + size) }]
      : []),
  ]
  const head = JSON.stringify({
    resourceType: 'Bundle',
    type: 'searchset',
    ...(total ? { total: found.length } : {}),
    link: links,
  })
  return `${head.slice(0, -1)},"entry":[${page.map(({ entry }) => entry).join(',')}]}`
}

function matching(query: URLSearchParams): (observation: StoredObservation) => boolean {
  const categories = query
    .get('category')
    ?.split(',')
    .map((token) => token.split('|').at(-1) ?? '')
  const ids = query.get('_id')?.split(',')
  const dates = query.getAll('date').map(toTest)
  return ({ category, id, at }) =>
    (categories?.includes(category) ?? true) &&
    (ids?.includes(id) ?? true) &&
    dates.every((test) => test(at))
}

function toTest(date: string): (at: number) => boolean {
  const limit = Date.parse(date.slice(2))
  switch (date.slice(0, 2)) {
    case 'ge':
      return (at) => at >= limit
    case 'gt':
      return (at) => at > limit
    case 'le':
      return (at) => at <= limit
    case 'lt':
      return (at) => at < limit
    default:
      throw new Error(`The benchmark's server doesn't know date=${date}`)
  }
}
