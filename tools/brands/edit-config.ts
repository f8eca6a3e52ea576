import { isMembers, type Members } from '../../src/config/config-faults.ts'
import { canonicalIssuer } from '../../src/config/issuer-address.ts'
import { toPlainOrigin } from '../../src/config/read-origins.ts'
import { wordsOf } from '../../src/directory/words.ts'
import { parseJson } from '../../src/fhir/json.ts'
import type { ListedServer, Listing } from './list-organizations.ts'

/** `config.json` as it stands, and its servers as far as a directory needs them. */
export type EditableConfig = { readonly json: Members; readonly servers: readonly ListedServer[] }

/**
 * Reads `config.json` as far as a directory needs it; the app itself says what else is wrong with it.
 *
 * @throws {Error} where it isn't a configuration
 */
export function readEditable(text: string): EditableConfig {
  const json = parseJson(text)
  if (!isMembers(json) || !Array.isArray(json['servers']))
    throw new Error('is not a configuration with a list of servers')
  const servers = json['servers'].map((server: unknown, index) => {
    const { id, name, iss } = isMembers(server) ? server : {}
    if (typeof id !== 'string' || typeof name !== 'string' || typeof iss !== 'string')
      throw new Error(`servers[${index}] needs id, name and iss`)
    return { id, name, iss }
  })
  return { json, servers }
}

/**
 * Gives the configuration with a server for each endpoint that has none: R4 and https alone, at addresses that the
 * configuration and the headers take, each with an id and a redirect address of its own (MIX-01), and the directory
 * switched on. Counts what it added, and what it refused.
 */
export function addServers(
  { json, servers }: EditableConfig,
  missing: Listing['missing'],
  clientId: string,
): EditableConfig & { readonly added: number; readonly refused: number } {
  const ids = new Set(servers.map(({ id }) => id))
  const issuers = new Set(servers.map(({ iss }) => canonicalIssuer(iss)))
  const added: ListedServer[] = []
  let refused = 0
  for (const { endpoint, name } of missing) {
    const issuer = plainIssuer(endpoint.address)
    if (issuer !== undefined && issuers.has(issuer)) continue
    if (!endpoint.isR4 || issuer === undefined) {
      refused++
      continue
    }
    const id = freeId(name, endpoint.address, ids)
    ids.add(id)
    issuers.add(issuer)
    added.push({ id, name, iss: endpoint.address })
  }
  const members = added.map((server) => ({
    ...server,
    clientId,
    redirectUri: `callback/${server.id}/`,
  }))
  return {
    json: { ...json, servers: [...(json['servers'] as unknown[]), ...members], directory: true },
    servers: [...servers, ...added],
    added: added.length,
    refused,
  }
}

/** The issuer of an address that the configuration takes and a policy can name (CSP-01); else undefined. */
function plainIssuer(address: string): string | undefined {
  const issuer = /\p{C}/u.test(address) ? undefined : canonicalIssuer(address)
  if (!issuer?.startsWith('https://')) return undefined
  return toPlainOrigin(new URL(issuer)) === undefined ? undefined : issuer
}

/** An id made of the name, or of the host where the name has no Latin letters, with a number where it is taken. */
function freeId(name: string, address: string, taken: ReadonlySet<string>): string {
  const toId = (text: string) =>
    wordsOf(text)
      .map((word) => word.replaceAll(/[^a-z\d]/g, ''))
      .filter((word) => word !== '')
      .join('-')
      .slice(0, 48)
      .replace(/-$/, '')
  const base = toId(name) || toId(new URL(address).hostname) || 'server'
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}
