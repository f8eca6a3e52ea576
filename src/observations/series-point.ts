import { startOf, type FhirDate } from '../fhir/fhir-date.ts'
import { t } from '../language/t.ts'
import type { Observation } from './observation.ts'
import { remarksOf } from './remarks.ts'
import type { SeriesPoint } from './series.ts'
import type { Place, TrendPart } from './trend-parts.ts'
import { formatEffective, formatFlagList, formatObservationValue, formatRange } from './words.ts'

/** What a point is made of. */
type Sent = {
  readonly observation: Observation
  readonly part: TrendPart
  readonly place: Place
  readonly date: FhirDate
  /** The app's own comparison with the range, in words; empty when there is none (D7). */
  readonly ours: string
  /** Whether the trend is called otherwise, as where two codes are one test. */
  readonly isOtherName: boolean
}

/**
 * A point of a trend whose words are made when they are asked for: of 20,000 points a chart and a table show some
 * hundreds. A class, as accessors of an object of its own cost more than all the rest of a point.
 */
export class SentPoint implements SeriesPoint {
  readonly observationId: string
  readonly at: number
  readonly isDateOnly: boolean
  readonly value: number
  readonly bound: SeriesPoint['bound']
  readonly isFlagged: boolean
  private readonly sent: Sent

  constructor(sent: Sent) {
    const { observation, part, place, date, ours } = sent
    this.sent = sent
    this.observationId = observation.id
    this.at = startOf(date)
    this.isDateOnly = date.kind === 'calendar'
    this.value = place.quantity.amount.number
    this.bound = place.bound
    this.isFlagged = ours !== '' || part.flags.some(({ level }) => level !== 'normal')
  }

  get dateText(): string {
    return formatEffective(this.sent.observation.effective)
  }

  get valueText(): string {
    return formatObservationValue(this.sent.part.value)
  }

  get flagText(): string {
    return formatFlagList(this.sent.part.flags) || this.sent.ours
  }

  get rangeText(): string {
    return this.sent.part.ranges.map(formatRange).join('; ')
  }

  get remarks(): readonly string[] {
    const { observation, isOtherName } = this.sent
    return [
      ...(isOtherName ? [t('Sent as {name}', { name: observation.name })] : []),
      ...remarksOf(observation),
    ]
  }
}

/** A point at another value than was sent, which its remarks say; its words too are made when they are asked for. */
export class ConvertedPoint implements SeriesPoint {
  readonly observationId: string
  readonly at: number
  readonly isDateOnly: boolean
  readonly value: number
  readonly bound: SeriesPoint['bound']
  readonly isFlagged: boolean
  private readonly point: SeriesPoint
  private readonly drawnAs: () => string

  constructor(point: SeriesPoint, value: number, drawnAs: () => string) {
    this.point = point
    this.drawnAs = drawnAs
    this.observationId = point.observationId
    this.at = point.at
    this.isDateOnly = point.isDateOnly
    this.value = value
    this.bound = point.bound
    this.isFlagged = point.isFlagged
  }

  get dateText(): string {
    return this.point.dateText
  }

  get valueText(): string {
    return this.point.valueText
  }

  get flagText(): string {
    return this.point.flagText
  }

  get rangeText(): string {
    return this.point.rangeText
  }

  get remarks(): readonly string[] {
    return [...this.point.remarks, t('Drawn as {value}', { value: this.drawnAs() })]
  }
}
