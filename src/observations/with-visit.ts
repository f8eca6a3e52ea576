import type { Json, JsonObject } from '../fhir/json.ts'
import { localIdOf } from '../fhir/local-reference.ts'
import type { Observation } from './observation.ts'

/** The id of the visit that a resource names (FHIR R4 Observation.encounter), where that is one of this server (CTX-02). */
export const visitIdOf = (encounter: Json | undefined, fhirBase: string): string | undefined =>
  localIdOf(encounter, 'Encounter', fhirBase)

/** The reading of a resource with the visit that it names ({@link visitIdOf}); without one, the reading as it is. */
export function withVisit(
  observation: Observation,
  resource: JsonObject,
  fhirBase: string,
): Observation {
  const encounterId = visitIdOf(resource.encounter, fhirBase)
  return encounterId === undefined ? observation : { ...observation, encounterId }
}
