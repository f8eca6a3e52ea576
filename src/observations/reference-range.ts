import { conceptText, hasCode, readConcept, readConcepts } from '../fhir/coding.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, present, toList, toObject } from '../fhir/json.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { readText } from '../fhir/text.ts'
import type { ReferenceRange } from './observation.ts'
import { readQuantityPair } from './read-quantity.ts'
import { formatBounds } from './words.ts'

const MEANINGS = [
  'http://terminology.hl7.org/CodeSystem/referencerange-meaning',
  'http://hl7.org/fhir/referencerange-meaning',
]
const UNREADABLE: ReferenceRange = {
  low: undefined,
  high: undefined,
  text: "a range this app can't read",
  type: undefined,
  appliesTo: [],
  age: undefined,
}

/**
 * Reads FHIR R4 Observation.referenceRange: all ranges in the order sent, each with its qualifiers; none is picked
 * by guess and no number is read out of text (D7). A range that can't be read says so.
 */
export function readRanges(json: Json | undefined): ReferenceRange[] {
  return present(toList(json).map((member) => readRange(toObject(member))))
}

function readRange(json: JsonObject | undefined): ReferenceRange | undefined {
  if (json === undefined || hasModifiers(json)) return UNREADABLE
  const hasBounds = isPresent(json.low) || isPresent(json.high)
  const bounds = readQuantityPair(json, 'low', 'high')
  if (hasBounds && bounds === undefined) return UNREADABLE
  const text = readText(json.text)
  if (bounds === undefined && text === undefined) return undefined
  return {
    low: bounds?.[0],
    high: bounds?.[1],
    text,
    type: readType(json.type),
    appliesTo: readConcepts(json.appliesTo).map(
      (concept) => conceptText(concept) ?? 'a group not named',
    ),
    age: readAge(json.age),
  }
}

/** Undefined for a normal range, which is also what a missing type means (FHIR R4 referenceRange.type). */
function readType(json: Json | undefined): string | undefined {
  if (!isPresent(json)) return undefined
  const concept = readConcept(json)
  if (MEANINGS.some((system) => hasCode(concept.codings, system, 'normal'))) return undefined
  return conceptText(concept) ?? 'Type not named'
}

function readAge(json: Json | undefined): string | undefined {
  if (!isPresent(json)) return undefined
  const bounds = readQuantityPair(json, 'low', 'high')
  return bounds === undefined ? 'of an age not readable' : `age ${formatBounds(...bounds)}`
}
