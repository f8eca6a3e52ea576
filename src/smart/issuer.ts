import { canonicalIssuer } from '../config/issuer-address.ts'
import type { ServerConfig } from '../config/server-config.ts'

/**
 * Finds the configured server that `iss` names, or undefined (ISS-01).
 */
export function findServer(
  iss: string,
  servers: readonly ServerConfig[],
): ServerConfig | undefined {
  const wanted = canonicalIssuer(iss)
  return wanted === undefined
    ? undefined
    : servers.find((server) => canonicalIssuer(server.iss) === wanted)
}
