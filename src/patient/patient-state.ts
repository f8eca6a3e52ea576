import type { FhirFailure } from '../fhir/fhir-error.ts'
import type { Patient } from './patient.ts'

/** What is known of the Patient resource of this session. */
export type PatientState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly patient: Patient }
  | { readonly kind: 'failed'; readonly failure: FhirFailure }
  /** The server answered with another patient's resource: nothing may be shown (PAT-01). */
  | { readonly kind: 'mismatch' }
