import { t } from '../language/t.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, present, toMembers, toObject } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { isPrivateIdentifier } from './identifiers.ts'
import type { LabelledText } from './patient.ts'
import { formatReference } from './reference.ts'
import { MODIFIED, UNREADABLE } from './use-and-period.ts'

/** FHIR R4 Patient.link.type in words. */
const LINKS = wordTable(`
  replaced-by: Replaced by record
  replaces: Replaces record
  refer: Main record
  seealso: Further record
`)

/**
 * Reads who cares for the patient and keeps the record (FHIR R4 Patient.generalPractitioner, managingOrganization): by
 * name where one is sent or contained. Nothing is fetched (D8).
 */
export function readCare(patient: JsonObject): LabelledText[] {
  const { generalPractitioner, managingOrganization, contained } = patient
  const practitioners = toMembers(generalPractitioner).map((one) =>
    one === undefined ? t(UNREADABLE) : formatReference(one, contained),
  )
  const organization = formatReference(managingOrganization, contained)
  return [
    ...present(practitioners).map((text) => ({ label: t('General practitioner'), text })),
    ...(organization === undefined
      ? []
      : [{ label: t('Managing organization'), text: organization }]),
  ]
}

/** Reads FHIR R4 Patient.link: which other record of the person there is, and what it is to this one. */
export function readLinks(patient: JsonObject): LabelledText[] {
  return toMembers(patient.link).map((link) => {
    if (link === undefined) return { label: t('Linked record'), text: t(UNREADABLE) }
    const label = wordsFor(LINKS, readText(link.type)) ?? t('Linked record')
    const other = formatOther(link.other, patient.contained) ?? t('not named')
    return { label, text: hasModifiers(link) ? t(MODIFIED) : other }
  })
}

/** Which record is meant; a number that is not shown of this patient isn't shown of another record either (D9). */
function formatOther(json: Json | undefined, contained: Json | undefined): string | undefined {
  const other = toObject(json)
  if (!other || !isPrivateIdentifier(other.identifier)) return formatReference(json, contained)
  const { identifier: _, ...named } = other
  const isNamed = isPresent(named.display) || isPresent(named.reference)
  return isNamed
    ? formatReference(named, contained)
    : t('named only by an identifier that is not shown here')
}
