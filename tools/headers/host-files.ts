import { writeApache } from './apache.ts'
import { writeCaddy } from './caddy.ts'
import { writeCloudFront, writeCloudFrontFunction } from './cloudfront.ts'
import { writeNetlify } from './netlify.ts'
import { writeNginx } from './nginx.ts'
import { cacheRules, pageCache, pathTo, type SiteHeaders } from './site-headers.ts'
import { writeStaticWebApps } from './static-web-apps.ts'

/** Gives every file for one deployment, by name. */
export function writeHostFiles(site: SiteHeaders): ReadonlyMap<string, string> {
  return new Map([
    ['nginx.conf', writeNginx(site)],
    ['apache.conf', writeApache(site)],
    ['Caddyfile', writeCaddy(site)],
    ['_headers', writeNetlify(site)],
    ['staticwebapp.config.json', writeStaticWebApps(site)],
    ['cloudfront.json', writeCloudFront(site)],
    ['cloudfront-function.js', writeCloudFrontFunction(site)],
    ['README.md', writeList(site)],
  ])
}

/** The headers as a plain list, for any other host, and the remarks for files that can hold no comment. */
function writeList(site: SiteHeaders): string {
  const table = (rows: readonly (readonly [string, string])[]) =>
    rows.map(([name, value]) => `- ${name}: \`${value}\``).join('\n')
  return [
    `# What a host must send for ${site.root.href}`,
    'Made from its config.json, anew after each change of it. `docs/hosting.md` of Chartside says how each file is put up.',
    ...site.remarks,
    '## With every answer, errors and redirects too',
    table(site.always),
    '## Cache-Control, by path',
    table([
      ...cacheRules.map(({ kind, path, value }) => {
        const whole = pathTo(site, path)
        return [kind === 'folder' ? `everything in ${whole}` : whole, value] as const
      }),
      ['everything else', pageCache],
    ]),
  ]
    .join('\n\n')
    .concat('\n')
}
