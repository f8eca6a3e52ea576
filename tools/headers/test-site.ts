import { toSiteHeaders, type SiteHeaders } from './site-headers.ts'

/** A deployment for tests of the files, below a path and in a frame; `policy` as short as can be. */
export function exampleSite(
  address = 'https://app.example/some/app/',
  policy = "default-src 'none'",
): SiteHeaders {
  const options = { isFramed: true, keepsOpener: false }
  return toSiteHeaders(new URL(address), policy, options, ['One server\nwas not asked.'])
}
