import { conceptText, readConcept } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { present, toList, toObject, toObjects } from '../fhir/json.ts'
import { readMarks } from '../fhir/security-labels.ts'
import { readText } from '../fhir/text.ts'
import type { ObservationDetail } from './observation.ts'

/** Elements that qualify a result, each a concept or references, with their labels. */
const ELEMENTS = [
  ['Body site', 'bodySite'],
  ['Method', 'method'],
  ['Device', 'device'],
  ['Specimen', 'specimen'],
  ['Performed by', 'performer'],
  ['Ordered as', 'basedOn'],
  ['Encounter', 'encounter'],
  ['Derived from', 'derivedFrom'],
] as const
/** Labels of what changes how a result is read; who made it and for what does not. */
const QUALIFIERS: readonly string[] = [
  'Marked',
  'Body site',
  'Body position',
  'Method',
  'Device',
  'Specimen',
]
const BODY_POSITION = 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition'

/**
 * Reads what qualifies a result: security labels, body site and position, method, device, specimen, performer,
 * derivation (D5, D8, OBS-12). References are shown by their display and never fetched; one without a display says
 * nothing to a reader, other than that there is something it was derived from.
 */
export function readDetails(observation: JsonObject): ObservationDetail[] {
  const positions = toObjects(toList(observation.extension))
    .filter(({ url }) => url === BODY_POSITION)
    .map((extension) => extension.valueCodeableConcept ?? null)
  return [
    ...toDetail('Marked', readMarks(observation)),
    ...toDetail('Body position', positions.map(readWords)),
    ...ELEMENTS.flatMap(([label, key]) => {
      const words = toList(observation[key]).map(readWords)
      return toDetail(
        label,
        key === 'derivedFrom' ? words.map((one) => one ?? 'another record entry') : words,
      )
    }),
  ]
}

/** Whether a detail changes how the result is read (D5). */
export function isQualifier({ label }: ObservationDetail): boolean {
  return QUALIFIERS.includes(label)
}

/** Whether a detail is a security label, such as "Test data" (OBS-12). */
export function isMark({ label }: ObservationDetail): boolean {
  return label === 'Marked'
}

/** A reference by its display, a concept by its words. */
function readWords(json: Json): string | undefined {
  return readText(toObject(json)?.display) ?? conceptText(readConcept(json))
}

function toDetail(label: string, words: readonly (string | undefined)[]): ObservationDetail[] {
  const text = [...new Set(present(words))].join(', ')
  return text === '' ? [] : [{ label, text }]
}
