import type { Report } from './config-faults.ts'
import { isSecure, parseUrl } from './secure-url.ts'

/**
 * Gives the origin of an address, or undefined where it can't stand in a policy: there a name holds letters, digits,
 * dots and hyphens alone, while an address may hold ";" and "*", which would say more than one origin (CSP-01).
 */
export function toPlainOrigin(url: URL): string | undefined {
  return /^[a-z0-9_.-]+$/.test(url.hostname) ? url.origin : undefined
}

/**
 * Reads a list of origins, such as `https://ehr.example.org`: each exactly one, without path or wildcard, since a
 * wildcard would trust every name that somebody gets below it (EMB-01, CSP-02). Each fault is reported by its place.
 */
export function readOrigins(json: unknown, field: string, root: URL, report: Report): string[] {
  if (json === undefined) return []
  if (!Array.isArray(json)) {
    report(field, 'must be a list of origins, such as ["https://ehr.example.org"].')
    return []
  }
  return json.flatMap((one: unknown, index) => {
    const url = typeof one === 'string' ? parseUrl(one) : undefined
    const origin = url && isSecure(url, root) ? toPlainOrigin(url) : undefined
    if (origin !== undefined && url?.href === `${origin}/`) return [origin]
    report(
      `${field}[${index}]`,
      'must be one https origin, such as https://ehr.example.org: without path, wildcard or user name.',
    )
    return []
  })
}
