import { toText } from '../../fhir/json.ts'
import type { Granularity } from '../../observations/flowsheet-columns.ts'
import { dayIn, givenMembers } from '../shared/address-members.ts'

/** How close together the flowsheet is. */
const densities = ['comfortable', 'compact', 'wide'] as const
export type Density = (typeof densities)[number]

/** What of the flowsheet is shown, and how; it stands in the address, so that Back and reload keep it (URL-04). */
export type FlowsheetQuery = {
  readonly density: Density
  readonly order: 'newest' | 'oldest'
  readonly by: Granularity
  /** A category's code. */
  readonly category?: string | undefined
  /** Days as `YYYY-MM-DD` in the viewer's zone, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Only tests of which a result is out of range. */
  readonly isOutOfRange: boolean
}

/** All tests, a column for each day, the newest first. */
export const plainSheet: FlowsheetQuery = {
  density: 'comfortable',
  order: 'newest',
  by: 'day',
  isOutOfRange: false,
}

/** Whether the query leaves something out. */
export function isNarrowed({ category, from, to, isOutOfRange }: FlowsheetQuery): boolean {
  return isOutOfRange || [category, from, to].some((one) => one !== undefined)
}

/** Reads the query of an address; what it doesn't know, as in one typed by hand, is left out. */
export function readQuery(params: URLSearchParams): FlowsheetQuery {
  return {
    density: densities.find((one) => one === params.get('density')) ?? plainSheet.density,
    order: params.get('order') === 'oldest' ? 'oldest' : plainSheet.order,
    by: params.get('by') === 'time' ? 'time' : plainSheet.by,
    category: toText(params.get('category')),
    from: dayIn(params, 'from'),
    to: dayIn(params, 'to'),
    isOutOfRange: params.get('only') === 'out-of-range',
  }
}

/** The query with one member of the address as a control has it: text, empty for none. */
export function withMember(query: FlowsheetQuery, name: string, value: string): FlowsheetQuery {
  return readQuery(new URLSearchParams({ ...formatQuery(query), [name]: value }))
}

/** Writes the query for an address: only what differs from {@link plainSheet}. */
export function formatQuery(query: FlowsheetQuery): Record<string, string> {
  const { density, order, by, category, from, to, isOutOfRange } = query
  return givenMembers({
    density: density === plainSheet.density ? undefined : density,
    order: order === plainSheet.order ? undefined : order,
    by: by === plainSheet.by ? undefined : by,
    category,
    from,
    to,
    only: isOutOfRange ? 'out-of-range' : undefined,
  })
}
