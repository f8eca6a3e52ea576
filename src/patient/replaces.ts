import { toMembers, toObject, toText } from '../fhir/json.ts'
import { referenceTo } from '../fhir/subject.ts'

/**
 * Whether a Patient says that it stands in place of the one with this id (FHIR R4 Patient.link, type `replaces`; PAT-01).
 * Takes JSON of any shape and never throws.
 */
export function replaces(resource: unknown, patientId: string, fhirBase: string): boolean {
  return toMembers(toObject(resource)?.['link']).some(
    (link) =>
      toText(link?.['type']) === 'replaces' &&
      referenceTo(link?.['other'], patientId, fhirBase) === 'same',
  )
}
