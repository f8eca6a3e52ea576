/** What the policy of one deployment is made of. */
export type PolicySources = {
  /** Where the app itself is. */
  readonly appOrigin: string
  /** Origins that the app may ask, or any https server where their list is too long for a header (CSP-02). */
  readonly connect: readonly string[] | 'any-https'
  /** Origins that a launch may be posted to (AUTHZ-08). */
  readonly forms: readonly string[]
  /** Origins that may show the app in a frame; none may where there are none (EMB-01). */
  readonly frameAncestors: readonly string[]
}

/** Longer policies don't get through proxies, which read a whole answer's headers into 8 kB, or into 4. */
export const longestPolicy = 7_000

/** CloudFront takes no longer ones, unless asked to; Cloudflare's `_headers` holds lines of 2,000 characters. */
export const longestShortPolicy = 1_783

/**
 * Writes the content security policy of one deployment (CSP-01): the app's own scripts, styles and fonts, and
 * connections to the servers of its configuration alone. Every list is sorted and without repeats, so that the same
 * configuration always gives the same header.
 *
 * `upgrade-insecure-requests` is left out where the app or anything named is http, as on this machine,
 * which it would break.
 */
export function writePolicy({ appOrigin, connect, forms, frameAncestors }: PolicySources): string {
  const named = [
    appOrigin,
    ...(connect === 'any-https' ? [] : connect),
    ...forms,
    ...frameAncestors,
  ]
  const isInsecure = named.some((origin) => origin.startsWith('http:'))
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${withSelf(connect === 'any-https' ? ['https:'] : connect)}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${withSelf(forms)}`,
    "frame-src 'none'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : withSelf(frameAncestors)}`,
    "require-trusted-types-for 'script'",
    ...(isInsecure ? [] : ['upgrade-insecure-requests']),
  ].join('; ')
}

function withSelf(origins: readonly string[]): string {
  return ["'self'", ...[...new Set(origins)].toSorted()].join(' ')
}
