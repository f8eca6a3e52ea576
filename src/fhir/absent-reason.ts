import { key, t } from '../language/t.ts'
import { conceptText, readCodings, readConcept } from './coding.ts'
import { toList, toObject, toObjects } from './json.ts'
import { readText } from './text.ts'
import { alikeFor, wordsFor, wordTable } from './word-table.ts'

const EXTENSION = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

/** FHIR R4 code system data-absent-reason, in words (D5). `NaN` is the STU3 spelling of not-a-number. */
const WORDS = wordTable(`
  unknown: not known
  asked-unknown: asked, but not known
  temp-unknown: not known yet
  not-asked: not asked
  asked-declined: asked, but declined
  masked: withheld
  not-permitted: withheld
  not-applicable: not applicable
  unsupported: not supported by the sending system
  as-text: given elsewhere as text
  error: not available because of an error
  not-a-number: not a number
  NaN: not a number
  negative-infinity: too low to be expressed as a number
  positive-infinity: too high to be expressed as a number
  not-performed: not performed
`)

/** Said when a reason is given, but not in a form that can be read: the value is absent all the same. */
const UNREADABLE = key("reason can't be read")

/**
 * Reads why a value is absent, in words (FHIR R4 Observation.dataAbsentReason, D5). A known code in our words, with
 * the sender's text when that says more; else the sender's words. A string, a list or a Coding in place of the concept
 * is read as well; whatever else is there is a reason that can't be read. Undefined when no reason is given.
 */
export function readAbsentReason(json: unknown): string | undefined {
  const given = toList(json).filter((member) => typeof member !== 'string' || member.trim() !== '')
  return given.length === 0 ? undefined : [...new Set(given.map(readReason))].join(', ')
}

function readReason(json: unknown): string {
  const code = readText(json)
  if (code !== undefined) return wordsFor(WORDS, code) ?? code
  const { text, codings: listed } = readConcept(json)
  const codings = [...listed, ...readCodings(toObject(json))]
  const known = codings.find(
    (coding) => wordsFor(WORDS, coding.code) !== undefined && isReasonSystem(coding.system),
  )
  const words = wordsFor(WORDS, known?.code)
  if (words === undefined) return conceptText({ text, codings }) ?? t(UNREADABLE)
  const saysMore =
    text !== undefined &&
    ![...alikeFor(WORDS, known?.code), known?.code, known?.display].some(
      (one) => one?.toLowerCase() === text.toLowerCase(),
    )
  return saysMore ? `${words}: ${text}` : words
}

/**
 * Reads the data-absent-reason extension of an element (`_birthDate`, `_value`, a Quantity), in words; one that can't
 * be read says so. Undefined when the element has none.
 */
export function readAbsentExtension(element: unknown): string | undefined {
  const extensions = toObjects(toList(element)).flatMap((one) => toObjects(toList(one.extension)))
  const found = extensions.find(({ url }) => url === EXTENSION)
  if (found === undefined) return undefined
  const { valueCode } = found
  if (typeof valueCode === 'string') return wordsFor(WORDS, valueCode) ?? t('no known reason given')
  return (
    readAbsentReason(found.valueCodeableConcept ?? found.valueCoding ?? found.valueString) ??
    t(UNREADABLE)
  )
}

function isReasonSystem(system: string | undefined): boolean {
  return system === undefined || system.endsWith('/data-absent-reason')
}
