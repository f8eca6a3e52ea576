import { conceptText, readConcepts } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { present, toList, toObject } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import { formatName } from './human-name.ts'
import type { LabelledText } from './patient.ts'
import { distinct, former, isFormer, readLines, withPeriod } from './use-and-period.ts'

const SYSTEMS = wordTable(`
  phone: Phone
  fax: Fax
  email: Email
  pager: Pager
  url: Web address
  sms: Text message
`)

const ADDRESS_USES = wordTable(`
  home: Home address
  work: Work address
  temp: Temporary address
  billing: Billing address
`)

/** Relationship codes that come without a display: v2 table 0131. */
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

/** Reads FHIR R4 Patient.telecom with use and period: "Phone (mobile)"; entries without a value say nothing. */
export function readTelecom(json: Json | undefined, now: number): LabelledText[] {
  const points = readLines(json, 'Contact', (point) => {
    const value = readText(point.value)
    if (value === undefined) return []
    const system = wordsFor(SYSTEMS, readText(point.system)) ?? 'Contact'
    const use = point.use === 'old' ? undefined : readText(point.use)
    const label = use === undefined ? system : `${system} (${use})`
    return [{ label: isFormer(point, now) ? former(label) : label, text: withPeriod(value, point) }]
  })
  return distinct(points)
}

/** Reads FHIR R4 Patient.address with use and period, as text or joined from its parts. */
export function readAddresses(json: Json | undefined, now: number): LabelledText[] {
  const addresses = readLines(json, 'Address', (address) => {
    const text = formatAddress(address)
    const label = wordsFor(ADDRESS_USES, readText(address.use)) ?? 'Address'
    return text === undefined
      ? []
      : [{ label: isFormer(address, now) ? former(label) : label, text: withPeriod(text, address) }]
  })
  return distinct(addresses)
}

/** Reads FHIR R4 Patient.contact: what they are to the patient, and name, organisation, telecom, address in a line. */
export function readContacts(json: Json | undefined, now: number): LabelledText[] {
  return readLines(json, 'Contact', (contact) => {
    const name = toObject(contact.name)
    const address = toObject(contact.address)
    const parts = present([
      name && formatName(name),
      readText(toObject(contact.organization)?.display),
      ...readTelecom(contact.telecom, now).map(({ label, text }) => `${label}: ${text}`),
      address && formatAddress(address),
    ])
    if (parts.length === 0) return []
    const label = readRelationship(contact)
    return [
      {
        label: isFormer(contact, now) ? former(label) : label,
        text: withPeriod(parts.join(', '), contact),
      },
    ]
  })
}

function readRelationship(contact: JsonObject): string {
  const words = readConcepts(contact.relationship).map((concept) => {
    const known = concept.codings.filter(({ system }) => V2_0131.test(system ?? ''))
    return conceptText(concept, wordsFor(RELATIONSHIPS, known[0]?.code))
  })
  return [...new Set(present(words))].join(', ') || 'Contact'
}

function formatAddress(address: JsonObject): string | undefined {
  const { line, city, district, state, postalCode, country } = address
  const parts = [...toList(line), city, district, state, postalCode, country].map(readText)
  return readText(address.text) ?? readText(present(parts).join(', '))
}
