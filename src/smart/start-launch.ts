import type { ServerConfig } from '../config/server-config.ts'
import { beginSignIn, type AuthorizationRequest } from './begin-sign-in.ts'
import { findServer } from './issuer.ts'
import { readLaunchParameters } from './launch-parameters.ts'
import type { Query } from './query.ts'
import { SmartError } from './smart-error.ts'

/**
 * Begins an EHR launch from the address of the launch page. Every hit is a new sign-in; no earlier session is
 * ever picked up (LAUNCH-03). Gives what to leave the page for, or undefined when the page was opened by hand
 * (LAUNCH-07).
 *
 * `loadServers` is called only once the address has proved to be a launch; an `iss` that it doesn't hold gets no
 * request at all (ISS-03).
 *
 * @throws {SmartError}
 */
export async function startLaunch(
  query: Query,
  loadServers: () => Promise<readonly ServerConfig[]>,
  appRoot: URL,
): Promise<AuthorizationRequest | undefined> {
  const parameters = readLaunchParameters(query)
  switch (parameters.kind) {
    case 'none':
      return undefined
    case 'overridden':
      throw new SmartError('launch-overridden', { reason: parameters.names.join(', ') })
    case 'incomplete':
      throw new SmartError('launch-incomplete', { reason: parameters.reason })
    case 'ehr': {
      const { iss, launch } = parameters
      const server = findServer(iss, await loadServers())
      if (!server) throw new SmartError('issuer-unknown', { host: hostOf(iss) })
      return beginSignIn(server, { launch: 'ehr', iss, launchToken: launch }, appRoot)
    }
  }
}

function hostOf(iss: string): string {
  return URL.canParse(iss) ? new URL(iss).host : iss.slice(0, 100)
}
