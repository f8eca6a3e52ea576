import { isMembers, reportUnknown, type Report } from './config-faults.ts'
import { defaultScope, type LaunchSettings, type ScopeBySyntax } from './server-config.ts'

/** Scopes for both kinds of launch. */
type ServerScope = { readonly standalone: ScopeBySyntax; readonly ehr: ScopeBySyntax }

/**
 * Reads `scope` for both kinds of launch. A scope written for signing in serves the EHR launch as well, with
 * `launch/patient` turned into `launch`, which every EHR launch must ask for (LAUNCH-04). It goes out as it stands;
 * the default is written in the syntax of `scopeSyntax`, else in the one that the server knows (SCOPE-07).
 */
export function readServerScope(
  json: unknown,
  syntax: 'v1' | 'v2' | undefined,
  field: string,
  report: Report,
): ServerScope {
  const scopes = json === undefined ? undefined : toScopes(json, field, report)
  if (scopes)
    return {
      standalone: inEither(scopes.join(' ')),
      ehr: inEither(withLaunch(scopes.filter((scope) => scope !== 'launch/patient'))),
    }
  if (syntax === undefined) return defaultScope
  return {
    standalone: inEither(defaultScope.standalone[syntax]),
    ehr: inEither(defaultScope.ehr[syntax]),
  }
}

/** Reads `scopeSyntax`; undefined leaves the choice to what the server says of itself. */
export function readScopeSyntax(
  json: unknown,
  field: string,
  report: Report,
): 'v1' | 'v2' | undefined {
  if (json === undefined || json === 'v1' || json === 'v2') return json
  return report(field, 'must be "v1" or "v2", the syntax in which the default scopes are written.')
}

const inEither = (scope: string): ScopeBySyntax => ({ v1: scope, v2: scope })

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
  return { clientId, scope: scopes ? inEither(withLaunch(scopes)) : inherited.scope }
}

function toScopes(json: unknown, field: string, report: Report): string[] | undefined {
  const scopes = typeof json === 'string' ? json.split(/\s+/).filter(Boolean) : []
  return scopes.length > 0 ? scopes : report(field, 'must be scopes separated by spaces.')
}

function withLaunch(scopes: readonly string[]): string {
  return (scopes.includes('launch') ? scopes : ['launch', ...scopes]).join(' ')
}
