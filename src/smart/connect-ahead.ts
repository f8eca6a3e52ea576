import { parseUrl } from '../config/secure-url.ts'

/**
 * Has the browser connect to the server of this address before there is a request (Resource Hints, `preconnect`): name,
 * TCP and TLS take three ways there and back, in which something else can be waited for. Nothing is sent; it is a
 * connection without credentials, as every request of this app is (TOK-02). Anything but an address does nothing.
 */
export function connectAhead(address: string): void {
  const href = parseUrl(address)?.origin
  if (href?.startsWith('http') !== true) return
  const link = document.createElement('link')
  document.head.append(Object.assign(link, { rel: 'preconnect', crossOrigin: '', href }))
}
