import type { JsonObject } from '../fhir/json.ts'
import { present, toObjects } from '../fhir/json.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { readMarks } from '../fhir/security-labels.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'

/** FHIR R4 Patient.link.type: `replaces` is left out, as it says that this record is the one to use. */
const LINKS = wordTable(`
  replaced-by: This record has been replaced by another record and must no longer be used
  refer: Another record is the main one for this patient
  seealso: There is another record of this patient
`)

/**
 * Reads what the reader must know before anything else: an inactive or replaced record, test data, restricted data,
 * modifiers this app doesn't know (FHIR R4 Patient.active, Patient.link, D8, D9).
 */
export function readWarnings(patient: JsonObject): string[] {
  const links = toObjects(patient.link)
  const elements = [
    patient,
    ...links,
    ...toObjects(patient.contact),
    ...toObjects(patient.communication),
  ]
  const warnings = [
    patient.active === false ? 'This record is marked as inactive' : undefined,
    ...links.map(({ type }) => wordsFor(LINKS, readText(type))),
    ...readMarks(patient).map((mark) =>
      mark === 'Test data' ? 'Test data, not a real patient' : mark,
    ),
    elements.some(hasModifiers)
      ? "This record contains information this app can't interpret; see the chart"
      : undefined,
  ]
  return [...new Set(present(warnings))]
}
