import type { SitePage } from './check-site.ts'
import { letsConnect, readPolicy, type ContentPolicy } from './content-policy.ts'
import { advise, fault, well, type Finding } from './finding.ts'

/**
 * Looks at the headers of the app's first page. The pages bring a policy of their own; who may frame them, and which
 * servers alone they may reach, a header alone can say.
 */
export function checkHeaders(
  { header }: SitePage,
  root: URL,
  servers: readonly { readonly iss: string }[],
): Finding[] {
  const policy = readPolicy(header('content-security-policy') ?? '')
  return [
    checkPolicy(policy, root, servers),
    checkFraming(policy, header('x-frame-options')),
    checkOthers(header, root),
    checkCaching(header('cache-control')),
  ]
}

function checkPolicy(
  policy: ContentPolicy,
  root: URL,
  servers: readonly { readonly iss: string }[],
): Finding {
  const subject = 'policy'
  const origins = [...new Set(servers.map(({ iss }) => new URL(iss).origin))]
  const wanted = `Let the host send Content-Security-Policy: connect-src 'self' ${origins.join(' ')}; with the hosts of token endpoints and keys where they differ.`
  const shut = servers.filter(({ iss }) => !letsConnect(policy, new URL(iss), root))
  if (shut.length > 0)
    return fault(
      subject,
      `The host’s header keeps the app from reaching ${shut.map(({ iss }) => new URL(iss).host).join(', ')}.`,
      wanted,
    )
  if (!policy.has('connect-src') && !policy.has('default-src'))
    return advise(
      subject,
      'No header names the servers that the app may reach; the page’s own policy lets it reach any https server.',
      wanted,
    )
  return well(
    subject,
    'The header names where the app may connect, and the configured servers are among it.',
  )
}

function checkFraming(policy: ContentPolicy, frameOptions: string | undefined): Finding {
  const ancestors = policy.get('frame-ancestors')
  if (ancestors !== undefined)
    return well(
      'framing',
      `Pages of these origins may frame the app: ${ancestors.join(' ') || 'none'}.`,
    )
  if (frameOptions !== undefined)
    return advise(
      'framing',
      'X-Frame-Options keeps other sites from framing the app, EHRs among them.',
      "Send Content-Security-Policy: frame-ancestors with the EHR’s origins, or 'none', in its place.",
    )
  return advise(
    'framing',
    'Any site may show the app in a frame.',
    "Let the host send Content-Security-Policy: frame-ancestors with the EHR’s origins, or 'none'.",
  )
}

function checkOthers(header: SitePage['header'], root: URL): Finding {
  const missing = [
    /nosniff/i.test(header('x-content-type-options') ?? '')
      ? undefined
      : 'X-Content-Type-Options: nosniff',
    /no-referrer|same-origin|strict-origin/i.test(header('referrer-policy') ?? '')
      ? undefined
      : 'Referrer-Policy: no-referrer',
    root.protocol !== 'https:' || header('strict-transport-security') !== undefined
      ? undefined
      : 'Strict-Transport-Security: max-age=31536000',
  ].filter((words) => words !== undefined)
  return missing.length === 0
    ? well('headers', 'The others that a host should send are there.')
    : advise(
        'headers',
        `Not sent: ${missing.join('; ')}.`,
        'Let the host send them with every page.',
      )
}

/** An old index.html names files that a new release has replaced. */
function checkCaching(cacheControl = ''): Finding {
  if (/no-cache|no-store|max-age=0/i.test(cacheControl))
    return well('caching', 'The first page is asked for anew each time.')
  return advise(
    'caching',
    cacheControl === ''
      ? 'Nothing says how long the first page may be kept.'
      : 'The first page may be kept for a while.',
    'Let the host send Cache-Control: no-cache with .html files and config.json; files in assets/ may be kept for ever.',
  )
}
