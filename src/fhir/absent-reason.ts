import { conceptText, readConcept } from './coding.ts'
import { toObject, toObjects } from './json.ts'
import { wordsFor, wordTable } from './word-table.ts'

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

/**
 * Reads why a value is absent, in words (FHIR R4 Observation.dataAbsentReason, D5). A known code in our words, with
 * the sender's text when that says more; else the sender's words. Undefined when no reason is given.
 */
export function readAbsentReason(json: unknown): string | undefined {
  const concept = readConcept(json)
  const known = concept.codings.find(
    ({ system, code }) => wordsFor(WORDS, code) !== undefined && isReasonSystem(system),
  )
  const words = wordsFor(WORDS, known?.code)
  if (words === undefined) return conceptText(concept)
  const { text } = concept
  const saysMore =
    text !== undefined &&
    ![words, known?.code, known?.display].some((one) => one?.toLowerCase() === text.toLowerCase())
  return saysMore ? `${words}: ${text}` : words
}

/**
 * Reads the data-absent-reason extension of an element (`_birthDate`, `_value`, a Quantity), in words.
 * Undefined when it has none.
 */
export function readAbsentExtension(element: unknown): string | undefined {
  const found = toObjects(toObject(element)?.extension).find(({ url }) => url === EXTENSION)
  const code = found?.valueCode
  return typeof code === 'string' ? (wordsFor(WORDS, code) ?? 'no known reason given') : undefined
}

function isReasonSystem(system: string | undefined): boolean {
  return system === undefined || system.endsWith('/data-absent-reason')
}
