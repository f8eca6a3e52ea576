import { cacheRules, headLines, pageCache, pathTo, type SiteHeaders } from './site-headers.ts'

/**
 * Writes a file for Apache 2.4 to include in a `VirtualHost`: `Location` blocks, of which a later one wins. Not an
 * `.htaccess`, which would be read anew for every request, and only where the host lets it say all this.
 */
export function writeApache(site: SiteHeaders): string {
  const header = (name: string, value: string) => `    Header always set ${name} "${value}"`
  return [
    ...headLines(
      site,
      'Include it in the VirtualHost; it needs mod_headers, mod_dir and mod_mime.',
      `dist/ lies under the DocumentRoot as ${pathTo(site, '')}.`,
    ).map((line) => `# ${line}`),
    `<Location "${pathTo(site, '')}">`,
    '    DirectoryIndex index.html',
    '    DirectorySlash On',
    '    Options -Indexes -MultiViews',
    `    ErrorDocument 404 ${pathTo(site, '404.html')}`,
    ...site.always.map(([name, value]) => header(name, value)),
    header('Cache-Control', pageCache),
    '</Location>',
    ...cacheRules.flatMap(({ kind, path, value }) => {
      const whole = pathTo(site, path)
      const match = kind === 'file' ? `^${whole.replaceAll('.', String.raw`\.`)}$` : `^${whole}`
      return [
        '',
        `<LocationMatch "${match}">`,
        // What is missing is a page, and kept nowhere.
        `    Header always set Cache-Control "${value}" "expr=%{REQUEST_STATUS} -lt 400"`,
        '</LocationMatch>',
      ]
    }),
    '',
  ].join('\n')
}
