import { toText } from '../../fhir/json.ts'
import { groupings, type Grouping } from '../../observations/group-results.ts'
import type { Narrowing } from '../../observations/narrow-results.ts'
import type { ObservationStatus } from '../../observations/observation.ts'
import { sortKeys, type SortKey } from '../../observations/sort-results.ts'

/** What of the results is shown, and how; it stands in the address, so that Back and reload keep it (URL-04). */
export type ResultQuery = Narrowing & {
  /** Only results of the visit that the app was opened from (CTX-02). */
  readonly visit?: 'this' | undefined
  readonly sort: SortKey
  readonly direction: 'ascending' | 'descending'
  readonly group: Grouping
}

/** What a result may be; entered in error is none (D3). */
export const statuses: readonly ObservationStatus[] = [
  'registered',
  'preliminary',
  'final',
  'amended',
  'corrected',
  'cancelled',
  'unknown',
]
const flags = ['abnormal', 'critical', 'none'] as const
const day = /^\d{4}-\d\d-\d\d$/

/** All results, newest first. */
export const plainQuery: ResultQuery = { sort: 'date', direction: 'descending', group: 'none' }

/** The direction in which a column is sorted first: dates newest first, all else from the start. */
const firstDirection = (key: SortKey): ResultQuery['direction'] =>
  key === 'date' ? 'descending' : 'ascending'

/** Sorts by another column, or by the same the other way round. */
export function toggleSort(query: ResultQuery, columnKey: string): ResultQuery {
  const sort = sortKeys.find((key) => key === columnKey) ?? query.sort
  const other = query.direction === 'ascending' ? 'descending' : 'ascending'
  return { ...query, sort, direction: sort === query.sort ? other : firstDirection(sort) }
}

/** Whether the query leaves something out. */
export function isNarrowed({ category, status, flag, from, to, visit }: ResultQuery): boolean {
  return [category, status, flag, from, to, visit].some((one) => one !== undefined)
}

/** Reads the query of an address; what it doesn't know, as in one typed by hand, is left out. */
export function readQuery(params: URLSearchParams): ResultQuery {
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((one) => one === params.get(name))
  const dayOf = (name: string) => {
    const text = params.get(name) ?? ''
    return day.test(text) ? text : undefined
  }
  const sort = oneOf('sort', sortKeys) ?? plainQuery.sort
  return {
    category: toText(params.get('category')),
    status: oneOf('status', statuses),
    flag: oneOf('flag', flags),
    from: dayOf('from'),
    to: dayOf('to'),
    visit: oneOf('visit', ['this'] as const),
    sort,
    direction: oneOf('order', ['ascending', 'descending'] as const) ?? firstDirection(sort),
    group: oneOf('group', groupings) ?? plainQuery.group,
  }
}

/** The query with one member as a control has it: text, empty for none. */
export function withMember(query: ResultQuery, name: string, value: string): ResultQuery {
  return readQuery(new URLSearchParams({ ...formatQuery(query), [name]: value }))
}

/** Writes the query for an address: only what differs from all results, newest first. */
export function formatQuery(query: ResultQuery): Record<string, string> {
  const { category, status, flag, from, to, visit, sort, direction, group } = query
  const members = {
    category,
    status,
    flag,
    from,
    to,
    visit,
    sort: sort === plainQuery.sort ? undefined : sort,
    order: direction === firstDirection(sort) ? undefined : direction,
    group: group === plainQuery.group ? undefined : group,
  }
  return Object.fromEntries(
    Object.entries(members).filter((member): member is [string, string] => member[1] !== undefined),
  )
}
