import { readAbsentExtension } from '../fhir/absent-reason.ts'
import type { JsonObject } from '../fhir/json.ts'
import { isPresent, present, toObject } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { readDecimal } from './decimal.ts'
import type { Quantity } from './observation.ts'

/** The code system of UCUM units; only its codes are compared (D4). */
const UCUM = 'http://unitsofmeasure.org'

const COMPARATORS = ['<', '<=', '>=', '>', 'ad'] as const

/**
 * Reads a FHIR R4 Quantity that has a value. Undefined when it hasn't one, when it or its value is marked as absent, or
 * when its comparator isn't known: the comparator is a modifier, so the number must not be shown without it (FHIR R4
 * Quantity.comparator, D4).
 */
export function readQuantity(json: unknown): Quantity | undefined {
  const quantity = toObject(json)
  const amount = readDecimal(quantity?.value)
  if (quantity === undefined || amount === undefined) return undefined
  const { _value, _comparator } = quantity
  if ([quantity, _value, _comparator].some((one) => readAbsentExtension(one) !== undefined)) {
    return undefined
  }
  const comparator = COMPARATORS.find((one) => one === quantity.comparator)
  if (comparator === undefined && isPresent(quantity.comparator)) return undefined
  const code = readText(quantity.code)
  const ucum = quantity.system === UCUM ? code : undefined
  // "1" says that there is no unit, as it does in UCUM; shown after a number it would look like a digit.
  const [unit] = present([readText(quantity.unit), code]).filter((one) => one !== '1')
  return { amount, comparator, unit, ucum }
}

/**
 * Reads two Quantities of which either may be missing, such as `low` and `high` of a Range. Undefined when neither
 * is there, and when one is there that can't be read: the other alone would say something else.
 */
export function readQuantityPair(
  json: unknown,
  first: string,
  second: string,
): readonly [Quantity | undefined, Quantity | undefined] | undefined {
  const holder: JsonObject = toObject(json) ?? {}
  const pair = [readQuantity(holder[first]), readQuantity(holder[second])] as const
  const isBroken =
    (isPresent(holder[first]) && pair[0] === undefined) ||
    (isPresent(holder[second]) && pair[1] === undefined)
  return isBroken || (pair[0] === undefined && pair[1] === undefined) ? undefined : pair
}
