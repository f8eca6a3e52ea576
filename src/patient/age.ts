import { t, tn } from '../language/t.ts'
import type { FhirDate } from '../fhir/fhir-date.ts'
import { formatFhirDate, readFhirDate, startOfUtcDay } from '../fhir/fhir-date.ts'
import type { Patient } from './patient.ts'
import { notGiven } from './use-and-period.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * The age in words on `today`'s calendar day in the viewer's zone: days up to four weeks, weeks up to three months,
 * months up to two years, then years, so that an infant isn't "0 years" (D9). Undefined unless the whole birth date is
 * known, for the deceased, and for a birth date in the future. Past 120 years the birth date is more likely wrong.
 */
export function formatAge(patient: Patient, today: Date): string | undefined {
  if (patient.deceased.kind === 'yes') return undefined
  return ageOn(patient.birthDate, {
    year: today.getFullYear(),
    month: today.getMonth() + 1,
    day: today.getDate(),
  })
}

/**
 * The age at death in words. Undefined unless both dates are whole; for a time of death, unless the day as written and
 * the day in the viewer's zone give the same age (D6, D9).
 */
export function formatAgeAtDeath({ birthDate, deceased }: Patient): string | undefined {
  const date = deceased.kind === 'yes' ? deceased.date : undefined
  if (date === undefined) return undefined
  const written = readFhirDate(date.text.slice(0, 10))
  const age = written?.kind === 'calendar' ? ageOn(birthDate, written) : undefined
  if (date.kind !== 'instant') return age
  const local = new Date(date.epochMs)
  const seen = { year: local.getFullYear(), month: local.getMonth() + 1, day: local.getDate() }
  return ageOn(birthDate, seen) === age ? age : undefined
}

/** A day of the calendar; months from 1. */
type Day = {
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
}

function ageOn(born: FhirDate | undefined, on: Day): string | undefined {
  if (born?.kind !== 'calendar' || born.month === undefined || born.day === undefined) {
    return undefined
  }
  const { year, month, day } = on
  if (month === undefined || day === undefined) return undefined
  const days =
    (startOfUtcDay(year, month, day) - startOfUtcDay(born.year, born.month, born.day)) / DAY
  if (days < 0) return undefined
  const months = (year - born.year) * 12 + month - born.month - (day < born.day ? 1 : 0)
  if (days < 28) return tn(days, '{n} day', '{n} days')
  if (months < 3) return tn(Math.floor(days / 7), '{n} week', '{n} weeks')
  if (months < 24) return tn(months, '{n} month', '{n} months')
  const years = Math.floor(months / 12)
  return years > 120
    ? t('{years} years (check the birth date)', { years: String(years) })
    : tn(years, '{n} year', '{n} years')
}

/** The birth date in words, no more precise than sent, or that it isn't given and why (D6, D9). */
export function formatBirthDate(patient: Patient, locale?: string): string {
  if (patient.birthDate !== undefined) return formatFhirDate(patient.birthDate, locale)
  const reason = patient.birthDateAbsent
  return reason === undefined ? t('not given') : notGiven(reason)
}
