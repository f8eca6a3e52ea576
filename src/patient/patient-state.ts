import type { FhirFailure } from '../fhir/fhir-error.ts'
import type { Patient } from './patient.ts'

/** What is known of the Patient resource of this session. */
export type PatientState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly patient: Patient }
  /** The sign-in doesn't allow to read it, so it wasn't asked for (SCOPE-01). */
  | { readonly kind: 'not-granted' }
  | { readonly kind: 'failed'; readonly failure: FhirFailure }
  /**
   * The server points to another record in place of this one, by a redirect or by a record that says it replaces this
   * one: nothing may be shown, since which of the two the chart means is not ours to decide (PAT-01, F-R22).
   */
  | { readonly kind: 'merged' }
  /** The server answered with another patient's resource: nothing may be shown (PAT-01). */
  | { readonly kind: 'mismatch' }

/** Whether the Patient could not be read because the sign-in had ended. */
export function isSignedOut(patient: PatientState): boolean {
  return patient.kind === 'failed' && patient.failure === 'signed-out'
}
