import type { JsonObject } from '../fhir/json.ts'
import { localIdOf } from '../fhir/local-reference.ts'
import type { Observation } from './observation.ts'

/**
 * The reading of a resource with the visit that it names (FHIR R4 Observation.encounter), where that is one of this
 * server (CTX-02); else the reading as it is. `share` lets equal texts be one.
 */
export function withVisit(
  observation: Observation,
  resource: JsonObject,
  fhirBase: string,
  share: (text: string) => string = (text) => text,
): Observation {
  const encounterId = localIdOf(resource.encounter, 'Encounter', fhirBase)
  return encounterId === undefined
    ? observation
    : { ...observation, encounterId: share(encounterId) }
}
