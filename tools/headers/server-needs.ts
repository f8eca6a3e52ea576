import { toPlainOrigin } from '../../src/config/read-origins.ts'
import type { ServerConfig } from '../../src/config/server-config.ts'
import { discover, type ServerMetadata } from '../../src/smart/discovery.ts'
import { findIssuerKeys } from '../../src/smart/openid-configuration.ts'
import { SmartError } from '../../src/smart/smart-error.ts'

/** What the policy must allow for one server, as origins. */
export type ServerNeeds = {
  readonly connect: readonly string[]
  readonly forms: readonly string[]
  /** Sentences about what could not be learned. */
  readonly remarks: readonly string[]
}

/** A server's addresses could not be learned; the message says what to do. */
export class UnknownNeeds extends Error {}

/** What can be said without asking the server: its base, and what the configuration adds. */
export function needsOffline(server: ServerConfig): ServerNeeds {
  return {
    connect: [originOf(server.iss, server), ...server.origins],
    forms: [],
    remarks: [
      `${server.name} was not asked: its own origin and the "origins" of config.json are allowed, and no launch can be posted to it.`,
    ],
  }
}

/**
 * Asks a server where its addresses are, as the app does (DISC-01). The app fetches from the FHIR base, the token
 * endpoint, the keys, the revocation endpoint where it is the token endpoint's neighbour, and, where the metadata names
 * no keys or no issuer, the issuer's own configuration (DISC-11).
 *
 * A launch is posted only to servers that say `authorize-post`. What follows on the form counts too, so "origins" are
 * allowed there: a sign-in may lead through them.
 *
 * @throws {UnknownNeeds} where the server gives no answer that the app could use
 */
export async function askNeeds(server: ServerConfig, root: URL): Promise<ServerNeeds> {
  try {
    const metadata = await discover(server.iss, root)
    const { authorizationEndpoint, tokenEndpoint } = metadata.endpoints
    const identity = await askIdentity(server, metadata, root)
    const takesForms = metadata.capabilities.includes('authorize-post')
    return {
      connect: [
        ...[server.iss, tokenEndpoint, ...identity.addresses].map((one) => originOf(one, server)),
        ...server.origins,
      ],
      forms: takesForms ? [originOf(authorizationEndpoint, server), ...server.origins] : [],
      remarks: identity.remarks,
    }
  } catch (error) {
    if (!(error instanceof SmartError)) throw error
    const { reason } = error.details
    throw new UnknownNeeds(
      `${server.name} (${server.iss}): ${reason ?? 'no answer'}. Where it can't be asked from here, write the origins of its token endpoint and keys into its "origins" in config.json and use --offline.`,
      { cause: error },
    )
  }
}

/**
 * Says where the opener policy costs something: an app that asks for `messaging/ui` tells the EHR when it may be closed,
 * which reaches the page around a frame in any case, but a window that opened the app only where that keeps its hold.
 */
export function remarkOnOpener({ name, ehr }: ServerConfig): string[] {
  return ehr.scope.v2.includes('messaging/')
    ? [
        `${name}: an EHR that opens the app in a popup, not in a frame, is never asked to close it. With --keep-opener it is.`,
      ]
    : []
}

/** Where the keys of the id_token are, as far as that can be known before somebody signs in. */
async function askIdentity(server: ServerConfig, { endpoints }: ServerMetadata, root: URL) {
  const { jwksUri } = endpoints
  const known = jwksUri === undefined ? [] : [jwksUri]
  const issuer = endpoints.issuer ?? server.issuer
  if (issuer !== undefined && jwksUri !== undefined) return { addresses: known, remarks: [] }
  if (issuer === undefined)
    return {
      addresses: known,
      remarks: [
        `${server.name} names no issuer: if its id_tokens come from another origin than its token endpoint, add that to its "origins".`,
      ],
    }
  const keys = await findIssuerKeys(issuer, endpoints, root)
  return keys === undefined
    ? {
        addresses: [issuer],
        remarks: [
          `${server.name}: its issuer's configuration can't be read; add the origin of its keys to its "origins".`,
        ],
      }
    : { addresses: [issuer, keys], remarks: [] }
}

function originOf(address: string, { name }: ServerConfig): string {
  const origin = toPlainOrigin(new URL(address))
  if (origin === undefined)
    throw new UnknownNeeds(`${name}: ${address} has a host name that can't stand in a policy.`)
  return origin
}
