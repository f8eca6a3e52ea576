import type { Observation, ReferenceRange } from './observation.ts'

/** One point of a trend. Only exact numbers of one unit are points; "<5" is not (D4). */
export type SeriesPoint = {
  readonly observationId: string
  /** Epoch milliseconds; a calendar date stands at its start in the viewer's zone, marked. */
  readonly at: number
  readonly isDateOnly: boolean
  /** The date in words, with its own precision. */
  readonly dateText: string
  readonly value: number
  /** The value in words, digits as sent, with unit. */
  readonly valueText: string
  /** Flags in words; empty when nobody said. */
  readonly flagText: string
  /** What else has to be known of it, in words: a status other than final, body site, method, notes (D3, D5, D8). */
  readonly remarks: readonly string[]
}

/** One line of a trend: one analyte in one unit. */
export type SeriesLine = {
  readonly key: string
  /** Tells units apart, whatever they are called: two lines with different ones never share an axis (D4). */
  readonly unitKey: string
  readonly name: string
  /** The unit in words; undefined when none was given. */
  readonly unit: string | undefined
  readonly points: readonly SeriesPoint[]
  /** The laboratory's range, when exactly one normal numeric range in this unit holds for every point (D7). */
  readonly range: ReferenceRange | undefined
}

/** A result that belongs to the series but is not a point, and why, in words. */
export type ExcludedPoint = {
  readonly observationId: string
  readonly dateText: string
  readonly valueText: string
  readonly reason: string
}

/** Results of one test that may be drawn on one time axis. */
export type Series = {
  readonly id: string
  readonly name: string
  readonly lines: readonly SeriesLine[]
  readonly excluded: readonly ExcludedPoint[]
  readonly observations: readonly Observation[]
}
