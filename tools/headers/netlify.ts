import {
  cacheRules,
  headLines,
  pageCache,
  pagePaths,
  pathTo,
  type Header,
  type SiteHeaders,
} from './site-headers.ts'

/** Cloudflare ignores longer lines. */
const longestLine = 2_000

const toLine = ([name, value]: Header) => `  ${name}: ${value}`

/** Says so where `_headers` is not for Cloudflare. */
export function remarkOnCloudflare({ always }: SiteHeaders): string[] {
  return always.some((header) => toLine(header).length > longestLine)
    ? [
        `_headers is not for Cloudflare: a line is longer than the ${longestLine} characters it takes.`,
      ]
    : []
}

/**
 * Writes `_headers` for Netlify and Cloudflare Pages. Both join what several matching rules say of one header, so no
 * path has two rules for `Cache-Control`.
 */
export function writeNetlify(site: SiteHeaders): string {
  const rule = (path: string, headers: readonly Header[]) => ['', path, ...headers.map(toLine)]
  const caching = [
    ...pagePaths.map((path) => ({ path, value: pageCache })),
    ...cacheRules.map(({ kind, path, value }) => ({
      path: kind === 'folder' ? `${path}*` : path,
      value,
    })),
  ]
  return [
    ...headLines(
      site,
      `It goes into the root of what is published, where dist/ lies as ${pathTo(site, '')}.`,
      ...remarkOnCloudflare(site),
    ).map((line) => `# ${line}`),
    ...rule(pathTo(site, '*'), site.always),
    ...caching.flatMap(({ path, value }) => rule(pathTo(site, path), [['Cache-Control', value]])),
    '',
  ].join('\n')
}
