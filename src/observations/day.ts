import { readFhirDate, startOf, type FhirDate } from '../fhir/fhir-date.ts'

/** The calendar day of a time: the viewer's for a moment, as written for a time without a zone (D6). A date stays. */
export function toDay(date: FhirDate): FhirDate {
  if (date.kind === 'calendar') return date
  return readFhirDate(dayText(startOf(date))) ?? date
}

/** The viewer's day of a moment (epoch milliseconds), as `YYYY-MM-DD`. */
export function dayText(at: number): string {
  const day = new Date(at)
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
  const [year = '', ...rest] = parts.map((part) => String(part).padStart(2, '0'))
  return [year.padStart(4, '0'), ...rest].join('-')
}
