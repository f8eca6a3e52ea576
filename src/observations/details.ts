import type { Key } from '../language/catalogue.ts'
import { key, t } from '../language/t.ts'
import { conceptText, readConcept } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { present, toList, toObject, toObjects } from '../fhir/json.ts'
import { readMarks } from '../fhir/security-labels.ts'
import { readText } from '../fhir/text.ts'
import type { ObservationDetail } from './observation.ts'

const MARKED = key('Marked|a security label')
const SITE = key('Body site')
const POSITION = key('Body position')
const METHOD = key('Method|of a test')
const DEVICE = key('Device')
const SPECIMEN = key('Specimen')

/** Elements that qualify a result, each a concept or references, with their labels. */
const ELEMENTS: readonly (readonly [label: Key, element: string])[] = [
  [SITE, 'bodySite'],
  [METHOD, 'method'],
  [DEVICE, 'device'],
  [SPECIMEN, 'specimen'],
  [key('Performed by'), 'performer'],
  [key('Ordered as'), 'basedOn'],
  [key('Encounter'), 'encounter'],
  [key('Derived from'), 'derivedFrom'],
]
/** Labels of what changes how a result is read; who made it and for what does not. */
const QUALIFIERS = [MARKED, SITE, POSITION, METHOD, DEVICE, SPECIMEN]
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
    ...toDetail(MARKED, readMarks(observation)),
    ...toDetail(POSITION, positions.map(readWords)),
    ...ELEMENTS.flatMap(([label, element]) => {
      const words = toList(observation[element]).map(readWords)
      return toDetail(
        label,
        element === 'derivedFrom' ? words.map((one) => one ?? t('another record entry')) : words,
      )
    }),
  ]
}

/** Whether a detail changes how the result is read (D5). */
export function isQualifier({ label }: ObservationDetail): boolean {
  return QUALIFIERS.some((one) => t(one) === label)
}

/** Whether a detail is a security label, such as "Test data" (OBS-12). */
export function isMark({ label }: ObservationDetail): boolean {
  return label === t(MARKED)
}

/** Whether a detail says where on the body, or in which position, a result was measured (D5). */
export function isOfSite({ label }: ObservationDetail): boolean {
  return label === t(SITE) || label === t(POSITION)
}

/** The method and the specimen of a result, in the sender's words (D5). */
export function methodAndSpecimen(details: readonly ObservationDetail[]) {
  const textOf = (wanted: Key) => {
    const label = t(wanted)
    return details.find((detail) => detail.label === label)?.text
  }
  return { method: textOf(METHOD), specimen: textOf(SPECIMEN) }
}

/** A reference by its display, a concept by its words. */
function readWords(json: Json): string | undefined {
  return readText(toObject(json)?.display) ?? conceptText(readConcept(json))
}

function toDetail(label: Key, words: readonly (string | undefined)[]): ObservationDetail[] {
  const text = [...new Set(present(words))].join(', ')
  return text === '' ? [] : [{ label: t(label), text }]
}
