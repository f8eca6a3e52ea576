import { startOfUtcDay } from '../fhir/fhir-date.ts'
import type { AgeBounds, Quantity } from './observation.ts'
import type { DaySpan, Person } from './person.ts'

/** Whether a range holds for someone; `unclear` unless one of the others is certain. */
export type Fit = 'yes' | 'no' | 'unclear'

const DAY = 24 * 60 * 60 * 1000
/** UCUM units of age, with their days, by which limits the wrong way round are found; no age is told by them. */
const DAYS_OF = { a: 365.25, mo: 365.25 / 12, wk: 7, d: 1 } as const

type Bound = { readonly count: number; readonly unit: keyof typeof DAYS_OF }

/**
 * Whether someone is of the age of a range (FHIR R4 Observation.referenceRange.age, inclusive), on every day that
 * birth and result may have been. Years and months go by the calendar.
 *
 * An upper limit of 17 years means the 17th birthday to FHIR (R4 Range: 17.5 isn't within), but the day before the
 * 18th to many laboratories: between them it is `unclear`. So is anything but whole numbers of the UCUM units a, mo, wk
 * and d.
 */
export function fitsAge(bounds: AgeBounds | undefined, age: Person['age']): Fit {
  if (bounds === undefined) return 'yes'
  if (bounds.kind === 'not-readable' || age === undefined) return 'unclear'
  const [low, high] = [readBound(bounds.low), readBound(bounds.high)]
  if (low === 'not-readable' || high === 'not-readable') return 'unclear'
  if (low !== undefined && high !== undefined && inDays(low) > inDays(high)) return 'unclear'
  return allFit([
    low === undefined ? 'yes' : fitsLow(low, age),
    high === undefined ? 'yes' : fitsHigh(high, age),
  ])
}

/** The fit of several conditions that all have to hold. */
export function allFit(fits: readonly Fit[]): Fit {
  if (fits.includes('no')) return 'no'
  return fits.includes('unclear') ? 'unclear' : 'yes'
}

function fitsLow(low: Bound, { born, at }: NonNullable<Person['age']>): Fit {
  // No result is older than the person, even where its day may be the one before birth by its zone.
  if (low.count === 0) return 'yes'
  const reached = whenReached(born, low)
  if (at.first >= reached.last) return 'yes'
  return at.last < reached.first ? 'no' : 'unclear'
}

function fitsHigh(high: Bound, { born, at }: NonNullable<Person['age']>): Fit {
  if (at.last <= whenReached(born, high).first) return 'yes'
  const passed = whenReached(born, { ...high, count: high.count + 1 })
  return at.first >= passed.last ? 'no' : 'unclear'
}

/** The days on one of which someone is `count` units old for the first time. */
function whenReached({ first, last }: DaySpan, { count, unit }: Bound): DaySpan {
  if (unit === 'd' || unit === 'wk') {
    const days = count * DAYS_OF[unit]
    return { first: first + days, last: last + days }
  }
  const months = unit === 'a' ? 12 * count : count
  return { first: addMonths(first, months).first, last: addMonths(last, months).last }
}

/**
 * Where the month has no such day, as a year after February 29, its last day or the one after: customs differ. NaN past
 * the end of the calendar, which no day is before or after.
 */
function addMonths(day: number, months: number): DaySpan {
  const from = new Date(day * DAY)
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + 1 + months]
  const startOfNext = startOfUtcDay(year, month + 1, 1) / DAY
  const same = startOfUtcDay(year, month, from.getUTCDate()) / DAY
  return same < startOfNext
    ? { first: same, last: same }
    : { first: startOfNext - 1, last: startOfNext }
}

function readBound(quantity: Quantity | undefined): Bound | 'not-readable' | undefined {
  if (quantity === undefined) return undefined
  const { amount, comparator, ucum } = quantity
  const isWhole = /^\d+(\.0+)?$/.test(amount.text)
  const isUnit = ucum === 'a' || ucum === 'mo' || ucum === 'wk' || ucum === 'd'
  return isWhole && isUnit && comparator === undefined
    ? { count: amount.number, unit: ucum }
    : 'not-readable'
}

function inDays({ count, unit }: Bound): number {
  return count * DAYS_OF[unit]
}
