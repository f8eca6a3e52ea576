import { readAbsentExtension } from '../fhir/absent-reason.ts'
import { conceptText, readConcept } from '../fhir/coding.ts'
import type { FhirDate } from '../fhir/fhir-date.ts'
import { endOf, readFhirDate, startOf } from '../fhir/fhir-date.ts'
import type { JsonObject } from '../fhir/json.ts'
import { isPresent, present, toList, toObject } from '../fhir/json.ts'
import { readPeriod } from '../fhir/period.ts'
import { readText } from '../fhir/text.ts'
import { key, t } from '../language/t.ts'
import type { Effective } from './observation.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Said of a date that has not come yet. */
export const IN_FUTURE = key('the date lies in the future')

/**
 * Reads FHIR R4 Observation.effective[x] (D6). Never filled in from `issued`. A date that isn't one, or several
 * that contradict each other, is "not recorded" with what was sent as the reason.
 */
export function readEffective(observation: JsonObject): Effective {
  const types = ['DateTime', 'Instant', 'Period', 'Timing'].filter((type) =>
    isPresent(observation[`effective${type}`]),
  )
  const [type, second] = types
  if (type === undefined) {
    const reason =
      readAbsentExtension(observation._effectiveDateTime) ??
      readAbsentExtension(observation._effectiveInstant)
    return { kind: 'not-recorded', reason }
  }
  if (second !== undefined) return { kind: 'not-recorded', reason: t('several were sent') }
  const json = observation[`effective${type}`]
  if (type === 'Timing') return readTiming(json)
  if (type === 'Period') {
    const period = readPeriod(json)
    return period === undefined
      ? { kind: 'not-recorded', reason: readAbsentExtension(json) ?? t("the period can't be read") }
      : { kind: 'period', ...period }
  }
  const date = readFhirDate(json)
  const sent = readText(json)
  return date === undefined
    ? {
        kind: 'not-recorded',
        reason: sent
          ? t('sent as "{text}"', { text: sent })
          : t('sent as something else than a date'),
      }
    : { kind: 'at', date }
}

/** The date that places it in time: a Period by its start, else its end. Undefined when nothing places it. */
export function dateOf(effective: Effective): FhirDate | undefined {
  if (effective.kind === 'at') return effective.date
  return effective.kind === 'period' ? (effective.start ?? effective.end) : undefined
}

/** Epoch milliseconds by which it is sorted: the start of the implied interval (D6); undefined without a date. */
export function effectiveStart(effective: Effective): number | undefined {
  const date = dateOf(effective)
  return date && startOf(date)
}

/** The date at which it is drawn: a Period at its end, by when the value had come about (D6). */
export function effectivePoint(effective: Effective): FhirDate | undefined {
  return effective.kind === 'period' ? (effective.end ?? effective.start) : dateOf(effective)
}

/**
 * What is odd about the date, in words; undefined when nothing is (D6). `now` and `bornAt` are epoch milliseconds.
 *
 * Clocks and zones get their grace: ten minutes for an instant, as clocks differ; fourteen hours for a date or time
 * without a zone, which has begun somewhere by then; a day before birth, as a birth date has no zone. A year or month
 * lies before birth only when all of it does.
 */
export function dateWarning(
  effective: Effective,
  now: number,
  bornAt: number | undefined,
): string | undefined {
  const date = effectivePoint(effective)
  if (date === undefined) return undefined
  const grace = date.kind === 'instant' ? 10 * MINUTE : 14 * HOUR
  if (startOf(date) > now + grace) return t(IN_FUTURE)
  return bornAt !== undefined && endOf(date) <= bornAt - DAY
    ? t('the date lies before birth')
    : undefined
}

/** A Timing of nothing but one event says one date; anything else is a schedule, in words. */
function readTiming(json: unknown): Effective {
  const timing = toObject(json)
  const sent = toList(timing?.event)
  const date = readFhirDate(sent[0])
  const isSchedule = sent.length !== 1 || isPresent(timing?.code) || isPresent(timing?.repeat)
  if (date !== undefined && !isSchedule) return { kind: 'at', date }
  const events = sent.map(readText)
  const dates = present(events).join(', ')
  const text =
    conceptText(readConcept(timing?.code)) ?? (dates || t('several times, by a schedule'))
  return { kind: 'timing', text }
}
