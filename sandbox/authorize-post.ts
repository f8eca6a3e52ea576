import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

/**
 * Turns an authorization request that came by POST (SMART App Launch 2.2, `authorize-post`) into the GET it stands
 * for, so that nobody behind has to tell them apart. Gives the names of the form's fields.
 */
export async function acceptPost(request: IncomingMessage): Promise<string[]> {
  const form = new URLSearchParams(await text(request))
  delete request.headers['content-length']
  delete request.headers['content-type']
  Object.assign(request, { method: 'GET', url: `/authorize?${form}`, postedQuery: true })
  return [...form.keys()]
}

/** Whether a request, its url behind the issuer, is an authorization request by POST. */
export function isAuthorizePost({ method, url }: IncomingMessage): boolean {
  return method === 'POST' && url?.split('?')[0] === '/authorize'
}
