import { readAbsentExtension } from '../fhir/absent-reason.ts'
import type { JsonObject } from '../fhir/json.ts'
import { isPresent, toObject, toText } from '../fhir/json.ts'
import { readDecimal } from './decimal.ts'
import type { SampledData } from './observation.ts'
import { readQuantity } from './read-quantity.ts'

/**
 * Reads a FHIR R4 SampledData (D4): samples taken at even intervals, where data × factor + origin is what was measured.
 * Undefined when origin, period or dimensions are missing, when any element can't be read or is marked as absent, and
 * when the origin has a comparator: every sample would then be a guess. Without `data` there are no samples.
 *
 * The limits are kept as sent, in the unit of the origin: R4 calls them limits "of the measured points", and the
 * formula names its result the measured value. Nothing is compared with them: only E, L and U in the data say that a
 * sample is an error, below or above.
 */
export function readSampledData(json: unknown): SampledData | undefined {
  const sent = toObject(json)
  if (sent === undefined || hasAbsentElement(sent)) return undefined
  const origin = readQuantity(sent.origin)
  const periodMs = readDecimal(sent.period)?.number
  const dimensions = readDecimal(sent.dimensions)?.number
  if (origin === undefined || origin.comparator !== undefined) return undefined
  // A period of ages is no period, and times reckoned with it would not be numbers.
  if (periodMs === undefined || periodMs <= 0 || periodMs > Number.MAX_SAFE_INTEGER) {
    return undefined
  }
  if (dimensions === undefined || dimensions < 1 || !Number.isSafeInteger(dimensions)) {
    return undefined
  }
  const [factor, lowerLimit, upperLimit] = [sent.factor, sent.lowerLimit, sent.upperLimit].map(
    (one) => (isPresent(one) ? (readDecimal(one)?.number ?? NaN) : undefined),
  )
  if ([factor, lowerLimit, upperLimit].some(Number.isNaN)) return undefined
  if (isPresent(sent.data) && typeof sent.data !== 'string') return undefined
  const data = toText(sent.data)
  const tokens = splitSamples(data)
  return {
    origin,
    periodMs,
    factor: factor ?? 1,
    lowerLimit,
    upperLimit,
    dimensions,
    data,
    sampleCount: tokens.length,
    valueCount: tokens.filter((token) => readDecimal(token) !== undefined).length,
  }
}

/**
 * The samples of a SampledData as sent, in order: decimals, or E, L and U. R4 puts one space between them; senders
 * also break long data into lines.
 */
export function splitSamples(data: string | undefined): readonly string[] {
  return data?.match(/\S+/g) ?? []
}

function hasAbsentElement(sent: JsonObject): boolean {
  return Object.entries(sent).some(
    ([key, element]) => key.startsWith('_') && readAbsentExtension(element) !== undefined,
  )
}
