import { toObject, toObjects, toText } from './json.ts'

/** What a server says that its searches for Observations can do. */
export type ServerAbilities = {
  /** Whether results can be searched by their date, so that spans of time can be read side by side. */
  readonly searchesByDate: boolean
  /** Whether it follows US Core, and so may use the categories of US Core. */
  readonly followsUsCore: boolean
}

/** Where nothing is known of a server: what every one can do. */
export const noAbilities: ServerAbilities = { searchesByDate: false, followsUsCore: false }

/**
 * Reads a CapabilityStatement (FHIR R4 CapabilityStatement.rest.resource); what isn't there, or isn't one, promises
 * nothing. Never throws.
 */
export function readAbilities(json: unknown): ServerAbilities {
  const statement = toObject(json)
  if (statement?.resourceType !== 'CapabilityStatement') return noAbilities
  const observation = toObjects(statement.rest)
    .filter(({ mode }) => mode !== 'client')
    .flatMap(({ resource }) => toObjects(resource))
    .filter(({ type }) => type === 'Observation')
  const parameters = observation.flatMap(({ searchParam }) => toObjects(searchParam))
  const guides = [statement.instantiates, statement.implementationGuide]
  const profiles = observation.flatMap(({ supportedProfile, profile }) => [
    supportedProfile,
    profile,
  ])
  return {
    searchesByDate: parameters.some(({ name, type }) => name === 'date' && type === 'date'),
    followsUsCore: [...guides, ...profiles]
      .flat()
      .some((canonical) => /\/us\/core\//.test(toText(canonical) ?? '')),
  }
}
