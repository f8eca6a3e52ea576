import type { FhirDate } from '../fhir/fhir-date.ts'
import { dateOf } from './effective.ts'
import type { Observation } from './observation.ts'

/** The oldest and the newest date of results, each as precise as it was sent. */
export type DateSpan = { readonly oldest: FhirDate; readonly newest: FhirDate }

/** Gives the span of results that are in order, newest first, those without a date last; undefined without any date. */
export function spanOf(observations: readonly Observation[]): DateSpan | undefined {
  const [first] = observations
  const last = observations.findLast(({ effective }) => dateOf(effective) !== undefined)
  const newest = first && dateOf(first.effective)
  const oldest = last && dateOf(last.effective)
  return newest && oldest && { oldest, newest }
}
