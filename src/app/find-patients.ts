import { failureOf, type FhirFailure } from '../fhir/fhir-error.ts'
import { readNextLink } from '../fhir/bundle.ts'
import { toMembers, toObject } from '../fhir/json.ts'
import type { Patient } from '../patient/patient.ts'
import { readPatient } from '../patient/read-patient.ts'
import type { FhirSearch } from '../smart/fhir-http.ts'
import type { PatientCriteria } from '../views/find-patient/patient-criteria.ts'

/** What a search for patients came to. */
export type FoundPatients =
  | { readonly kind: 'found'; readonly patients: readonly Patient[]; readonly hasMore: boolean }
  | { readonly kind: 'failed'; readonly failure: FhirFailure }

/** So many are shown at most: who finds more has to say more of the person. */
export const mostPatients = 20

/**
 * Looks for patients by what is known of one (FHIR R4 Patient search: family, birthdate, identifier). What is typed goes
 * out as a form, so that it stands in no address (URL-04). Never rejects.
 */
export async function findPatients(
  { family, birthDate, recordNumber }: PatientCriteria,
  search: FhirSearch,
): Promise<FoundPatients> {
  const form = new URLSearchParams({ family, _count: String(mostPatients + 1) })
  if (birthDate !== '') form.set('birthdate', birthDate)
  // In a token search these would mean something (FHIR R4 search §3.1.1.4).
  if (recordNumber !== '') form.set('identifier', recordNumber.replace(/[\\,|$]/g, '\\$&'))
  try {
    const bundle = toObject((await search('Patient', form)).body)
    if (bundle?.resourceType !== 'Bundle') return { kind: 'failed', failure: 'unreadable' }
    const patients = toMembers(bundle.entry).flatMap((entry) => {
      const resource = toObject(entry?.resource)
      const patient = resource?.resourceType === 'Patient' ? readPatient(resource) : undefined
      return patient ? [patient] : []
    })
    return {
      kind: 'found',
      patients: patients.slice(0, mostPatients),
      hasMore: patients.length > mostPatients || readNextLink(bundle.link).kind !== 'none',
    }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) }
  }
}
