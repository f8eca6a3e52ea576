const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether the address is on this machine; `http:` is safe there, since nothing crosses a network. */
function isLoopback(url: URL): boolean {
  return loopbackHosts.has(url.hostname)
}

/**
 * Whether an address may carry tokens or records: `https:`, or `http:` on this machine while the app itself is
 * served from this machine, that is in development (DISC-04, SMART App Launch 2.2 "TLS").
 */
export function isSecure(url: URL, appRoot: URL): boolean {
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && isLoopback(url) && isLoopback(appRoot))
  )
}

/** Parses an absolute address; undefined when it isn't one. */
export function parseUrl(text: string, base?: string | URL): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined
}
