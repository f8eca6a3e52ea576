import { clinician, toDisplayName } from './fhir-store.ts'
import type { FhirStore } from './fhir-store.ts'
import type { SignInKind } from './profile.ts'

/** Someone who can sign in: account id, name, and the resource that stands for them (`Practitioner/dr-grey`). */
export type Account = { readonly id: string; readonly name: string; readonly fhirUser: string }

/** The account id of a kind of person for a patient's record. */
export function toAccountId(kind: SignInKind, patientId: string): string {
  switch (kind) {
    case 'clinician':
      return 'dr-grey'
    case 'patient':
      return `patient-${patientId}`
    case 'proxy':
      return `parent-of-${patientId}`
  }
}

/** Finds an account by its id, or gives undefined. */
export function findAccount(store: FhirStore, id: string): Account | undefined {
  if (id === 'dr-grey') {
    return { id, name: toDisplayName(clinician.name), fhirUser: 'Practitioner/dr-grey' }
  }
  const [, patientId] = /^patient-(.+)$/.exec(id) ?? []
  if (patientId !== undefined) {
    const patient = store.readPatient(patientId)
    return patient && { id, name: toDisplayName(patient.name), fhirUser: `Patient/${patientId}` }
  }
  const parent = store.read('RelatedPerson', id)
  if (parent?.resourceType !== 'RelatedPerson') return undefined
  return { id, name: toDisplayName(parent.name), fhirUser: `RelatedPerson/${id}` }
}
