import { conceptText, readConcept } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { present, toObject } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import type { LabelledText } from './patient.ts'
import { distinct, former, isFormer, readLines, withPeriod } from './use-and-period.ts'

const RECORD_NUMBER = 'Medical record number'

/** Identifier types of v2 table 0203 in words. */
const TYPES = wordTable(`
  MR: Medical record number
  PI: Internal patient number
  PT: External patient number
  AN: Account number
  MB: Member number
  MC: Medicare number
  MA: Medicaid number
  JHN: Health number
  NI: National identifier
  SS: Social security number
  SB: Social security number
  DL: Driving licence number
  PPN: Passport number
`)
/** Numbers that open doors elsewhere; only their end is shown. */
const SENSITIVE = ['SS', 'SB', 'DL', 'PPN']
/** Login names (Epic MYCHARTLOGIN, WPRINTERNAL) and resource ids that a person is never asked for. */
const HIDDEN = /login|user ?name|^wpr|^fhir\b/i

/**
 * Reads FHIR R4 Patient.identifier by type, medical record numbers first, with padding trimmed and the organisation
 * that gave it (D9). Login identifiers are left out, and so are those that say neither type nor use; numbers that
 * identify a person everywhere are reduced to their last four characters.
 */
export function readIdentifiers(json: Json | undefined, now: number): LabelledText[] {
  const identifiers = readLines(json, 'Identifier', (one) => present([readIdentifier(one, now)]))
  return distinct([
    ...identifiers.filter(({ label }) => label === RECORD_NUMBER),
    ...identifiers.filter(({ label }) => label !== RECORD_NUMBER),
  ])
}

function readIdentifier(identifier: JsonObject, now: number): LabelledText | undefined {
  const type = readConcept(identifier.type)
  const value = readText(identifier.value)
  const names = [type.text, ...type.codings.flatMap(({ code, display }) => [code, display])]
  const isHidden = names.some((name) => name !== undefined && HIDDEN.test(name))
  const codes = type.codings.filter(({ system }) => system?.endsWith('0203') === true)
  const [typeName] = present(codes.map(({ code }) => wordsFor(TYPES, code)))
  const isOfUse = identifier.use === 'usual' || identifier.use === 'official'
  const label = typeName ?? conceptText(type) ?? (isOfUse ? 'Identifier' : undefined)
  if (value === undefined || label === undefined || isHidden) return undefined
  // Whatever the system: better one number too short than one too many in full.
  const isSensitive =
    type.codings.some(({ code }) => SENSITIVE.includes(code ?? '')) ||
    names.some((name) => /\bssn\b|social security/i.test(name ?? '')) ||
    readText(identifier.system)?.endsWith('us-ssn') === true
  const assigner = readText(toObject(identifier.assigner)?.display)
  const text = isSensitive ? `ends in ${value.slice(-4)}` : value
  return {
    label: isFormer(identifier, now) ? former(label) : label,
    text: withPeriod(assigner === undefined ? text : `${text}, ${assigner}`, identifier),
  }
}
