import { key, t } from '../language/t.ts'
import { readAbsentExtension, readAbsentReason } from '../fhir/absent-reason.ts'
import { conceptText, readConcept } from '../fhir/coding.ts'
import { readFhirDate } from '../fhir/fhir-date.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { isPresent, toList, toObject, toObjects, toText } from '../fhir/json.ts'
import { readPeriod } from '../fhir/period.ts'
import { cleanText, readText } from '../fhir/text.ts'
import { readDecimal } from './decimal.ts'
import type { ObservationValue } from './observation.ts'
import { readQuantity, readQuantityPair } from './read-quantity.ts'
import { readPlainText } from './rich-text.ts'
import { readSampledData } from './sampled-data.ts'

/** Said when there is no value and nobody said why; never blank, never 0 (D4). */
export const NO_VALUE = key('no value recorded')

type Read = (json: Json | undefined) => ObservationValue | undefined

/** One reader for each type of value[x]; each gives undefined for what it can't read. */
const READERS: Readonly<Record<string, Read>> = {
  Quantity: (json) => {
    const quantity = readQuantity(json)
    return quantity && { kind: 'quantity', quantity }
  },
  CodeableConcept: (json) => {
    const text = conceptText(readConcept(json))
    return text === undefined ? undefined : { kind: 'coded', text }
  },
  String: (json) => {
    const text = toText(json)
    // Nothing but control characters says nothing, as a blank does.
    if (text === undefined || readText(text) === undefined) return undefined
    const plain = readPlainText(text)
    return plain === undefined
      ? { kind: 'not-shown', type: t('rich text') }
      : { kind: 'text', ...plain }
  },
  Boolean: (json) => (typeof json === 'boolean' ? { kind: 'boolean', value: json } : undefined),
  Integer: (json) => {
    const value = readDecimal(json)
    return value && { kind: 'integer', value }
  },
  Range: (json) => {
    const pair = readQuantityPair(json, 'low', 'high')
    return pair && { kind: 'range', low: pair[0], high: pair[1] }
  },
  Ratio: (json) => {
    const pair = readQuantityPair(json, 'numerator', 'denominator')
    return pair && { kind: 'ratio', numerator: pair[0], denominator: pair[1] }
  },
  SampledData: (json) => {
    const data = readSampledData(json)
    return data && { kind: 'sampled', data }
  },
  Time: (json) => {
    const text = readText(json)
    return text === undefined ? undefined : { kind: 'time', text }
  },
  DateTime: (json) => {
    const date = readFhirDate(json)
    return date && { kind: 'dateTime', date }
  },
  Period: (json) => {
    const period = readPeriod(json)
    return period && { kind: 'period', ...period }
  },
}

/** The element of a type without which the others say nothing: a unit or a period alone is no value. */
const CONTENT: Readonly<Record<string, string>> = { Quantity: 'value', SampledData: 'data' }

/**
 * Reads value[x] and dataAbsentReason of an Observation or a component (FHIR R4 Observation.value[x], D4, D5).
 * Undefined when it has neither: the caller knows whether that makes a panel.
 *
 * What can't be read, has an unknown type, comes in two types at once or comes with a reason for being absent (of its own or
 * in an extension of the value) is `not-shown`, so that the row says that there is something.
 */
export function readValue(holder: JsonObject): ObservationValue | undefined {
  const types = Object.keys(holder)
    .filter((key) => /^value[A-Z]/.test(key) && isPresent(holder[key]))
    .map((key) => key.slice('value'.length))
  const [type, second] = types
  const absent = readAbsentReason(holder.dataAbsentReason)
  if (type === undefined) return readWithoutValue(holder, absent)
  if (second !== undefined) return { kind: 'not-shown', type: t('several values at once') }

  const json = holder[`value${type}`]
  const content = CONTENT[type] ?? ''
  const element = content === '' ? undefined : toObject(json)
  const value = READERS[type]?.(json)
  const reason =
    absent ??
    readAbsentExtension(json) ??
    readAbsentExtension(element?.[`_${content}`]) ??
    readAbsentExtension(holder[`_value${type}`])
  if (reason !== undefined) {
    const isThere = content === '' ? value !== undefined : isPresent(element?.[content])
    return isThere
      ? { kind: 'not-shown', type: t('a value marked as absent: {reason}', { reason }) }
      : { kind: 'absent', reason }
  }
  if (value !== undefined) return value
  if (saysNothing(type, json)) return undefined
  const comparator = readAbsentExtension(element?._comparator)
  if (comparator !== undefined)
    return {
      kind: 'not-shown',
      type: t('a value whose comparator is {reason}', { reason: comparator }),
    }
  const isUnknown = type === 'Quantity' && isPresent(element?.comparator)
  const what = isUnknown ? t("a number with a comparator this app can't read") : cleanText(type)
  return { kind: 'not-shown', type: what }
}

function readWithoutValue(
  holder: JsonObject,
  absent: string | undefined,
): ObservationValue | undefined {
  // Values of types that only R5 knows come as extensions on R4.
  const extra = toObjects(toList(holder.extension)).find(
    ({ url }) =>
      typeof url === 'string' && /Observation\.(?:component\.)?value(?:\[x\])?$/.test(url),
  )
  if (extra !== undefined) {
    const type = Object.keys(extra).find((key) => key.startsWith('value')) ?? 'value'
    return { kind: 'not-shown', type: cleanText(type.slice('value'.length)) || t('unknown type') }
  }
  const reason =
    absent ??
    Object.keys(holder)
      .filter((key) => key.startsWith('_value'))
      .map((key) => readAbsentExtension(holder[key]))
      .find((one) => one !== undefined)
  return reason === undefined ? undefined : { kind: 'absent', reason }
}

/** A blank string, or a Quantity with perhaps a unit but no value: as good as no value (D4). */
function saysNothing(type: string, json: Json | undefined): boolean {
  if (typeof json === 'string') return readText(json) === undefined
  const quantity = type === 'Quantity' ? toObject(json) : undefined
  return quantity !== undefined && !isPresent(quantity.value)
}
