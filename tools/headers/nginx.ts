import {
  cacheRules,
  headLines,
  pageCache,
  pathTo,
  type CacheRule,
  type SiteHeaders,
} from './site-headers.ts'

/** nginx refuses a longer text in its configuration, so long policies are put together from parts. */
const longestText = 4_000

/**
 * Writes a file for nginx to include in a `server` block.
 *
 * Each location repeats every header, since one `add_header` of its own makes a location forget those around it. `^~`
 * keeps locations by pattern, which a server may have for scripts or pictures, from taking files away.
 */
export function writeNginx(site: SiteHeaders): string {
  // Each path has a name of its own: two sites of one server share its variables.
  const name = `chartside_policy${site.root.pathname.replaceAll(/[^A-Za-z0-9]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`)}`
  const policy = site.always.find(([header]) => header === 'Content-Security-Policy')?.[1] ?? ''
  const parts = toParts(policy)
  const headers = site.always.map(([header, value]) =>
    toAddHeader(
      header,
      value === policy ? parts.map((_, index) => `\${${name}${index}}`).join('') : value,
    ),
  )
  const missing = `    error_page 403 404 =404 ${pathTo(site, '404.html')};`
  const location = (match: string, caching: string) => [
    `location ${match} {`,
    '    index index.html;',
    '    absolute_redirect off;',
    missing,
    ...headers,
    toAddHeader('Cache-Control', caching),
    '}',
  ]
  return [
    ...headLines(
      site,
      `Include it in the server block; dist/ lies under that server's root as ${pathTo(site, '')}.`,
      'The http block must include mime.types, or browsers refuse the scripts (nosniff).',
    ).map((line) => `# ${line}`),
    ...parts.map((part, index) => `set $${name}${index} "${part}";`),
    '',
    ...location(`^~ ${pathTo(site, '')}`, pageCache),
    ...cacheRules.flatMap((rule) => ['', ...location(toMatch(site, rule), rule.value)]),
    '',
  ].join('\n')
}

const toAddHeader = (name: string, value: string) => `    add_header ${name} "${value}" always;`

const toMatch = (site: SiteHeaders, { kind, path }: CacheRule) =>
  `${kind === 'file' ? '=' : '^~'} ${pathTo(site, path)}`

function toParts(text: string): string[] {
  const count = Math.ceil(text.length / longestText)
  return Array.from({ length: count }, (_, index) =>
    text.slice(index * longestText, (index + 1) * longestText),
  )
}
