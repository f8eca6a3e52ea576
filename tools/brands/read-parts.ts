import type { Place } from '../../src/directory/organization.ts'
import { toList, toObject, toObjects, toText, type JsonObject } from '../../src/fhir/json.ts'
import { toOneLine } from '../../src/fhir/text.ts'

const portalUrl = 'http://hl7.org/fhir/StructureDefinition/organization-portal'
const versionUrl = 'http://hl7.org/fhir/StructureDefinition/endpoint-fhir-version'
const length = 120

const extensionsOf = (json: JsonObject, url: string) =>
  toObjects(json['extension']).filter((extension) => extension['url'] === url)

/** Other names of an Organization, each once. */
export function readAliases(organization: JsonObject): string[] {
  const aliases = toList(organization['alias']).flatMap(
    (alias) => toOneLine(toText(alias) ?? '', length) ?? [],
  )
  return [...new Set(aliases)]
}

/** Places of an Organization that name a city, a state or a postal code, each once. */
export function readPlaces(organization: JsonObject): Place[] {
  const read = (json: unknown) => toOneLine(toText(json) ?? '', length) ?? ''
  const places = toObjects(organization['address']).map(({ city, state, postalCode }) => ({
    city: read(city),
    state: read(state),
    postalCode: read(postalCode),
  }))
  const byText = new Map(places.map((place) => [Object.values(place).join('\n'), place]))
  return [...byText.values()].filter((place) => Object.values(place).some((text) => text !== ''))
}

/** Portals of an Organization: what each is called, and references to its endpoints (organization-portal). */
export function readPortals(
  organization: JsonObject,
): { name: string | undefined; endpoints: string[] }[] {
  return extensionsOf(organization, portalUrl).map((portal) => ({
    name: toOneLine(toText(extensionsOf(portal, 'portalName')[0]?.['valueString']) ?? '', length),
    endpoints: extensionsOf(portal, 'portalEndpoint').flatMap(
      ({ valueReference }) => toText(toObject(valueReference)?.['reference']) ?? [],
    ),
  }))
}

/** Gives an Identifier as `system|value`; undefined where it is none. */
export function readIdentifier({ system, value }: JsonObject): string | undefined {
  const text = toText(value)
  return text === undefined ? undefined : `${toText(system) ?? ''}|${text}`
}

/** Whether an Endpoint is in use and is FHIR; what it doesn't say is believed to be so. */
export function isUsable({ status, connectionType }: JsonObject): boolean {
  const type = toText(toObject(connectionType)?.['code'])
  return (
    (toText(status) ?? 'active') === 'active' && (type === undefined || type === 'hl7-fhir-rest')
  )
}

/** The first digit of each FHIR version that an Endpoint says it speaks (endpoint-fhir-version). */
export function fhirReleases(endpoint: JsonObject): string[] {
  return extensionsOf(endpoint, versionUrl).flatMap(
    ({ valueCode }) => toText(valueCode)?.trim().slice(0, 1) ?? [],
  )
}
