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

/**
 * Writes `_headers` for Netlify and Cloudflare Pages. Both join what several matching rules say of one header, so no
 * path has two rules for `Cache-Control`.
 */
export function writeNetlify(site: SiteHeaders): string {
  const rule = (path: string, headers: readonly Header[]) => [
    '',
    path,
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
  ]
  const caching = [
    ...pagePaths.map((path) => ({ path, value: pageCache })),
    ...cacheRules.map(({ kind, path, value }) => ({
      path: kind === 'folder' ? `${path}*` : path,
      value,
    })),
  ]
  const isLong = site.always.some(([name, value]) => name.length + value.length + 4 > longestLine)
  return [
    ...headLines(
      site,
      `It goes into the root of what is published, where dist/ lies as ${pathTo(site, '')}.`,
      ...(isLong
        ? [`Not for Cloudflare: a line is longer than the ${longestLine} characters it takes.`]
        : []),
    ).map((line) => `# ${line}`),
    ...rule(pathTo(site, '*'), site.always),
    ...caching.flatMap(({ path, value }) => rule(pathTo(site, path), [['Cache-Control', value]])),
    '',
  ].join('\n')
}
