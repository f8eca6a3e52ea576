import type { Members, Report } from './config-faults.ts'
import { canonicalIssuer } from './issuer-address.ts'
import { isSecure, parseUrl } from './secure-url.ts'

/** Gives a member that must be a non-empty string, or reports it. */
export function requiredText(
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

/** Reports a FHIR base that can't be one (ISS-01, DISC-04). */
export function reportIss(iss: string, field: string, root: URL, report: Report): void {
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

/** The OpenID issuer is compared to the letter, so it is kept to the letter. */
export function readIssuer(
  json: unknown,
  field: string,
  root: URL,
  report: Report,
): string | undefined {
  if (json === undefined) return undefined
  const url = typeof json === 'string' ? parseUrl(json) : undefined
  if (!url || !isSecure(url, root))
    return report(field, 'must be the https address that the server names as its OpenID issuer.')
  return json as string
}

/** Gives a member that is on or off; off where it isn't there. */
export function readSwitch(json: unknown, field: string, report: Report): boolean {
  if (json !== undefined && typeof json !== 'boolean') report(field, 'must be true or false.')
  return json === true
}

/** Gives the redirect address, whole; one below the app's own `callback/` (URL-01). */
export function readRedirectUri(
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
