import { key, t } from '../language/t.ts'
import { conceptText, readConcepts } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, present, toObject } from '../fhir/json.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { alikeFor, wordsFor, wordTable } from '../fhir/word-table.ts'
import { readAddresses } from './addresses.ts'
import { byOrder, readTelecom } from './contact-points.ts'
import { formatContactName } from './human-name.ts'
import type { LabelledText } from './patient.ts'
import { formatReference } from './reference.ts'
import { readAdministrativeGender } from './sex-and-gender.ts'
import {
  former,
  isFormer,
  MODIFIED,
  readLines,
  withoutValue,
  withPeriod,
} from './use-and-period.ts'

/** Relationship codes of v2 table 0131 in words. */
const RELATIONSHIPS = wordTable(`
  C: Emergency contact
  N: Next of kin
  E: Employer
  F: Federal agency
  I: Insurance company
  S: State agency
  U: Unknown
`)
const V2_0131 = /v2[-/]0131$/
const MEMBERS = ['name', 'telecom', 'address', 'gender', 'organization']

/**
 * Reads FHIR R4 Patient.contact: what they are to the patient, then name, organisation, gender, telecom and address,
 * each on a line of its own. Emergency contacts come first, those that are over last (D9).
 */
export function readContacts(
  json: Json | undefined,
  now: number,
  contained?: Json,
): LabelledText[] {
  const contacts = readLines(json, key('Contact'), (contact) => {
    const text = textOf(contact, now, contained)
    if (text === undefined) return []
    const { label, isEmergency } = readRelationship(contact)
    const isOver = isFormer(contact, now)
    const order = isEmergency ? 0 : 1
    return [{ label: isOver ? former(label) : label, text, order, isOver }]
  })
  return byOrder(contacts)
}

function textOf(contact: JsonObject, now: number, contained: Json | undefined): string | undefined {
  if (hasModifiers(contact)) return t(MODIFIED)
  const name = toObject(contact.name)
  const gender = readAdministrativeGender(contact.gender)
  const lines = present([
    name && formatContactName(name, now),
    formatReference(contact.organization, contained),
    gender === undefined ? undefined : `${t('Administrative gender')}: ${gender}`,
    ...[...readTelecom(contact.telecom, now), ...readAddresses(contact.address, now)].map(
      ({ label, text }) => `${label}: ${text}`,
    ),
  ])
  if (lines.length === 0) return withoutValue(contact, MEMBERS)
  const since = isPresent(contact.period) ? [withPeriod(t('As a contact'), contact)] : []
  return [...lines, ...since].join('\n')
}

/** What a contact is to the patient: the sender's words, and those of a known code where they say something else. */
function readRelationship(contact: JsonObject) {
  const said = readConcepts(contact.relationship).flatMap((concept) => {
    const codes = concept.codings
      .filter(({ system }) => V2_0131.test(system ?? ''))
      .map(({ code }) => code)
    const ours = codes.map((code) => ({
      words: wordsFor(RELATIONSHIPS, code),
      alike: alikeFor(RELATIONSHIPS, code),
    }))
    return [{ words: conceptText(concept, ours[0]?.words), alike: [] }, ...ours]
  })
  const seen = new Set<string>()
  const apart = said.flatMap(({ words, alike }) => {
    if (words === undefined) return []
    const all = [words, ...alike].map((one) => one.toLowerCase())
    const isNew = !all.some((one) => seen.has(one))
    for (const one of all) seen.add(one)
    return isNew ? [words] : []
  })
  // Servers' words are English, or there is a code beside them: `seen` has ours in English too.
  const isEmergency = [...seen].some((one) => one.includes('emergency'))
  return { label: apart.join(', ') || t('Contact'), isEmergency }
}
