/** One header of an answer. */
export type Header = readonly [name: string, value: string]

/** How long answers under a path may be kept; `path` is relative to the app's root. */
export type CacheRule = {
  readonly kind: 'file' | 'folder'
  readonly path: string
  readonly value: string
}

/** What a host must send for one deployment of the app: all that the files for the hosts are written from. */
export type SiteHeaders = {
  /** Address of the app, with a slash at its end. */
  readonly root: URL
  /** Goes with every answer, errors and redirects too. */
  readonly always: readonly Header[]
  /** Sentences for whoever reads a file: what is missing or weaker in it, and why. */
  readonly remarks: readonly string[]
}

/** What may be kept, and how long; whatever has no rule is a page, and kept nowhere (CSP-03). */
export const cacheRules: readonly CacheRule[] = [
  // Their names hold a hash of their content.
  { kind: 'folder', path: 'assets/', value: 'public, max-age=31536000, immutable' },
  // So a launch doesn't wait for it when the page before has just read it, and an edit takes effect within a minute.
  { kind: 'file', path: 'config.json', value: 'max-age=60' },
]

/** Pages hold no record, but a stale one asks for files that are gone. */
export const pageCache = 'no-store'

/** Where the pages are, for hosts that know no "everything else". */
export const pagePaths = ['', 'index.html', '404.html', 'launch/*', 'callback/*']

/** Features of browsers that the app has no use for, none of them new enough for a browser to complain of. */
const unusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
]

/**
 * Gives the headers of one deployment (CSP-03).
 *
 * Two are left out on purpose. `X-Frame-Options` knows no list, so it would forbid what `frame-ancestors` allows; it is
 * sent only where nobody may frame the app (EMB-01). `Cross-Origin-Resource-Policy: same-origin` would keep `early.js`
 * from a frame sandboxed without `allow-same-origin`, whose origin is none, and everything it could guard is public.
 *
 * With `keepsOpener` the window that opened the app keeps its hold on it, for EHRs that open the app in a popup and
 * watch it; otherwise `Cross-Origin-Opener-Policy` cuts them apart.
 */
export function toSiteHeaders(
  root: URL,
  policy: string,
  options: { readonly isFramed: boolean; readonly keepsOpener: boolean },
  remarks: readonly string[],
): SiteHeaders {
  const features = unusedFeatures.map((feature) => `${feature}=()`).join(', ')
  return {
    root,
    always: [
      ['Content-Security-Policy', policy],
      ...(options.isFramed ? [] : [['X-Frame-Options', 'DENY'] as const]),
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'no-referrer'],
      ['Permissions-Policy', features],
      ...(options.keepsOpener ? [] : [['Cross-Origin-Opener-Policy', 'same-origin'] as const]),
      ...(root.protocol === 'https:'
        ? [['Strict-Transport-Security', 'max-age=31536000'] as const]
        : []),
    ],
    // They hold names from config.json, and become comments of one line.
    remarks: remarks.map((remark) => remark.replaceAll(/[\s\p{Cc}]+/gu, ' ')),
  }
}

/** Where something of the app lies on its host: `/some/app/launch/`. */
export function pathTo({ root }: SiteHeaders, path: string): string {
  return root.pathname + path
}

/** Lines of comment that stand at the head of a file: what it is, then the remarks. */
export function headLines({ root, remarks }: SiteHeaders, ...lines: string[]): string[] {
  return [
    `Headers for Chartside at ${root.href}, made from its config.json.`,
    'Made anew after each change of config.json, not edited.',
    ...lines,
    ...remarks,
  ]
}
