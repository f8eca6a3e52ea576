import { cacheRules, pageCache, pathTo, type SiteHeaders } from './site-headers.ts'

/**
 * Writes `staticwebapp.config.json` for Azure Static Web Apps. A route's header takes the place of the global one of
 * that name. There is no `navigationFallback`: every address is a real file.
 */
export function writeStaticWebApps(site: SiteHeaders): string {
  return toJson({
    globalHeaders: { ...Object.fromEntries(site.always), 'Cache-Control': pageCache },
    routes: cacheRules.map(({ kind, path, value }) => ({
      route: pathTo(site, kind === 'folder' ? `${path}*` : path),
      headers: { 'Cache-Control': value },
    })),
    responseOverrides: { '404': { rewrite: pathTo(site, '404.html') } },
  })
}

/** JSON as a person reads it, with a new line at its end. */
export function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
