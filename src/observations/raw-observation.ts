import type { FhirFailure } from '../fhir/fhir-error.ts'
import type { ObservationMore } from './read-more.ts'
import type { ObservationReading } from './read-observation.ts'

/** One Observation as the server sends it now, or why it can't be shown. */
export type RawObservation =
  /** Indented JSON, to be shown as text alone, and what it says beside what a row keeps. */
  | {
      readonly kind: 'read'
      readonly text: string
      readonly more: ObservationMore
      /** What it says as a result: perhaps something else than what was loaded. */
      readonly reading: ObservationReading
    }
  /** The sign-in allows to search Observations, but not to read one. */
  | { readonly kind: 'not-granted' }
  /** The answer isn't this Observation of this patient: nothing of it is shown (PAT-02). */
  | { readonly kind: 'other' }
  | { readonly kind: 'failed'; readonly failure: FhirFailure }

/** Reads an Observation again by its id. Never rejects. */
export type ReadRaw = (id: string) => Promise<RawObservation>
