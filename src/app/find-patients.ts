import { isFhirId } from '../fhir/fhir-id.ts'
import { failureOf, type FhirFailure } from '../fhir/fhir-error.ts'
import { readNextLink } from '../fhir/bundle.ts'
import { toMembers, toObject, type JsonObject } from '../fhir/json.ts'
import { isGrave, readOutcome, saysIncomplete } from '../fhir/operation-outcome.ts'
import type { Patient } from '../patient/patient.ts'
import { readPatient } from '../patient/read-patient.ts'
import type { FhirSearch } from '../smart/fhir-http.ts'
import type { PatientCriteria } from '../views/find-patient/patient-criteria.ts'

/** What a search for patients came to. */
export type FoundPatients =
  | {
      readonly kind: 'found'
      readonly patients: readonly Patient[]
      readonly hasMore: boolean
      /** Whether something in the answer can't be read, or the server says that it isn't all. */
      readonly isPartial: boolean
    }
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
  const form = new URLSearchParams({
    family: escapeValue(family),
    _count: String(mostPatients + 1),
  })
  if (birthDate !== '') form.set('birthdate', birthDate)
  if (recordNumber !== '') form.set('identifier', escapeValue(recordNumber))
  try {
    const bundle = toObject((await search('Patient', form)).body)
    if (bundle?.resourceType !== 'Bundle') return { kind: 'failed', failure: 'unreadable' }
    const entries = toMembers(bundle.entry).map(readEntry)
    const patients = entries.flatMap((entry) => (typeof entry === 'object' ? [entry] : []))
    return {
      kind: 'found',
      patients: patients.slice(0, mostPatients),
      hasMore: patients.length > mostPatients || readNextLink(bundle.link).kind !== 'none',
      isPartial: entries.includes('partial'),
    }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) }
  }
}

/** In a search these would mean something: a comma is "or", as in a name typed family first (FHIR R4 search §3.1.1.4). */
function escapeValue(text: string): string {
  return text.replace(/[\\,|$]/g, '\\$&')
}

/** The patient of an entry of the Bundle; `partial` where there may be one that can't be shown. */
function readEntry(entry: JsonObject | undefined): Patient | 'partial' | 'none' {
  const resource = toObject(entry?.resource)
  if (resource?.resourceType === 'OperationOutcome')
    return readOutcome(resource).some((issue) => isGrave(issue) || saysIncomplete(issue))
      ? 'partial'
      : 'none'
  // What came along with those found, and isn't one of them.
  if (toObject(entry?.search)?.mode === 'include') return 'none'
  const patient = readPatient(resource)
  return patient && isFhirId(patient.id) ? patient : 'partial'
}
