import type { Observation, ReferenceRange } from './observation.ts'

/** One point of a trend. */
export type SeriesPoint = {
  readonly observationId: string
  /** Epoch milliseconds; a calendar date stands at its start in the viewer's zone, marked. */
  readonly at: number
  readonly isDateOnly: boolean
  /** The date in words, with its own precision. */
  readonly dateText: string
  /** In the unit of the line. */
  readonly value: number
  /** Whether it is exactly this, or lies somewhere below or above: "<5" is not 5 (D4). */
  readonly bound: 'exact' | 'below' | 'above'
  /** The value in words, digits and unit as sent. */
  readonly valueText: string
  /** Flags in words, else the app's own comparison, which says that it is; empty when nothing is known. */
  readonly flagText: string
  /**
   * Whether its flags, or else the app's own comparison, say that it is anything but normal; a flag that isn't known does
   * (D7).
   */
  readonly isFlagged: boolean
  /** The ranges it came with, in words as sent; empty when there were none. */
  readonly rangeText: string
  /** What else has to be known of it, in words: a status other than final, body site, a conversion (D3, D5, D8). */
  readonly remarks: readonly string[]
}

/** The laboratory's range over a stretch of a line: it may change from one result to the next (D7). */
export type RangeBand = {
  /** Epoch milliseconds of the first and the last point it came with. */
  readonly from: number
  readonly until: number
  /** Limits in the unit of the line; at least one is there. */
  readonly low: number | undefined
  readonly high: number | undefined
  /** As sent. */
  readonly range: ReferenceRange
  /** Whether it was sent in another unit than the line's. */
  readonly isConverted: boolean
}

/** One line of a trend: one analyte, by one method, in one unit. */
export type SeriesLine = {
  readonly key: string
  /** Tells units apart, whatever they are called: two lines with different ones never share an axis (D4). */
  readonly unitKey: string
  readonly name: string
  /** The unit in words; undefined when none was given. */
  readonly unit: string | undefined
  /** In ascending time. */
  readonly points: readonly SeriesPoint[]
  /** In ascending time; none over points that have no single normal numeric range (D7). */
  readonly bands: readonly RangeBand[]
}

/** A result that belongs to the series but is not a point, and why, in words. */
export type ExcludedPoint = {
  readonly observationId: string
  readonly dateText: string
  /** With its flags, where the laboratory gave any (D7). */
  readonly valueText: string
  readonly reason: string
}

/** Results of one test that may be drawn on one time axis. */
export type Series = {
  readonly id: string
  readonly name: string
  readonly lines: readonly SeriesLine[]
  readonly excluded: readonly ExcludedPoint[]
  /** Newest first. */
  readonly observations: readonly Observation[]
}
