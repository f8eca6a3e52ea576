import { key } from '../../language/t.ts'
import { givenMembers } from '../shared/address-members.ts'
import { dayBounds } from './days.ts'

/** A stretch counted back from the newest value: how it stands in the address, in words, and how many months. */
export const presets = [
  { key: '1m', words: key('1 month'), months: 1 },
  { key: '3m', words: key('3 months'), months: 3 },
  { key: '6m', words: key('6 months'), months: 6 },
  { key: '1y', words: key('1 year'), months: 12 },
  { key: '2y', words: key('2 years'), months: 24 },
  { key: '5y', words: key('5 years'), months: 60 },
] as const
export type Preset = (typeof presets)[number]

/** What of a trend is shown; it stands in the address, so that Back and reload keep it (URL-04). */
export type TrendQuery = {
  /** A stretch back from the newest value; never together with days. */
  readonly range?: Preset['key'] | undefined
  /** The first and the last day shown, in the viewer's zone. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** The test it is compared with, by the id of its series. */
  readonly with?: string | undefined
}

/** Reads the query of an address; what it doesn't know, as in one typed by hand, is left out. */
export function readTrendQuery(params: URLSearchParams): TrendQuery {
  const dayIn = (name: string) => {
    const text = params.get(name) ?? ''
    return dayBounds(text) === undefined ? undefined : text
  }
  const other = params.get('with') ?? ''
  const range = presets.find((one) => one.key === params.get('range'))?.key
  return {
    range,
    from: range === undefined ? dayIn('from') : undefined,
    to: range === undefined ? dayIn('to') : undefined,
    with: /^[\w-]{1,200}$/.test(other) ? other : undefined,
  }
}

/** Writes the query for an address: only what differs from the whole trend by itself. */
export function formatTrendQuery({
  range,
  from,
  to,
  with: other,
}: TrendQuery): Record<string, string> {
  return givenMembers({ range, from, to, with: other })
}

/** Whether only a stretch of time is shown. */
export const isNarrowed = ({ range, from, to }: TrendQuery) =>
  [range, from, to].some((one) => one !== undefined)
