import { longestShortPolicy } from './policy.ts'
import type { SiteHeaders } from './site-headers.ts'
import { toJson } from './static-web-apps.ts'

/** CloudFront takes no longer names and comments. */
const longestComment = 128

/** Says so where the policy has more than CloudFront takes by default. */
export function remarkOnCloudFront({ always }: SiteHeaders): string[] {
  return always.some(([, value]) => value.length > longestShortPolicy)
    ? [
        `cloudfront.json is not for CloudFront as it is: a header has more than the ${longestShortPolicy} characters it takes. AWS raises that on request.`,
      ]
    : []
}

/** Headers that CloudFront has settings of its own for, and doesn't take as custom ones. */
const ownSettings = new Set([
  'Content-Security-Policy',
  'X-Frame-Options',
  'X-Content-Type-Options',
  'Referrer-Policy',
  'Strict-Transport-Security',
])

/**
 * Writes the response headers policy for `aws cloudfront create-response-headers-policy`. `Cache-Control` isn't in it:
 * it goes with each file of the bucket, see {@link writeCloudFrontFunction} for the rest that CloudFront needs.
 */
export function writeCloudFront(site: SiteHeaders): string {
  const values = new Map(site.always)
  const custom = site.always.filter(([name]) => !ownSettings.has(name))
  const { host, pathname } = site.root
  return toJson({
    Name: `chartside${`-${host}${pathname}`.replaceAll(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')}`.slice(
      0,
      longestComment,
    ),
    Comment: `Chartside at ${site.root.href}`.slice(0, longestComment),
    SecurityHeadersConfig: {
      ContentSecurityPolicy: {
        Override: true,
        ContentSecurityPolicy: values.get('Content-Security-Policy'),
      },
      ...(values.has('X-Frame-Options')
        ? { FrameOptions: { Override: true, FrameOption: 'DENY' } }
        : {}),
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: 'no-referrer' },
      ...(values.has('Strict-Transport-Security')
        ? {
            StrictTransportSecurity: {
              Override: true,
              AccessControlMaxAgeSec: 31_536_000,
              IncludeSubdomains: false,
              Preload: false,
            },
          }
        : {}),
    },
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
    },
  })
}

/**
 * Writes the CloudFront function for viewer requests, since a private bucket knows no `index.html` of a folder. An
 * address without its slash stays one that isn't there, as it must: the page's own addresses are relative.
 */
export function writeCloudFrontFunction({ root }: SiteHeaders): string {
  return `// For viewer requests to Chartside at ${root.href}: a folder's address gives its index.html.
function handler(event) {
  var request = event.request
  if (request.uri.endsWith('/')) request.uri += 'index.html'
  return request
}
`
}
