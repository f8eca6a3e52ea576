/** The directives of one Content-Security-Policy, by their names in small letters (CSP 3 §2.2.1). */
export type ContentPolicy = ReadonlyMap<string, readonly string[]>

/**
 * Reads a policy header. A browser joins several headers by commas, and applies every policy of them (CSP 3 §2.2.2); of
 * a directive that comes twice in one policy the first counts.
 */
export function readPolicies(header: string): ContentPolicy[] {
  return header
    .split(',')
    .map(readPolicy)
    .filter((policy) => policy.size > 0)
}

function readPolicy(text: string): ContentPolicy {
  const directives = new Map<string, string[]>()
  for (const part of text.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/)
    const key = name.toLowerCase()
    if (key !== '' && !directives.has(key)) directives.set(key, sources)
  }
  return directives
}

/** The lists that say where pages may connect: `connect-src`, else `default-src`; one for each policy that has either. */
export function connectLists(policies: readonly ContentPolicy[]): (readonly string[])[] {
  return policies
    .map((policy) => policy.get('connect-src') ?? policy.get('default-src'))
    .filter((sources) => sources !== undefined)
}

/** Whether an address is in every list (CSP 3 §6.7.2). Paths of sources are not looked at. */
export function isInAll(lists: readonly (readonly string[])[], url: URL, own: URL): boolean {
  return lists.every((sources) => sources.some((source) => fits(source, url, own)))
}

/** Whether a source stands for more than one site: `*`, a scheme alone, or any name below another. */
export function isWide(source: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/)?\*/i.test(source) || /^[a-z][a-z0-9+.-]*:$/i.test(source)
}

function fits(source: string, url: URL, own: URL): boolean {
  const text = source.toLowerCase()
  if (text === '*' || text === url.protocol) return true
  if (text === "'self'") return url.origin === own.origin
  const [, scheme, host = '', port] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:'\s]+)(?::(\d+|\*))?(?:\/.*)?$/.exec(text) ?? []
  if (host === '' || (scheme !== undefined && `${scheme}:` !== url.protocol)) return false
  const isHost = host.startsWith('*') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host
  const standard = url.protocol === 'https:' ? '443' : '80'
  return isHost && (port === '*' || (port ?? standard) === (url.port || standard))
}
