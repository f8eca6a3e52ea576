import type { Observation } from '../../observations/observation.ts'

/** The results that say that they were made in a visit (FHIR R4 Observation.encounter); all of them without one. */
export function ofVisit(
  observations: readonly Observation[],
  visitId: string | undefined,
): readonly Observation[] {
  if (visitId === undefined) return observations
  return observations.filter(({ encounterId }) => encounterId === visitId)
}
