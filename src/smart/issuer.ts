import type { ServerConfig } from '../config/server-config.ts'

/**
 * Finds the configured server that `iss` names, or undefined (ISS-01).
 *
 * Scheme and host are compared without case, the default port counts as none, the path must be equal but for one
 * trailing slash. Anything a plain address doesn't hold (query, fragment, user name, dot segments, escapes of
 * delimiters) is refused rather than normalised away.
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

function canonicalIssuer(iss: string): string | undefined {
  const match = /^(https?:)\/\/([^/?#@\\\s]+)(\/[^?#\\\s]*)?$/i.exec(iss)
  if (!match || !URL.canParse(iss)) return undefined
  const path = match[3] ?? ''
  if (/%2f|%5c|%2e|\/\.{1,2}(?:\/|$)/i.test(path)) return undefined
  return new URL(iss).origin + path.replace(/\/$/, '')
}
