import { readFhirDate, startOf, type FhirDate } from '../fhir/fhir-date.ts'
import { dateOf } from './effective.ts'
import type { Effective } from './observation.ts'

/** Whether a flowsheet has a column for each time, to the minute, or for each day. */
export type Granularity = 'time' | 'day'

/**
 * Names a column among others: by day `YYYYMMDD` with zeros for what isn't said, by time the minute of an instant; else
 * the date as sent. Numbers, as fifty thousand of them are made in a row.
 */
export type ColumnKey = number | string

/** A column of a flowsheet: a moment, as precise as it was sent (D6). */
export type FlowsheetColumn = {
  readonly key: ColumnKey
  /** `schedule` is a Timing without a single date; `none` is no date at all. */
  readonly kind: 'year' | 'month' | 'day' | 'time' | 'schedule' | 'none'
  /** Orders columns by their start; undefined where there is no date. */
  readonly rank: number | undefined
}

const MINUTE = 60_000
const KINDS = ['year', 'month', 'day', 'time', 'schedule', 'none'] as const
const TO_THE_MINUTE = 'YYYY-MM-DDThh:mm'.length

/**
 * Names the column that a result belongs to (FHIR R4 Observation.effective[x], D6): a Period by its start, else its end.
 * A partial date ("2024-05") has a column of its own; by day, the day of an instant is the viewer's.
 */
export function columnKeyOf(effective: Effective, by: Granularity): ColumnKey {
  if (effective.kind === 'timing') return 'schedule'
  const date = dateOf(effective)
  if (date === undefined) return 'none'
  if (date.kind === 'instant') {
    if (by === 'time') return Math.floor(date.epochMs / MINUTE)
    const day = new Date(date.epochMs)
    return toNumber(day.getFullYear(), day.getMonth() + 1, day.getDate())
  }
  if (by === 'day') return toNumber(date.year, date.month ?? 0, date.day ?? 0)
  // A time without a zone is not the same moment as one with a zone.
  return date.text.slice(0, TO_THE_MINUTE)
}

/** Makes the column of a key. */
export function toColumn(key: ColumnKey, by: Granularity): FlowsheetColumn {
  if (key === 'schedule' || key === 'none') return { key, kind: key, rank: undefined }
  if (typeof key === 'number') {
    if (by === 'time') return { key, kind: 'time', rank: key * MINUTE }
    return { key, kind: key % 100 ? 'day' : key % 10_000 ? 'month' : 'year', rank: key }
  }
  const date = readFhirDate(key)
  const kind = date?.kind === 'calendar' ? date.precision : 'time'
  return { key, kind, rank: date && startOf(date) }
}

/** What a column is called; undefined where there is no date. Seconds, and by day the time, are left to the cells. */
export function dateOfColumn({ key, kind }: FlowsheetColumn): FhirDate | undefined {
  if (kind === 'schedule' || kind === 'none') return undefined
  if (typeof key === 'string') return readFhirDate(key)
  if (kind === 'time') {
    const epochMs = key * MINUTE
    return { kind: 'instant', text: new Date(epochMs).toISOString(), epochMs }
  }
  const digits = String(key).padStart(8, '0')
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
  return readFhirDate(parts.filter((part) => part !== '00').join('-'))
}

/** Columns in the order they are shown; those without a date are last in either (D6). */
export function sortColumns(
  columns: readonly FlowsheetColumn[],
  order: 'newest' | 'oldest',
): readonly FlowsheetColumn[] {
  const dated = columns.filter(({ rank }) => rank !== undefined).toSorted(compareColumns)
  const others = columns.filter(({ rank }) => rank === undefined).toSorted(compareColumns)
  return [...(order === 'newest' ? dated.toReversed() : dated), ...others]
}

/** Oldest first; a partial date before what begins with it. */
function compareColumns(a: FlowsheetColumn, b: FlowsheetColumn): number {
  return (
    (a.rank ?? 0) - (b.rank ?? 0) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    (String(a.key) < String(b.key) ? -1 : 1)
  )
}

function toNumber(year: number, month: number, day: number): number {
  return (year * 100 + month) * 100 + day
}
