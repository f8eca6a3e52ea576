import {
  isMembers,
  reportUnknown,
  type ConfigFault,
  type Members,
  type Report,
} from './config-faults.ts'
import { canonicalIssuer } from './issuer-address.ts'
import { readIdleMinutes } from './read-idle-minutes.ts'
import { readEhr, readServerScope } from './read-launch-settings.ts'
import { isSecure, parseUrl } from './secure-url.ts'
import type { AppConfig, ServerConfig } from './server-config.ts'

/** What became of `config.json`: a whole valid configuration, or every fault found in it. */
export type ConfigReading =
  | { readonly kind: 'valid'; readonly config: AppConfig }
  | { readonly kind: 'invalid'; readonly faults: readonly ConfigFault[] }

const serverFields = ['id', 'name', 'iss', 'clientId', 'scope', 'ehr', 'redirectUri']

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
  return faults.length === 0
    ? { kind: 'valid', config: { servers, idleMinutes } }
    : { kind: 'invalid', faults }
}

function readServers(json: unknown, root: URL, report: Report): ServerConfig[] {
  if (!isMembers(json)) {
    report('config.json', 'must be a JSON object with a list named "servers".')
    return []
  }
  reportUnknown(json, ['servers', 'idleMinutes'], '', report)
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
  const scope = readServerScope(json['scope'], `${field}.scope`, report)
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
    isReady,
  }
}

/** Gives a member that must be a non-empty string, or reports it. */
function requiredText(
  json: Members,
  name: string,
  field: string,
  report: Report,
): string | undefined {
  const text = json[name]
  if (text === undefined) return report(`${field}.${name}`, 'is required.')
  if (typeof text !== 'string' || text.trim() === '')
    return report(`${field}.${name}`, 'must be a text that is not empty.')
  return text
}

function reportIss(iss: string, field: string, root: URL, report: Report): void {
  const url = parseUrl(iss)
  if (!url)
    report(field, 'must be the whole address of the FHIR server, such as https://host/api/FHIR/R4.')
  else if (!isSecure(url, root))
    report(
      field,
      'must start with https:// (http:// is allowed only on this machine, in development).',
    )
  else if (canonicalIssuer(iss) === undefined)
    report(
      field,
      'must be a plain address: without "?", "#", a user name, white space, ".." or escapes such as %2F.',
    )
}

function readRedirectUri(
  json: unknown,
  field: string,
  root: URL,
  report: Report,
): string | undefined {
  if (json === undefined) return new URL('callback/', root).href
  const url = typeof json === 'string' ? parseUrl(json, root) : undefined
  if (!url)
    return report(
      field,
      'must be an address, whole or relative to the app, such as callback/epic/.',
    )
  const callback = new URL('callback/', root).href
  const page = url.href.startsWith(callback) ? url.href.slice(callback.length) : undefined
  if (page === undefined || !/^(?:[\w-]+\/)?(?:index\.html)?$/.test(page))
    return report(
      field,
      `must be ${callback} or ${callback}<one name>/, or the answer never reaches this app.`,
    )
  return url.href
}

function reportRepeats(servers: readonly ServerConfig[], report: Report): void {
  const seen = new Set<string>()
  for (const { id } of servers) {
    if (seen.has(id)) report('servers', `two servers have the id "${id}"; each needs its own.`)
    seen.add(id)
  }
}
