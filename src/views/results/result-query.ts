import { isFhirId } from '../../fhir/fhir-id.ts'
import { toText } from '../../fhir/json.ts'
import type { Key } from '../../language/catalogue.ts'
import { key } from '../../language/t.ts'
import { groupings, type Grouping } from '../../observations/group-results.ts'
import type { Narrowing } from '../../observations/narrow-results.ts'
import type { ObservationStatus } from '../../observations/observation.ts'
import { sortKeys, type SortKey } from '../../observations/sort-results.ts'
import { dayIn, givenMembers } from '../shared/address-members.ts'

/** What of the results is shown, and how; it stands in the address, so that Back and reload keep it (URL-04). */
export type ResultQuery = Narrowing & {
  readonly sort: SortKey
  readonly direction: 'ascending' | 'descending'
  readonly group: Grouping
  /** Only results of the visit that the app was opened from (CTX-02). */
  readonly visit?: 'this' | undefined
  /** Whether what was entered in error is shown too, apart (D3). */
  readonly errors?: 'show' | undefined
  /** The id of the Observation whose detail is open. It leaves nothing out. */
  readonly row?: string | undefined
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

/** All results, newest first. */
export const plainQuery: ResultQuery = { sort: 'date', direction: 'descending', group: 'none' }

/** The direction in which a column is sorted first: dates newest first, all else from the start. */
const firstDirection = (sortKey: SortKey): ResultQuery['direction'] =>
  sortKey === 'date' ? 'descending' : 'ascending'

/** The orders to choose from where the headings of the table are not in sight, in words. */
export const sortChoices: readonly (Pick<ResultQuery, 'sort' | 'direction'> & {
  readonly words: Key
})[] = [
  { sort: 'date', direction: 'descending', words: key('Date, newest first') },
  { sort: 'date', direction: 'ascending', words: key('Date, oldest first') },
  { sort: 'name', direction: 'ascending', words: key('Name, A to Z') },
  { sort: 'name', direction: 'descending', words: key('Name, Z to A') },
  { sort: 'value', direction: 'ascending', words: key('Value, lowest first') },
  { sort: 'value', direction: 'descending', words: key('Value, highest first') },
  { sort: 'range', direction: 'ascending', words: key('Reference range, lowest first') },
  { sort: 'range', direction: 'descending', words: key('Reference range, highest first') },
  { sort: 'flag', direction: 'ascending', words: key('Flag, critical first') },
  { sort: 'flag', direction: 'descending', words: key('Flag, critical last') },
  { sort: 'category', direction: 'ascending', words: key('Category, A to Z') },
  { sort: 'category', direction: 'descending', words: key('Category, Z to A') },
  { sort: 'status', direction: 'ascending', words: key('Status, A to Z') },
  { sort: 'status', direction: 'descending', words: key('Status, Z to A') },
]

/** Sorts by another column, or by the same the other way round. */
export function toggleSort(query: ResultQuery, columnKey: string): ResultQuery {
  const sort = sortKeys.find((one) => one === columnKey) ?? query.sort
  const other = query.direction === 'ascending' ? 'descending' : 'ascending'
  return { ...query, sort, direction: sort === query.sort ? other : firstDirection(sort) }
}

/** An id as FHIR R4 has it; what else a server may call a result stays out of the address. */
const asRow = (row: string) => (isFhirId(row) ? row : undefined)

/** Whether the query leaves something out. */
export function isNarrowed({ category, status, flag, from, to, visit }: ResultQuery): boolean {
  return [category, status, flag, from, to, visit].some((one) => one !== undefined)
}

/** How many choices differ from all results, newest first; an order is one, whatever its direction. */
export function countChosen(query: ResultQuery): number {
  const { category, status, flag, from, to, visit, sort, direction, group } = query
  const isSorted = sort !== plainQuery.sort || direction !== plainQuery.direction
  return (
    [category, status, flag, from, to, visit].filter((one) => one !== undefined).length +
    Number(isSorted) +
    Number(group !== plainQuery.group)
  )
}

/** The query with nothing left out; sorted, grouped and opened as it was. */
export function widen(query: ResultQuery): ResultQuery {
  const nothing = { category: undefined, status: undefined, flag: undefined }
  return { ...query, ...nothing, from: undefined, to: undefined, visit: undefined }
}

/** Reads the query of an address; what it doesn't know, as in one typed by hand, is left out. */
export function readQuery(params: URLSearchParams): ResultQuery {
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((one) => one === params.get(name))
  const sort = oneOf('sort', sortKeys) ?? plainQuery.sort
  return {
    category: toText(params.get('category')),
    status: oneOf('status', statuses),
    flag: oneOf('flag', flags),
    from: dayIn(params, 'from'),
    to: dayIn(params, 'to'),
    visit: oneOf('visit', ['this'] as const),
    sort,
    direction: oneOf('order', ['ascending', 'descending'] as const) ?? firstDirection(sort),
    group: oneOf('group', groupings) ?? plainQuery.group,
    errors: oneOf('errors', ['show'] as const),
    row: asRow(params.get('row') ?? ''),
  }
}

/** The query with one member as a control has it: text, empty for none. */
export function withMember(query: ResultQuery, name: string, value: string): ResultQuery {
  return readQuery(new URLSearchParams({ ...formatQuery(query), [name]: value }))
}

/** Writes the query for an address: only what differs from all results, newest first. */
export function formatQuery(query: ResultQuery): Record<string, string> {
  const { category, status, flag, from, to, visit, sort, direction, group, errors, row } = query
  return givenMembers({
    category,
    status,
    flag,
    from,
    to,
    visit,
    sort: sort === plainQuery.sort ? undefined : sort,
    order: direction === firstDirection(sort) ? undefined : direction,
    group: group === plainQuery.group ? undefined : group,
    errors,
    row: asRow(row ?? ''),
  })
}
