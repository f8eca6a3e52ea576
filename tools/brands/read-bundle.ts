import type { Place } from '../../src/directory/organization.ts'
import { parseJson, toObject, toObjects, toText, type JsonObject } from '../../src/fhir/json.ts'
import { toOneLine } from '../../src/fhir/text.ts'
import {
  fhirReleases,
  isUsable,
  readAliases,
  readIdentifier,
  readPlaces,
  readPortals,
} from './read-parts.ts'
import { Tally } from './tally.ts'

/** A server as a bundle names it. */
export type BrandEndpoint = { readonly address: string; readonly isR4: boolean }

/** An organization of a bundle, with the servers that people sign in to for it. */
export type Brand = {
  readonly name: string
  /** What it is part of, and by whose servers it is reached where it has none of its own. */
  readonly partOf: string | undefined
  readonly aliases: readonly string[]
  readonly places: readonly Place[]
  /** `system|value` of each, by which a server names the brand that it is (SMART App Launch 2.2). */
  readonly identifiers: readonly string[]
  readonly hasOwnEndpoints: boolean
  readonly endpoints: readonly { readonly endpoint: BrandEndpoint; readonly portal?: string }[]
}

/** What a bundle holds, and what of it can't be used. */
export type BundleReading = {
  /** When its contents changed last, as the publisher says. */
  readonly timestamp: string | undefined
  readonly brands: readonly Brand[]
  readonly endpoints: readonly BrandEndpoint[]
  readonly leftOut: Tally
}

const nameLength = 200
/** A brand leads to its portal in one step (SMART App Launch 2.2); more are followed, but not without end. */
const mostSteps = 8

/**
 * Reads a bundle of User-access Brands (SMART App Launch 2.2): Organizations and Endpoints that refer to one another by
 * `fullUrl` or by type and id. An entry that can't be used is counted and named; the others stand.
 *
 * @throws {Error} where the text isn't a FHIR Bundle with entries
 */
export function readBundle(text: string): BundleReading {
  const bundle = toObject(parseJson(text))
  if (!bundle) throw new Error('is not JSON, or was cut off')
  if (bundle['resourceType'] !== 'Bundle')
    throw new Error(`is not a FHIR Bundle, but ${describe(bundle['resourceType'])}`)
  const leftOut = new Tally()
  const organizations = new Map<string, JsonObject>()
  const endpoints = new Map<string, BrandEndpoint>()
  const all: JsonObject[] = []
  for (const entry of toObjects(bundle['entry'])) {
    const resource = toObject(entry['resource'])
    const keys = resource ? keysOf(entry, resource) : []
    if (resource?.['resourceType'] === 'Organization') {
      all.push(resource)
      for (const key of keys) if (!organizations.has(key)) organizations.set(key, resource)
    } else if (resource?.['resourceType'] === 'Endpoint') {
      const endpoint = readEndpoint(resource, leftOut)
      if (endpoint) for (const key of keys) if (!endpoints.has(key)) endpoints.set(key, endpoint)
    } else {
      leftOut.note('entries that are neither Organization nor Endpoint', describe(keys[0]))
    }
  }
  if (all.length === 0) throw new Error('holds no Organization')
  const brands = all.flatMap((one) => readBrand(one, organizations, endpoints, leftOut) ?? [])
  const timestamp = toText(bundle['timestamp']) ?? toText(toObject(bundle['meta'])?.['lastUpdated'])
  return { timestamp, brands, endpoints: [...new Set(endpoints.values())], leftOut }
}

const describe = (json: unknown) => (typeof json === 'string' ? (toOneLine(json, 60) ?? '""') : '?')

/** By what an entry may be referred to; one without `fullUrl` by an address of any server too, which stands as "…/". */
function keysOf(entry: JsonObject, resource: JsonObject): string[] {
  const id = toText(resource['id'])
  const fullUrl = toText(entry['fullUrl'])
  const type = toText(resource['resourceType'])
  const names = id && type ? [`${type}/${id}`, `urn:uuid:${id}`] : []
  return fullUrl ? [fullUrl, ...names] : names.flatMap((name) => [name, `…/${name}`])
}

/** Finds what a reference leads to; one version of it is as good as another, since a bundle holds but one. */
function findIn<T>(all: ReadonlyMap<string, T>, reference: string | undefined): T | undefined {
  const plain = reference?.replace(/\/_history\/[^/]+$/, '') ?? ''
  const [, tail] = /^https?:\/\/.*\/([A-Za-z]+\/[^/]+)$/.exec(plain) ?? []
  return all.get(plain) ?? (tail === undefined ? undefined : all.get(`…/${tail}`))
}

function readEndpoint(resource: JsonObject, leftOut: Tally): BrandEndpoint | undefined {
  const address = toText(resource['address'])?.trim()
  if (address === undefined || !URL.canParse(address)) {
    leftOut.note('endpoints without an address', describe(resource['name'] ?? resource['id']))
    return undefined
  }
  if (!isUsable(resource)) {
    leftOut.note('endpoints that are not in use or not FHIR', describe(address))
    return undefined
  }
  const releases = fhirReleases(resource)
  return { address, isR4: releases.length === 0 || releases.includes('4') }
}

function readBrand(
  resource: JsonObject,
  organizations: ReadonlyMap<string, JsonObject>,
  endpoints: ReadonlyMap<string, BrandEndpoint>,
  leftOut: Tally,
): Brand | undefined {
  const name = toOneLine(toText(resource['name']) ?? '', nameLength)
  if (name === undefined) {
    leftOut.note('organizations without a name', describe(resource['id']))
    return undefined
  }
  if (resource['active'] === false) {
    leftOut.note('organizations that are not active', name)
    return undefined
  }
  const parentOf = (one: JsonObject) => {
    const parent = findIn(organizations, toText(toObject(one['partOf'])?.['reference']))
    // What is closed lends neither its name nor its servers.
    return parent?.['active'] === false ? undefined : parent
  }
  const parent = parentOf(resource)
  let owner: JsonObject | undefined = resource
  for (let step = 0; owner && !hasEndpoints(owner) && step < mostSteps; step++)
    owner = parentOf(owner)
  const portals = owner ? readPortals(owner) : []
  const found = referencesOf(owner).flatMap((reference) => {
    const endpoint = findIn(endpoints, reference)
    if (!endpoint) return []
    const portal =
      portals.find((one) => one.endpoints.some((each) => findIn(endpoints, each) === endpoint)) ??
      (portals.length === 1 ? portals[0] : undefined)
    return [{ endpoint, ...(portal?.name === undefined ? {} : { portal: portal.name }) }]
  })
  if (found.length === 0) leftOut.note('organizations that lead to no usable endpoint', name)
  const parentName = parent && toOneLine(toText(parent['name']) ?? '', nameLength)
  return {
    name,
    partOf: parentName === name ? undefined : parentName,
    aliases: readAliases(resource).filter((alias) => alias !== name),
    places: readPlaces(resource),
    identifiers: toObjects(resource['identifier']).flatMap((one) => readIdentifier(one) ?? []),
    hasOwnEndpoints: owner === resource && found.length > 0,
    endpoints: found,
  }
}

const hasEndpoints = (resource: JsonObject) => referencesOf(resource).length > 0

/** References of an organization to its endpoints; those of its portals must stand there too, but may not (uab-1). */
function referencesOf(resource: JsonObject | undefined): string[] {
  if (!resource) return []
  const own = toObjects(resource['endpoint']).flatMap(({ reference }) => toText(reference) ?? [])
  return [...new Set([...own, ...readPortals(resource).flatMap((portal) => portal.endpoints)])]
}
