import type { FhirDate } from '../fhir/fhir-date.ts'
import { startOfUtcDay } from '../fhir/fhir-date.ts'
import type { Effective } from './observation.ts'

/** Calendar days as whole days since January 1, 1970; the day meant is one from `first` to `last`. */
export type DaySpan = { readonly first: number; readonly last: number }

/** What decides whether a range holds for someone; undefined is what isn't known for certain. */
export type Person = {
  /** Of the administrative gender, only where that is male or female. */
  readonly sex: 'male' | 'female' | undefined
  /** The days of birth and of the result, from which any age follows. */
  readonly age: { readonly born: DaySpan; readonly at: DaySpan } | undefined
}

/** Who results are of, as far as ranges ask; what isn't known for certain is undefined. */
export type RangePerson = {
  readonly sex?: Person['sex']
  readonly birthDate?: FhirDate | undefined
}

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** Past this age a birth date is more likely wrong (D9). */
const OLDEST = 120 * 366

/**
 * Says who someone was at the time of a result (FHIR R4 Observation.referenceRange.appliesTo, .age). Takes the code of
 * `Patient.gender` as sent, of which only "male" and "female" count. Where the record says something else of their sex in an
 * extension, pass undefined: then no range for a sex is taken to hold.
 *
 * Dates keep their uncertainty (D6): a year alone is any of its days, a moment is each day that it is anywhere on
 * earth, a Period all of its days. The age isn't known when a Period is open, when all days of the result lie before
 * birth, or past 120 years.
 */
export function personOf(
  gender: string | undefined,
  birthDate: FhirDate | undefined,
  effective: Effective,
): Person {
  return new PersonThen(
    gender === 'male' || gender === 'female' ? gender : undefined,
    birthDate,
    effective,
  )
}

/** Reckons the age when a range asks for it, as most don't, and there is one of these for each point of a trend. */
class PersonThen implements Person {
  readonly sex: Person['sex']
  private readonly birthDate: FhirDate | undefined
  private readonly effective: Effective

  constructor(sex: Person['sex'], birthDate: FhirDate | undefined, effective: Effective) {
    this.sex = sex
    this.birthDate = birthDate
    this.effective = effective
  }

  get age(): Person['age'] {
    const born = this.birthDate && daysOf(this.birthDate)
    const at = daysOfEffective(this.effective)
    const isPlausible =
      born !== undefined &&
      at !== undefined &&
      at.last >= born.first &&
      at.first - born.last <= OLDEST
    return isPlausible ? { born, at } : undefined
  }
}

function daysOfEffective(effective: Effective): DaySpan | undefined {
  if (effective.kind === 'at') return daysOf(effective.date)
  if (effective.kind !== 'period') return undefined
  const { start, end } = effective
  if (start === undefined || end === undefined) return undefined
  const [{ first }, { last }] = [daysOf(start), daysOf(end)]
  return first <= last ? { first, last } : undefined
}

/**
 * The calendar days a date may mean. Not by `startOf` and `endOf`: those are of the viewer's zone, which isn't where
 * the result or the birth was.
 */
function daysOf(date: FhirDate): DaySpan {
  if (date.kind === 'instant') {
    // Zones reach from 12 hours behind UTC to 14 hours ahead of it.
    return { first: dayOf(date.epochMs - 12 * HOUR), last: dayOf(date.epochMs + 14 * HOUR) }
  }
  const { year, month, day } = date
  const first = dayOf(startOfUtcDay(year, month ?? 1, day ?? 1))
  if (day !== undefined) return { first, last: first }
  const next =
    month === undefined ? startOfUtcDay(year + 1, 1, 1) : startOfUtcDay(year, month + 1, 1)
  return { first, last: dayOf(next) - 1 }
}

function dayOf(epochMs: number): number {
  return Math.floor(epochMs / DAY)
}
