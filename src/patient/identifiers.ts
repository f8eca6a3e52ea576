import { key, t, tn } from '../language/t.ts'
import type { Concept } from '../fhir/coding.ts'
import { conceptText, readConcept } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { present, toList, toMembers, toObject, toObjects } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import type { LabelledText } from './patient.ts'
import { formatReference } from './reference.ts'
import {
  distinct,
  former,
  isFormer,
  NO_VALUE,
  UNREADABLE,
  withoutValue,
  withPeriod,
} from './use-and-period.ts'

const RECORD_NUMBER = key('Medical record number')

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
  TAX: Tax number
  DL: Driving licence number
  PPN: Passport number
`)
/** Numbers that open doors elsewhere; only their end is shown. */
const SENSITIVE = /^(?:SS|SB|TAX|DL|PPN)$/
/** Numbers by which a state knows a person. NNxxx carries the country (v2 table 0203). */
const NATIONAL = /^(?:NI|NN[A-Z]{2,3}|MC|MA)$/
/** Their names in text, and the ends of their systems: US and Dutch numbers. */
const NATIONAL_NAME = /\bbsn\b|\bnational\b|\bmedica(?:re|id)\b/i
const NATIONAL_SYSTEM = /us-(?:medicare|mbi)$/
const BSN_SYSTEM = /\/bsn$|2\.16\.840\.1\.113883\.2\.4\.6\.3$/
/** The end of the system of US social security numbers, as address and as OID. */
const SSN_SYSTEM = /us-ssn$|2\.16\.840\.1\.113883\.4\.1$/
/** Login names (Epic MYCHARTLOGIN, WPRINTERNAL) and resource ids that a person is never asked for. */
const LOGIN = /login|user ?name|^wpr/i
const RESOURCE_ID = /^fhir\b/i
const RENDERED = 'http://hl7.org/fhir/StructureDefinition/rendered-value'

/** What is not shown, and what it is counted as. */
type Hidden = 'login' | 'resource' | 'untyped' | 'no value'
const HIDDEN_WORDS: Readonly<Record<Hidden, (count: number) => string>> = {
  login: (count) =>
    tn(
      count,
      '{n} identifier used for signing in is not shown',
      '{n} identifiers used for signing in are not shown',
    ),
  resource: (count) =>
    tn(
      count,
      '{n} identifier used only between computers is not shown',
      '{n} identifiers used only between computers are not shown',
    ),
  untyped: (count) =>
    tn(
      count,
      '{n} identifier without a type is not shown',
      '{n} identifiers without a type are not shown',
    ),
  'no value': (count) =>
    tn(count, '{n} identifier without a value', '{n} identifiers without a value'),
}

/** The identifiers of a person: those to tell people apart by, those to keep from others' eyes, and what is left out. */
export type Identifiers = {
  readonly identifiers: LabelledText[]
  readonly identityNumbers: LabelledText[]
  readonly hiddenIdentifiers: string[]
}

/**
 * Reads FHIR R4 Patient.identifier by type, medical record numbers first, with padding trimmed and the organisation
 * that gave it (D9). Numbers of a state stand apart; those that open doors elsewhere are reduced to their last four
 * characters. Login identifiers are left out, and so are those that say neither type nor use; both are counted.
 */
export function readIdentifiers(json: Json | undefined, now: number): Identifiers {
  const read = toMembers(json).map((one) => (one === undefined ? toUnknown() : readOne(one, now)))
  const lines = read.flatMap((one) => (one.kind === 'shown' ? [one] : []))
  const open = lines.flatMap(({ line, isClosed }) => (isClosed ? [] : [line]))
  const hidden = read.flatMap((one) => (one.kind === 'hidden' ? [one.as] : []))
  const recordNumber = t(RECORD_NUMBER)
  return {
    identifiers: distinct([
      ...open.filter(({ label }) => label === recordNumber),
      ...open.filter(({ label }) => label !== recordNumber),
    ]),
    identityNumbers: distinct(lines.flatMap(({ line, isClosed }) => (isClosed ? [line] : []))),
    hiddenIdentifiers: (['login', 'resource', 'untyped', 'no value'] as const).flatMap((as) => {
      const count = hidden.filter((one) => one === as).length
      return count === 0 ? [] : [HIDDEN_WORDS[as](count)]
    }),
  }
}

type Reading =
  | { readonly kind: 'shown'; readonly line: LabelledText; readonly isClosed: boolean }
  | { readonly kind: 'hidden'; readonly as: Hidden }
  | { readonly kind: 'nothing' }

const toUnknown = (): Reading => ({
  kind: 'shown',
  line: { label: t('Identifier'), text: t(UNREADABLE) },
  isClosed: false,
})

function readOne(identifier: JsonObject, now: number): Reading {
  const type = readConcept(identifier.type)
  const names = present([
    type.text,
    ...type.codings.flatMap(({ code, display }) => [code, display]),
  ])
  if (names.some((name) => LOGIN.test(name))) return { kind: 'hidden', as: 'login' }
  if (names.some((name) => RESOURCE_ID.test(name))) return { kind: 'hidden', as: 'resource' }
  const system = readText(identifier.system)
  const isSensitive = isSensitiveNumber(type, names, system)
  const text = textOf(identifier, isSensitive)
  if (text === undefined) return { kind: 'nothing' }
  if (text === t(NO_VALUE)) return { kind: 'hidden', as: 'no value' }
  const isOfUse = identifier.use === 'usual' || identifier.use === 'official'
  const label = labelOf(type) ?? systemLabel(system) ?? (isOfUse ? t('Identifier') : undefined)
  if (label === undefined) return { kind: 'hidden', as: 'untyped' }
  const isNational =
    type.codings.some(({ code }) => NATIONAL.test(code ?? '')) ||
    names.some((name) => NATIONAL_NAME.test(name)) ||
    NATIONAL_SYSTEM.test(system ?? '') ||
    systemLabel(system) !== undefined
  return {
    kind: 'shown',
    line: { label: isFormer(identifier, now) ? former(label) : label, text },
    isClosed: isSensitive || isNational,
  }
}

/** Whether an Identifier is one of those that stand apart, or that are for signing in or between computers (D9). */
export function isPrivateIdentifier(json: Json | undefined): boolean {
  const identifier = toObject(json)
  const one = identifier && readOne(identifier, 0)
  if (one?.kind === 'hidden') return one.as === 'login' || one.as === 'resource'
  return one?.kind === 'shown' && one.isClosed
}

function labelOf(type: Concept): string | undefined {
  const codes = type.codings.filter(({ system }) => system?.endsWith('0203') === true)
  const [typeName] = present(codes.map(({ code }) => wordsFor(TYPES, code)))
  return typeName ?? conceptText(type)
}

/** What the number of a system is, where that is certain. */
function systemLabel(system = ''): string | undefined {
  if (SSN_SYSTEM.test(system)) return t('Social security number')
  return BSN_SYSTEM.test(system) ? t('Citizen service number (BSN)') : undefined
}

/** Whatever the system of a code: better one number too short than one too many in full. */
function isSensitiveNumber({ codings }: Concept, names: string[], system = ''): boolean {
  return (
    codings.some(({ code }) => SENSITIVE.test(code ?? '')) ||
    names.some((name) => /\bssn\b|social security/i.test(name)) ||
    SSN_SYSTEM.test(system)
  )
}

function textOf(identifier: JsonObject, isSensitive: boolean): string | undefined {
  const value = readText(identifier.value) ?? renderedValue(identifier)
  const shown =
    isSensitive && value !== undefined ? t('ends in {digits}', { digits: value.slice(-4) }) : value
  const text = shown ?? withoutValue(identifier, ['value'])
  if (text === undefined || text === t(NO_VALUE)) return text
  const assigner = formatReference(identifier.assigner)
  return withPeriod(assigner === undefined ? text : `${text}, ${assigner}`, identifier)
}

/** A value that the sender shows only in part: "xxx-xx-6607" (FHIR R4 extension rendered-value). */
function renderedValue(identifier: JsonObject): string | undefined {
  const extensions = toObjects(toList(toObject(identifier._value)?.extension))
  return readText(extensions.find(({ url }) => url === RENDERED)?.valueString)
}
