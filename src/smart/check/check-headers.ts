import { t } from '../../language/t.ts'
import {
  connectLists,
  isInAll,
  isWide,
  readPolicies,
  type ContentPolicy,
} from './content-policy.ts'
import { advise, fault, well, type Finding } from './finding.ts'
import { judgeCaching, judgeOthers } from './judge-headers.ts'

/** Gives a header of an answer by its name; undefined where it wasn't sent. */
export type ReadHeader = (name: string) => string | undefined

/** What `config.json` says of the site that a header must agree with. */
export type SiteSettings = {
  readonly servers: readonly {
    readonly iss: string
    readonly redirectUri: string
    /** Further origins that the browser must reach for this server. */
    readonly origins: readonly string[]
  }[]
  /** Origins that may show the app in a frame. */
  readonly frameAncestors: readonly string[]
}

/**
 * Looks at the headers of a page. The pages bring a policy of their own; who may frame them, and which servers alone
 * they may reach, a header alone can say.
 */
export function checkHeaders(header: ReadHeader, root: URL, settings: SiteSettings): Finding[] {
  const policies = readPolicies(header('content-security-policy') ?? '')
  return [
    checkPolicy(policies, root, settings),
    checkFraming(policies, header('x-frame-options'), root, settings),
    judgeOthers(header, root),
    judgeCaching(header('cache-control')),
  ]
}

function checkPolicy(
  policies: readonly ContentPolicy[],
  root: URL,
  { servers }: SiteSettings,
): Finding {
  const subject = 'policy'
  const origins = servers.flatMap(({ iss, origins: others }) => [new URL(iss).origin, ...others])
  const named = [...new Set(origins)]
  const wanted = t(
    "Make the headers anew (npm run headers), and let this site’s host send them with every page: Content-Security-Policy with connect-src 'self' {origins}; and with the origins of token endpoints and keys where they differ.",
    { origins: named.join(' ') },
  )
  const lists = connectLists(policies)
  const shut = named.filter((origin) => !isInAll(lists, new URL(origin), root))
  if (shut.length > 0)
    return fault(
      subject,
      t('The host’s header keeps the app from reaching {origins}.', { origins: shut.join(', ') }),
      wanted,
    )
  if (lists.length === 0)
    return advise(
      subject,
      t(
        'No header names the servers that the app may reach; the page’s own policy lets it reach any https server.',
      ),
      wanted,
    )
  if (lists.every((sources) => sources.some(isWide)))
    return advise(
      subject,
      t('The header lets the app reach more than it has servers: connect-src holds {sources}.', {
        sources: lists.flat().filter(isWide).join(' '),
      }),
      wanted,
    )
  return well(
    subject,
    t('The header names where the app may connect, and the configured servers are among it.'),
  )
}

function checkFraming(
  policies: readonly ContentPolicy[],
  frameOptions = '',
  root: URL,
  { frameAncestors }: SiteSettings,
): Finding {
  const subject = 'framing'
  const named = frameAncestors.length > 0 ? `'self' ${frameAncestors.join(' ')}` : "'none'"
  const wanted = t(
    'Make the headers anew (npm run headers), and let this site’s host send them with every page: Content-Security-Policy with frame-ancestors {origins}, which says what "frameAncestors" in config.json says.',
    { origins: named },
  )
  const lists = policies
    .map((policy) => policy.get('frame-ancestors'))
    .filter((sources) => sources !== undefined)
  if (lists.length === 0) return checkFrameOptions(frameOptions, frameAncestors, wanted)
  const shut = frameAncestors.filter((origin) => !isInAll(lists, new URL(origin), root))
  if (shut.length > 0)
    return fault(
      subject,
      t('The host’s header keeps origins of config.json from framing the app: {origins}.', {
        origins: shut.join(', '),
      }),
      wanted,
    )
  const said = lists
    .map((sources) => sources.join(' ') || "'none'")
    .reduce((some, others) => t('{some}, and of these alone: {others}', { some, others }))
  if (lists.every((sources) => sources.some(isWide)))
    return advise(
      subject,
      t('Pages of more sites than one EHR’s may frame the app: {said}.', { said }),
      wanted,
    )
  return well(subject, t('Pages of these origins may frame the app: {said}.', { said }))
}

/** Browsers know these two values alone (HTML §7.7), and heed them where no policy says who may frame. */
function checkFrameOptions(
  frameOptions: string,
  frameAncestors: readonly string[],
  wanted: string,
): Finding {
  const isHeeded = frameOptions
    .split(',')
    .some((value) => ['deny', 'sameorigin'].includes(value.trim().toLowerCase()))
  if (!isHeeded) return advise('framing', t('Any site may show the app in a frame.'), wanted)
  const words = t('X-Frame-Options keeps other sites from framing the app, EHRs among them.')
  return (frameAncestors.length > 0 ? fault : advise)('framing', words, wanted)
}
