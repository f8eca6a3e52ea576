import { startOf, readFhirDate } from './fhir-date.ts'
import { toObject, type JsonObject } from './json.ts'

/** A span of days, `YYYY-MM-DD`, from the first on and before the second; one that is missing is no bound. */
export type DateWindow = { readonly from: string | undefined; readonly before: string | undefined }

const dayMs = 86_400_000
const most = 6

/**
 * Divides time into windows that should hold about as many results each, by the dates of a first page and how many
 * results there are. Together they cover all of time, so that only a result without a date lies in none of them.
 * Empty where it isn't worth it: all of it fits on two pages, or the dates tell nothing.
 *
 * @param dates epoch milliseconds of the page's results, in the order they came
 * @param total results in all
 */
export function planWindows(dates: readonly number[], total: number): readonly DateWindow[] {
  const { length } = dates
  if (length < 10 || total <= 2 * length) return []
  const count = Math.min(most, Math.ceil(total / length))
  const days = toBounds(dates, total, count).map(toDay)
  const bounds = [...new Set(days)].sort()
  if (bounds.length === 0) return []
  return [undefined, ...bounds].map((from, index) => ({ from, before: bounds[index] }))
}

/** Where one window ends and the next begins. */
function toBounds(dates: readonly number[], total: number, count: number): number[] {
  const sorted = dates.toSorted((a, b) => a - b)
  const [first = 0] = sorted
  const last = sorted.at(-1) ?? first
  const parts = Array.from({ length: count - 1 }, (_, index) => (index + 1) / count)
  // In order, a page is one end of the record: as much time for as many results lies beyond it.
  const span = ((last - first) * total) / dates.length
  if (isInOrder(dates, (a, b) => a >= b)) return parts.map((part) => last - span * part)
  if (isInOrder(dates, (a, b) => a <= b)) return parts.map((part) => first + span * part)
  return parts.map((part) => sorted[Math.floor(part * sorted.length)] ?? last)
}

function isInOrder(dates: readonly number[], fits: (a: number, b: number) => boolean): boolean {
  return dates.every((date, index) => index === 0 || fits(dates[index - 1] ?? date, date))
}

function toDay(epochMs: number): string {
  const inRange = Math.min(Math.max(epochMs, Date.UTC(1900, 0, 1)), Date.UTC(2100, 0, 1))
  return new Date(Math.floor(inRange / dayMs) * dayMs).toISOString().slice(0, 10)
}

/** When an Observation holds, epoch milliseconds, for guessing only: FHIR R4 Observation.effective[x]. */
export function guessTime(observation: JsonObject): number | undefined {
  const period = toObject(observation.effectivePeriod)
  const date = readFhirDate(
    observation.effectiveDateTime ?? observation.effectiveInstant ?? period?.end ?? period?.start,
  )
  return date && startOf(date)
}
