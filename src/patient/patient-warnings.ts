import { t } from '../language/t.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, present, toBoolean, toList, toMembers, toObjects } from '../fhir/json.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { readMarks, testMark } from '../fhir/security-labels.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'

/** FHIR R4 Patient.link.type, apart from `replaces`, which says that this record is the one to use. */
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
  const links = toMembers(patient.link)
  const elements = [
    patient,
    ...present(links),
    ...toObjects(toList(patient.contact)),
    ...toObjects(toList(patient.communication)),
  ]
  const warnings = [
    toBoolean(patient.active) === false ? t('This record is marked as inactive') : undefined,
    isOdd(patient.active) ? t("Whether this record is still in use can't be read") : undefined,
    isOdd(patient.deceasedBoolean) ? t("Whether this person has died can't be read") : undefined,
    isPresent(patient._deceasedDateTime) && !isPresent(patient.deceasedDateTime)
      ? t("This person may have died: the record has a date of death that isn't given")
      : undefined,
    ...links.map((link) => formatLink(readText(link?.type))),
    ...readMarks(patient).map((mark) =>
      mark === testMark() ? t('Test data, not a real patient') : mark,
    ),
    elements.some(hasModifiers)
      ? t("This record contains information this app can't interpret; see the chart")
      : undefined,
  ]
  return [...new Set(present(warnings))]
}

function formatLink(type: string | undefined): string | undefined {
  return type === 'replaces'
    ? undefined
    : (wordsFor(LINKS, type) ??
        t("This record is linked to another one in a way this app can't read"))
}

/** Whether something stands where a boolean belongs and isn't one. */
function isOdd(json: Json | undefined): boolean {
  return isPresent(json) && toBoolean(json) === undefined
}
