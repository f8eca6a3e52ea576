import { t } from '../../language/t.ts'
import type { ReadHeader } from './check-headers.ts'
import { advise, well, type Finding } from './finding.ts'

/** Features that reach into the room, by which a Permissions-Policy is told from an empty one. */
const shutFeatures = ['camera', 'geolocation', 'microphone']

/** Looks at the headers that are the same for every deployment (CSP-03). Each value is read as a browser reads it. */
export function judgeOthers(header: ReadHeader, root: URL): Finding {
  const valuesOf = (name: string) => toValues(header(name))
  const allows = toValues(header('permissions-policy')?.replaceAll(' ', ''))
  const wanted: readonly (readonly [string, boolean])[] = [
    // Of several, the first counts (Fetch §3.6).
    ['X-Content-Type-Options: nosniff', valuesOf('x-content-type-options')[0] === 'nosniff'],
    // Of several, the last that is known counts (Referrer Policy §8.1).
    ['Referrer-Policy: no-referrer', valuesOf('referrer-policy').at(-1) === 'no-referrer'],
    [
      'Strict-Transport-Security: max-age=31536000',
      root.protocol !== 'https:' || secondsOf(header('strict-transport-security'), ';') > 0,
    ],
    [
      'Cross-Origin-Opener-Policy: same-origin',
      /^same-origin\s*(?:;|$)/.test(header('cross-origin-opener-policy')?.trim() ?? ''),
    ],
    [
      `Permissions-Policy: ${shutFeatures.map((name) => `${name}=()`).join(', ')}`,
      shutFeatures.every((name) => allows.includes(`${name}=()`)),
    ],
  ]
  const missing = wanted.filter(([, isSent]) => !isSent).map(([words]) => words)
  return missing.length === 0
    ? well('headers', t('The others that a host should send are there.'))
    : advise(
        'headers',
        t('Not sent: {headers}.', { headers: missing.join('; ') }),
        t(
          'Let the host send them with every page (npm run headers). The opener policy may be left out on purpose, with --keep-opener.',
        ),
      )
}

/**
 * An old page names files that a new release has replaced, so it must be asked for anew (CSP-03). `no-cache` does that
 * as well as `no-store`: pages hold nothing of a record.
 */
export function judgeCaching(cacheControl: string | undefined): Finding {
  const values = toValues(cacheControl)
  const isStale = secondsOf(cacheControl, ',') === 0 && values.includes('must-revalidate')
  if (isStale || ['no-store', 'no-cache'].some((value) => values.includes(value)))
    return well('caching', t('Pages are asked for anew each time.'))
  return advise(
    'caching',
    values.length === 0
      ? t('Nothing says how long a page may be kept.')
      : t('A page may be kept for a while.'),
    t(
      'Let the host send Cache-Control: no-store with pages, and no-cache with config.json; files in assets/ may be kept for ever.',
    ),
  )
}

/** What stands in a header between commas, in small letters. */
const toValues = (text = '') =>
  text
    .split(',')
    .map((value) => value.trim().toLowerCase())
    .filter(Boolean)

/** Seconds of `max-age`; NaN where there are none. */
function secondsOf(text = '', separator: ',' | ';'): number {
  const [, seconds = 'none'] =
    text
      .split(separator)
      .map((part) => /^\s*max-age\s*=\s*"?(\d+)"?\s*$/i.exec(part))
      .find((match) => match !== null) ?? []
  return Number(seconds)
}
