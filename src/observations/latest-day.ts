import { endOf, startOf, type FhirDate } from '../fhir/fhir-date.ts'
import type { Clock } from './counted.ts'
import { isCounted, isFrame, isInTime } from './counted.ts'
import { dayText, toDay } from './day.ts'
import { dateOf } from './effective.ts'
import { narrow } from './narrow-results.ts'
import { newestOfEach } from './newest-of-each.ts'
import type { Observation } from './observation.ts'

/** The most recent day with results of a category. */
export type LatestDay = {
  /** A day; a month or a year where nothing more is known of when it was. */
  readonly date: FhirDate
  /** Its first and last day as `YYYY-MM-DD` in the viewer's zone. */
  readonly from: string
  readonly to: string
  /** How many results of the category `narrow` finds in these days. */
  readonly count: number
  /**
   * The latest result of each test on the day, newest first, as `newestOfEach` has it; without panels that only hold
   * others together, unless there is nothing else.
   */
  readonly results: readonly Observation[]
}

/**
 * Gives the most recent day with results of a category, from results that come newest first; undefined when none has a
 * date that may be (D3, D6).
 */
export function latestDayOf(
  observations: readonly Observation[],
  category: string,
  clock: Clock,
): LatestDay | undefined {
  const own = observations.filter(({ categories }) => categories.includes(category))
  const first = own.find((one) => isCounted(one) && isInTime(one, clock))
  const start = first && dateOf(first.effective)
  if (start === undefined) return undefined
  const date = toDay(start)
  // Before the year 1 no day can be written.
  if (date.kind !== 'calendar') return undefined
  const [begin, end] = [startOf(date), endOf(date)]
  const [from, to] = [dayText(begin), dayText(end - 1)]
  // The list is sorted: what began before the day lies in it only if it is a stretch of time.
  const rest = own.findIndex(({ effective }) => {
    const other = dateOf(effective)
    return other === undefined || startOf(other) < begin
  })
  const near = rest < 0 ? own : own.slice(0, rest)
  const wide = rest < 0 ? [] : own.slice(rest).filter(isStretch)
  const found = narrow([...near, ...wide], { category, from, to })
  const counted = found.filter((one) => isCounted(one) && isInTime(one, clock))
  const said = counted.filter((one) => !isFrame(one))
  // Where none of its members was received, the panel is all that there is of the day.
  const results = newestOfEach(said.length > 0 ? said : counted)
  return { date, from, to, count: found.length, results }
}

function isStretch({ effective }: Observation): boolean {
  return (
    effective.kind === 'period' ||
    (effective.kind === 'at' &&
      effective.date.kind === 'calendar' &&
      effective.date.precision !== 'day')
  )
}
