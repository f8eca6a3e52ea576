import { isMembers, reportUnknown, type Report } from './config-faults.ts'
import { defaultScope, type LaunchSettings } from './server-config.ts'

/**
 * Reads `scope` for both kinds of launch. A scope written for signing in serves the EHR launch as well, with
 * `launch/patient` turned into `launch`, which every EHR launch must ask for (LAUNCH-04).
 */
export function readServerScope(
  json: unknown,
  field: string,
  report: Report,
): { standalone: string; ehr: string } {
  if (json === undefined) return defaultScope
  const scopes = toScopes(json, field, report)
  if (!scopes) return defaultScope
  return {
    standalone: scopes.join(' '),
    ehr: withLaunch(scopes.filter((scope) => scope !== 'launch/patient')),
  }
}

/** Reads `ehr`, what an EHR launch uses in place of the server's own client id and scope. */
export function readEhr(
  json: unknown,
  inherited: LaunchSettings,
  field: string,
  report: Report,
): LaunchSettings {
  if (json === undefined) return inherited
  if (!isMembers(json)) {
    report(field, 'must be an object with clientId, scope or both.')
    return inherited
  }
  reportUnknown(json, ['clientId', 'scope'], `${field}.`, report)
  const clientId = json['clientId'] ?? inherited.clientId
  if (typeof clientId !== 'string' || clientId.trim() === '') {
    report(`${field}.clientId`, 'must be a text that is not empty.')
    return inherited
  }
  if (json['scope'] === undefined) return { clientId, scope: inherited.scope }
  const scopes = toScopes(json['scope'], `${field}.scope`, report)
  return { clientId, scope: scopes ? withLaunch(scopes) : inherited.scope }
}

function toScopes(json: unknown, field: string, report: Report): string[] | undefined {
  const scopes = typeof json === 'string' ? json.split(/\s+/).filter(Boolean) : []
  return scopes.length > 0 ? scopes : report(field, 'must be scopes separated by spaces.')
}

function withLaunch(scopes: readonly string[]): string {
  return (scopes.includes('launch') ? scopes : ['launch', ...scopes]).join(' ')
}
