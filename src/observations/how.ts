import { present } from '../fhir/json.ts'
import { analyteOf } from './analytes.ts'
import { methodAndSpecimen } from './details.ts'
import type { Observation } from './observation.ts'

/**
 * How a result was made, as far as it must not share a line with others, in words; empty where nothing tells it apart.
 * FHIR R4 Observation.method and specimen: results by two methods, or of two fluids, are not simply one trend (D5). The
 * groups of tests say the specimen by their codes; a specimen with a number in its words is one tube, not a kind.
 */
export function howOf({ details = [], codings }: Observation): string {
  if (details.length === 0) return ''
  const { method, specimen } = methodAndSpecimen(details)
  const isKind = specimen !== undefined && !/\d/.test(specimen) && analyteOf(codings) === undefined
  return isKind ? present([method, specimen]).join(', ') : (method ?? '')
}
