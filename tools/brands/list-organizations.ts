import { canonicalIssuer } from '../../src/config/issuer-address.ts'
import { shardBytes, type ListedOrganization } from '../../src/directory/build-shards.ts'
import { toRow, wordsOfPlace, type Organization } from '../../src/directory/organization.ts'
import { wordsOf } from '../../src/directory/words.ts'
import type { Brand, BrandEndpoint, BundleReading } from './read-bundle.ts'

/** A server of `config.json`, as far as the directory needs it. */
export type ListedServer = { readonly id: string; readonly name: string; readonly iss: string }

/**
 * A bundle, and the server whose own it is, where that server's configuration names it; and, where it says that too,
 * the identifier of the brand that the server is.
 */
export type BrandSource = {
  readonly reading: Pick<BundleReading, 'brands'>
  readonly ownOf?: string
  readonly ownBrand?: string | undefined
}

/** The directory to be, and endpoints of the bundles that `config.json` has no server for. */
export type Listing = {
  readonly listed: readonly ListedOrganization[]
  /** Organizations that lead to no configured server. */
  readonly unreachable: number
  readonly missing: readonly { readonly endpoint: BrandEndpoint; readonly name: string }[]
  /** Configured servers that no bundle speaks of; each stands by its own name. */
  readonly unnamed: readonly string[]
}

const shownAliases = 4
const shownPlaces = 4

/**
 * Lists the organizations that lead to a configured server: a bundle is data, not trust, so who isn't in `config.json`
 * isn't listed (ISS-06). Addresses are compared as the app compares issuers (ISS-01). What a server's own bundle says
 * of it replaces what others say (ISS-07). Those with a server of their own come first, then by name.
 */
export function listOrganizations(
  sources: readonly BrandSource[],
  servers: readonly ListedServer[],
): Listing {
  const serverOf = new Map(servers.map((server) => [canonicalIssuer(server.iss), server]))
  const findServer = ({ address }: BrandEndpoint) => {
    const issuer = canonicalIssuer(address)
    return issuer === undefined ? undefined : serverOf.get(issuer)
  }
  const leadsTo = (brand: Brand) => [
    ...new Map(
      brand.endpoints.flatMap(({ endpoint, portal }) => {
        const server = findServer(endpoint)
        return server ? [[server.id, { server, portal }] as const] : []
      }),
    ).values(),
  ]
  const owners = new Set(
    sources.flatMap(({ reading, ownOf }) =>
      reading.brands.some((brand) => leadsTo(brand).some(({ server }) => server.id === ownOf))
        ? [ownOf]
        : [],
    ),
  )
  const rows = new Map<string, Row>()
  const missing = new Map<string, { endpoint: BrandEndpoint; name: string; isOwner: boolean }>()
  let unreachable = 0
  for (const { reading, ownOf, ownBrand } of sources) {
    const isOwn = ({ identifiers }: Brand) => identifiers.some((one) => one === ownBrand)
    const hasOwnBrand = reading.brands.some(isOwn)
    for (const brand of reading.brands) {
      const ways = leadsTo(brand)
      if (ways.length === 0 && ownOf === undefined) unreachable++
      for (const { server, portal } of ways) {
        // A server's own bundle speaks for that server alone.
        if (ownOf === undefined ? owners.has(server.id) : ownOf !== server.id) continue
        const several = ways.length > 1 ? (portal ?? server.name) : portal
        const one = {
          ...toListed(brand, server, several),
          isOwner: hasOwnBrand ? isOwn(brand) : brand.hasOwnEndpoints,
        }
        const key = JSON.stringify(toRow(one.organization))
        const alike = rows.get(key)
        rows.set(key, alike ? merge(alike, one) : one)
      }
      if (ownOf !== undefined) continue
      for (const { endpoint } of brand.endpoints) {
        if (findServer(endpoint)) continue
        const known = missing.get(endpoint.address)
        // Named for the organization that it is the server of.
        if (!known || (brand.hasOwnEndpoints && !known.isOwner))
          missing.set(endpoint.address, {
            endpoint,
            name: brand.name,
            isOwner: brand.hasOwnEndpoints,
          })
      }
    }
  }
  const named = new Set([...rows.values()].map(({ organization }) => organization.serverId))
  const unnamed = servers.filter(({ id }) => !named.has(id))
  const all = [...rows.values(), ...unnamed.map((server) => ({ ...bare(server), isOwner: true }))]
  return {
    listed: all
      .sort((a, b) => Number(b.isOwner) - Number(a.isOwner) || compare(a, b))
      .map(({ organization, furtherNames, furtherWords }) => ({
        organization,
        furtherNames,
        furtherWords,
      })),
    unreachable,
    missing: [...missing.values()],
    unnamed: unnamed.map(({ id }) => id),
  }
}

type Row = ListedOrganization & { readonly isOwner: boolean }

/** Two that look the same are one, which is found by what either is found by. */
function merge(one: Row, other: Row): Row {
  return {
    organization: one.organization,
    furtherNames: [...new Set([...one.furtherNames, ...other.furtherNames])],
    furtherWords: [...new Set([...one.furtherWords, ...other.furtherWords])],
    isOwner: one.isOwner || other.isOwner,
  }
}

const collator = new Intl.Collator('en')
const keyOf = ({ organization }: ListedOrganization) => JSON.stringify(toRow(organization))

/** By name; what is left is by all there is, so that the order never depends on that of the bundles. */
function compare(a: ListedOrganization, b: ListedOrganization): number {
  const byName = collator.compare(a.organization.name, b.organization.name)
  return byName === 0 ? (keyOf(a) < keyOf(b) ? -1 : 1) : byName
}

function toListed(
  { name, partOf, aliases, places }: Brand,
  server: ListedServer,
  portal: string | undefined,
): ListedOrganization {
  const show = (aliasCount: number, placeCount: number): ListedOrganization => ({
    organization: {
      name,
      partOf,
      aliases: aliases.slice(0, aliasCount),
      places: places.slice(0, placeCount),
      furtherPlaces: Math.max(0, places.length - placeCount),
      serverId: server.id,
      portal,
    },
    furtherNames: wordsOf(aliases.slice(aliasCount).join(' ')),
    furtherWords: [...new Set(places.slice(placeCount).flatMap(wordsOfPlace))],
  })
  // In scripts that take four bytes a character, fewer of them fill a shard.
  for (let few = Math.max(shownAliases, shownPlaces); few > 0; few--) {
    const one = show(Math.min(few, shownAliases), Math.min(few, shownPlaces))
    if (isShort(one.organization)) return one
  }
  return show(0, 0)
}

const isShort = (organization: Organization) =>
  Buffer.byteLength(JSON.stringify([toRow(organization)])) <= shardBytes

function bare({ id, name }: ListedServer): ListedOrganization {
  const nothing = {
    partOf: undefined,
    aliases: [],
    places: [],
    furtherPlaces: 0,
    portal: undefined,
  }
  const organization = { name, serverId: id, ...nothing }
  return { organization, furtherNames: [], furtherWords: [] }
}
