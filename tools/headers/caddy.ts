import { cacheRules, headLines, pageCache, pathTo, type SiteHeaders } from './site-headers.ts'

/**
 * Writes a Caddyfile with one site. Each matcher excludes the others', since Caddy orders directives of one name by
 * rules of its own.
 */
export function writeCaddy(site: SiteHeaders): string {
  const matchers = cacheRules.map(({ kind, path, value }) => ({
    name: `@${path.replaceAll(/\W/g, '')}`,
    path: pathTo(site, kind === 'folder' ? `${path}*` : path),
    value,
  }))
  return [
    ...headLines(
      site,
      `dist/ lies under the root as ${pathTo(site, '')}; change the root to where yours is.`,
    ).map((line) => `# ${line}`),
    `${site.root.origin} {`,
    '\troot * /srv/chartside',
    '\theader {',
    ...site.always.map(([name, value]) => `\t\t${name} "${value}"`),
    '\t}',
    ...matchers.flatMap(({ name, path, value }) => [
      `\t${name} path ${path}`,
      `\theader ${name} Cache-Control "${value}"`,
    ]),
    `\t@pages not path ${matchers.map(({ path }) => path).join(' ')}`,
    `\theader @pages Cache-Control "${pageCache}"`,
    '\tfile_server',
    '\thandle_errors {',
    '\t\t@missing expression {http.error.status_code} == 404',
    `\t\trewrite @missing ${pathTo(site, '404.html')}`,
    `\t\theader Cache-Control "${pageCache}"`,
    '\t\tfile_server',
    '\t}',
    '}',
    '',
  ].join('\n')
}
