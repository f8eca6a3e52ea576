import { t } from '../language/t.ts'
import type { FhirDate } from './fhir-date.ts'
import { formatFhirDate, readFhirDate } from './fhir-date.ts'
import { isPresent, toObject } from './json.ts'

/** FHIR R4 Period; either end may be open. */
export type Period = {
  readonly start: FhirDate | undefined
  readonly end: FhirDate | undefined
}

/**
 * Reads a FHIR R4 Period. Undefined when it has neither end, or when an end was sent that is no date: half of it
 * would say something else.
 */
export function readPeriod(json: unknown): Period | undefined {
  const period = toObject(json)
  if (period === undefined) return undefined
  const start = readFhirDate(period.start)
  const end = readFhirDate(period.end)
  const isBroken =
    (isPresent(period.start) && start === undefined) || (isPresent(period.end) && end === undefined)
  return isBroken || (start === undefined && end === undefined) ? undefined : { start, end }
}

/** A Period in words: "May 1, 2025 – May 2, 2025", "from …", "until …". */
export function formatPeriod({ start, end }: Period, locale?: string): string {
  const from = start && formatFhirDate(start, locale)
  const to = end && formatFhirDate(end, locale)
  if (from === undefined)
    return to === undefined ? t('period without dates') : t('until {date}', { date: to })
  if (to === undefined) return t('from {date}', { date: from })
  return from === to ? from : `${from} – ${to}`
}
