/** The directives of a Content-Security-Policy header, by their names in small letters (CSP 3 §2.2.1). */
export type ContentPolicy = ReadonlyMap<string, readonly string[]>

/** Reads a policy header. Of a directive that comes twice the first counts; several policies are read as their first. */
export function readPolicy(header: string): ContentPolicy {
  const directives = new Map<string, string[]>()
  for (const part of (header.split(',')[0] ?? '').split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/)
    const key = name.toLowerCase()
    if (key !== '' && !directives.has(key)) directives.set(key, sources)
  }
  return directives
}

/**
 * Whether a policy lets pages connect to an address (CSP 3 §6.7.2): by `connect-src`, else `default-src`; where there
 * is neither, to all. Paths of sources are not looked at.
 */
export function letsConnect(policy: ContentPolicy, url: URL, own: URL): boolean {
  const sources = policy.get('connect-src') ?? policy.get('default-src')
  return sources === undefined || sources.some((source) => fits(source, url, own))
}

function fits(source: string, url: URL, own: URL): boolean {
  const text = source.toLowerCase()
  if (text === '*' || text === url.protocol) return true
  if (text === "'self'") return url.origin === own.origin
  const [, scheme, host = '', port] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:'\s]+)(?::(\d+|\*))?(?:\/.*)?$/.exec(text) ?? []
  if (host === '' || (scheme !== undefined && `${scheme}:` !== url.protocol)) return false
  const isHost = host.startsWith('*.')
    ? url.hostname.endsWith(host.slice(1))
    : url.hostname === host
  const standard = url.protocol === 'https:' ? '443' : '80'
  return isHost && (port === '*' || (port ?? standard) === (url.port || standard))
}
