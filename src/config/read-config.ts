import { isMembers, reportUnknown, type ConfigFault, type Report } from './config-faults.ts'
import { readIdleMinutes } from './read-idle-minutes.ts'
import { readEhr, readScopeSyntax, readServerScope } from './read-launch-settings.ts'
import { readLanguages } from './read-languages.ts'
import { readObservations } from './read-observations.ts'
import { readOrigins } from './read-origins.ts'
import {
  readIssuer,
  readRedirectUri,
  readSwitch,
  reportIss,
  requiredText,
} from './read-server-fields.ts'
import type { AppConfig, ServerConfig } from './server-config.ts'

/** What became of `config.json`: a whole valid configuration, or every fault found in it. */
export type ConfigReading =
  | { readonly kind: 'valid'; readonly config: AppConfig }
  | { readonly kind: 'invalid'; readonly faults: readonly ConfigFault[] }

const siteFields = [
  'servers',
  'idleMinutes',
  'frameAncestors',
  'directory',
  'languages',
  'withoutSignIn',
]

const serverFields = [
  'id',
  'name',
  'iss',
  'clientId',
  'scope',
  'scopeSyntax',
  'ehr',
  'redirectUri',
  'issuer',
  'patientFromFhirUser',
  'patientSearch',
  'observations',
  'origins',
]

/**
 * Checks the parsed `config.json` and fills in defaults.
 *
 * `root` is the app's own address with a trailing slash; `redirectUri` defaults to `<root>callback/` and may be
 * written relative to it. Every fault is reported, not the first alone, each naming its field (`servers[0].iss`).
 * A member that starts with `_` or `$` is a comment.
 */
export function readConfig(json: unknown, root: URL): ConfigReading {
  const faults: ConfigFault[] = []
  const report: Report = (field, message) => void faults.push({ field, message })
  const servers = readServers(json, root, report)
  const idleMinutes = readIdleMinutes(json, report)
  const frames = isMembers(json) ? json['frameAncestors'] : undefined
  const frameAncestors = readOrigins(frames, 'frameAncestors', root, report)
  const directory = isMembers(json) && readSwitch(json['directory'], 'directory', report)
  const languages = readLanguages(json, report)
  const withoutSignIn = readWithoutSignIn(json, report)
  return faults.length === 0
    ? {
        kind: 'valid',
        config: { servers, idleMinutes, frameAncestors, directory, languages, withoutSignIn },
      }
    : { kind: 'invalid', faults }
}

/** On unless it is switched off. */
function readWithoutSignIn(json: unknown, report: Report): boolean {
  const wanted = isMembers(json) ? json['withoutSignIn'] : undefined
  return wanted === undefined || readSwitch(wanted, 'withoutSignIn', report)
}

function readServers(json: unknown, root: URL, report: Report): ServerConfig[] {
  if (!isMembers(json)) {
    report('config.json', 'must be a JSON object with a list named "servers".')
    return []
  }
  reportUnknown(json, siteFields, '', report)
  if (!Array.isArray(json['servers'])) {
    report('servers', 'is required: a list of servers, each with id, name, iss and clientId.')
    return []
  }
  const servers = json['servers'].map((server: unknown, index) =>
    readServer(server, `servers[${index}]`, root, report),
  )
  const found = servers.filter((server) => server !== undefined)
  reportRepeats(found, report)
  return found
}

function readServer(
  json: unknown,
  field: string,
  root: URL,
  report: Report,
): ServerConfig | undefined {
  if (!isMembers(json)) return report(field, 'must be an object with id, name, iss and clientId.')
  reportUnknown(json, serverFields, `${field}.`, report)
  const id = requiredText(json, 'id', field, report)
  const name = requiredText(json, 'name', field, report)
  const iss = requiredText(json, 'iss', field, report)
  const clientId = requiredText(json, 'clientId', field, report)
  if (id !== undefined && !/^[\w-]{1,64}$/.test(id))
    report(`${field}.id`, 'may hold letters, digits, "-" and "_" only, 64 at most.')
  if (iss !== undefined) reportIss(iss, `${field}.iss`, root, report)
  const syntax = readScopeSyntax(json['scopeSyntax'], `${field}.scopeSyntax`, report)
  const scope = readServerScope(json['scope'], syntax, `${field}.scope`, report)
  const issuer = readIssuer(json['issuer'], `${field}.issuer`, root, report)
  const fromUser = readSwitch(json['patientFromFhirUser'], `${field}.patientFromFhirUser`, report)
  const patientSearch = readSwitch(json['patientSearch'], `${field}.patientSearch`, report)
  const redirectUri = readRedirectUri(json['redirectUri'], `${field}.redirectUri`, root, report)
  if (!id || !name || !iss || !clientId || !redirectUri) return undefined
  const ehr = readEhr(json['ehr'], { clientId, scope: scope.ehr }, `${field}.ehr`, report)
  const isReady = ![clientId, ehr.clientId].some((text) => /^<.*>$/.test(text))
  return {
    id,
    name,
    iss,
    standalone: { clientId, scope: scope.standalone },
    ehr,
    redirectUri,
    issuer,
    patientFromFhirUser: fromUser,
    patientSearch,
    observations: readObservations(json['observations'], `${field}.observations`, report),
    origins: readOrigins(json['origins'], `${field}.origins`, root, report),
    isReady,
  }
}

/** Each server has an id and a redirect address of its own, by which answers are told apart (MIX-01). */
function reportRepeats(servers: readonly ServerConfig[], report: Report): void {
  servers.forEach(({ id, redirectUri }, index) => {
    const others = servers.slice(0, index)
    if (others.some((other) => other.id === id))
      report('servers', `two servers have the id "${id}"; each needs its own.`)
    const twin = others.find((other) => other.redirectUri === redirectUri)
    if (twin && twin.id !== id)
      report(
        `servers[${index}].redirectUri`,
        `must not be that of "${twin.id}": answers of two servers are told apart by the address they come to. Write "redirectUri": "callback/${id}/" and register that address with the server.`,
      )
  })
}
